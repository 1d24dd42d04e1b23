import type { Entry } from './index-data.ts'

/**
 * Places of entries in the order in which they landed, oldest first.
 *
 * On one line that is the order of its commits, whatever their dates say. An imported history is older than the
 * entry that joins it, and beside the main line's own past its entries go by date.
 */
export function landingOrder(entries: readonly Entry[]): readonly number[] {
  const places = entries.map((_, place) => place)
  if (entries.every(({ lane }) => lane === 0)) return places
  const keys = keysOnLines(entries)
  const joinedAt = new Map<number, number>()
  for (const [place, { joins }] of entries.entries()) for (const lane of joins) joinedAt.set(lane, place)
  const capped = (place: number): number => {
    const join = joinedAt.get(entries[place]?.lane ?? 0)
    const own = keys[place] ?? 0
    return join === undefined ? own : Math.min(own, capped(join))
  }
  const sortKeys = places.map(capped)
  return places.sort((a, b) => compare(sortKeys[a] ?? 0, sortKeys[b] ?? 0) || a - b)
}

/** Milliseconds since 1970; a date that runs ahead of a later commit's on its line counts for that commit too. */
function keysOnLines(entries: readonly Entry[]): readonly number[] {
  const latest = new Map<number, number>()
  return entries.map(({ lane, at }) => {
    const before = latest.get(lane) ?? Number.NEGATIVE_INFINITY
    const key = at === null ? before : Math.max(before, Date.parse(at))
    latest.set(lane, key)
    return key
  })
}

/** Two infinities have no difference. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)
