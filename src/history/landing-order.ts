import type { Entry } from './index-data.ts'

/**
 * Entries in the order in which they landed, oldest first.
 *
 * On one line that is the order of its commits, whatever their dates say. An imported history is older than the
 * entry that joins it, and beside the main line's own past its entries go by date.
 */
export function inLandingOrder(entries: readonly Entry[]): readonly Entry[] {
  if (entries.every(({ lane }) => lane === 0)) return entries
  const joinedBy = new Map(entries.flatMap((entry) => entry.joins.map((lane) => [lane, entry] as const)))
  const latest = new Map<number, number>()
  const keys = new Map<Entry, number>()
  /** A date that runs ahead of a later commit's counts as that of the commit before. */
  const key = (entry: Entry) => {
    const before = latest.get(entry.lane) ?? Number.NEGATIVE_INFINITY
    const own = Math.max(before, entry.at === null ? Number.NEGATIVE_INFINITY : Date.parse(entry.at))
    latest.set(entry.lane, own)
    return own
  }
  for (const entry of entries) keys.set(entry, key(entry))
  const capped = (entry: Entry): number => {
    const own = keys.get(entry) ?? 0
    const join = joinedBy.get(entry.lane)
    return join === undefined ? own : Math.min(own, capped(join))
  }
  const sortKeys = new Map(entries.map((entry) => [entry, capped(entry)]))
  return [...entries].sort((a, b) => (sortKeys.get(a) ?? 0) - (sortKeys.get(b) ?? 0) || 0)
}
