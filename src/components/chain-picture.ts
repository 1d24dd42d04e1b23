import type { ChainRecord } from '../model/life-view.ts'

const width = 592
const row = 14
const shortest = 5

/** A path of the picture of a chain; `class` chooses how it is drawn. */
export interface Bar {
  readonly class: 'was' | 'is' | 'here' | 'link'
  readonly d: string
}

/** Height of the picture, in its own units. */
export const chainHeight = (records: readonly ChainRecord[]): number => drawn(records).length * row + 4

/**
 * The picture of a chain: a bar from the day a record began to count to the day it ended, each on a row of its own, and
 * a line down to the one that took its place. Only numbers get into it.
 */
export function chainBars(records: readonly ChainRecord[]): readonly Bar[] {
  const all = drawn(records).map(({ span, isHere }, index) => {
    const from = at(span.from)
    const to = Math.max(from + shortest, at(span.to ?? 1))
    const y = 8 + index * row
    return { from, to, y, isHere, isOpen: span.to === null }
  })
  return all.flatMap(({ from, to, y, isHere, isOpen }, index): Bar[] => {
    const next = all[index + 1]
    const line: Bar[] = next === undefined || isOpen ? [] : [{ class: 'link', d: `M${to} ${y}V${next.y}` }]
    return [...line, { class: isHere ? 'here' : isOpen ? 'is' : 'was', d: `M${from} ${y}H${to}` }]
  })
}

const at = (part: number): number => Math.round(2 + Math.min(1, Math.max(0, part)) * (width - 4))

function drawn(records: readonly ChainRecord[]) {
  return records.flatMap(({ span, isHere }) => (span === null ? [] : [{ span, isHere }]))
}
