import type { YearMark } from '../../model/life-view.ts'

const mostYears = 8

/** An axis of time: whole years at its end, so that it does not shift with every commit. */
export interface Axis {
  /** Place of an instant, 0 to 1, in so many steps as the axis has slots. */
  place(time: number): number
  readonly years: readonly YearMark[]
}

/**
 * An axis from the month of the first instant to the end of the year of the last.
 *
 * @param first - milliseconds, as are all instants here
 * @param slots - steps that are told apart
 */
export function axisOf(first: number, last: number, slots: number): Axis {
  const start = Date.parse(`${new Date(first).toISOString().slice(0, 7)}-01T00:00:00Z`)
  const end = Date.UTC(new Date(last).getUTCFullYear() + 1, 0, 1)
  const place = (time: number): number => {
    const part = (time - start) / (end - start)
    return Math.round(Math.min(1, Math.max(0, part)) * slots) / slots
  }
  return { place, years: yearMarks(start, end, place) }
}

/** The first year at the axis' start, then every January; thinned out so that labels do not collide. */
function yearMarks(start: number, end: number, place: (time: number) => number): readonly YearMark[] {
  const firstYear = new Date(start).getUTCFullYear()
  const lastYear = new Date(end - 1).getUTCFullYear()
  const step = Math.ceil((lastYear - firstYear + 1) / mostYears)
  const marks = [{ label: String(firstYear), at: 0 }]
  for (let year = lastYear; year > firstYear; year -= step) {
    const at = place(Date.UTC(year, 0, 1))
    if (at > 0.09) marks.push({ label: String(year), at })
  }
  return marks.sort((a, b) => a.at - b.at)
}
