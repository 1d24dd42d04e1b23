import type { TimelineView } from '../model/life-view.ts'

type Mark = TimelineView['lanes'][number]['marks'][number]

const width = 592
const shortest = 7

/**
 * The marks of a lane as one path: a line upwards for each place on the axis, the longer the more falls there. Only
 * numbers get into it; `M0 0` alone draws nothing, where there is no mark.
 */
export function laneMarks(marks: readonly Mark[], height: number): string {
  if (marks.length === 0) return 'M0 0'
  return marks
    .map(({ at, height: part }) => {
      const length = Math.round(shortest + Math.min(1, Math.max(0, part)) * (height - 4 - shortest))
      return `M${Math.round(3 + at * (width - 6))} ${height - 2}v-${length}`
    })
    .join('')
}
