import { shortestEdits } from './shortest-edits.ts'

/** A place in the first sequence and the equal place in the second. */
export type Pair = readonly [number, number]

/** Edits after which the search for a longest common sequence ends: about 15 ms of work, whatever the length. */
const EDIT_LIMIT = 512

/**
 * A common sequence of two lists of numbers, as pairs of places that rise on both sides.
 *
 * Longest where at most {@link EDIT_LIMIT} edits lie between the lists (equal ends and values that stand on one
 * side only do not count); beyond that the values that are unique on both sides decide, so that the answer never
 * depends on the machine's speed.
 */
export function commonSequence(a: readonly number[], b: readonly number[]): Pair[] {
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a[start] === b[start]) start += 1
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const pairs: Pair[] = []
  for (let place = 0; place < start; place += 1) pairs.push([place, place])
  for (const pair of betweenEnds(a, b, start, endA, endB)) pairs.push(pair)
  for (let place = endA; place < a.length; place += 1) pairs.push([place, place - endA + endB])
  return pairs
}

function betweenEnds(a: readonly number[], b: readonly number[], start: number, endA: number, endB: number): Pair[] {
  const inA = new Set(a.slice(start, endA))
  const inB = new Set(b.slice(start, endB))
  const placesA = placesOf(a, start, endA, inB)
  const placesB = placesOf(b, start, endB, inA)
  if (placesA.length === 0 || placesB.length === 0) return []
  const valuesA = placesA.map((place) => a[place] as number)
  const valuesB = placesB.map((place) => b[place] as number)
  const pairs = longest(valuesA, valuesB) ?? byUniqueValues(valuesA, valuesB)
  return pairs.map(([left, right]) => [placesA[left] as number, placesB[right] as number])
}

function placesOf(list: readonly number[], start: number, end: number, other: ReadonlySet<number>): number[] {
  const places: number[] = []
  for (let place = start; place < end; place += 1) if (other.has(list[place] as number)) places.push(place)
  return places
}

/** Longest common sequence; undefined beyond the limit. */
function longest(a: number[], b: number[]): Pair[] | undefined {
  const runs = shortestEdits(a, b, EDIT_LIMIT)
  if (runs === null) return undefined
  const pairs: Pair[] = []
  let left = 0
  let right = 0
  for (const { kind, count } of runs) {
    if (kind === 'same') for (let step = 0; step < count; step += 1) pairs.push([left + step, right + step])
    if (kind !== 'added') left += count
    if (kind !== 'removed') right += count
  }
  return pairs
}

/** Longest rising run of the values that occur once in each list, each grown over its equal neighbours. */
function byUniqueValues(a: readonly number[], b: readonly number[]): Pair[] {
  const onceA = placesOfUnique(a)
  const onceB = placesOfUnique(b)
  const candidates: Pair[] = []
  for (const [value, left] of onceA) {
    const right = onceB.get(value)
    if (right !== undefined) candidates.push([left, right])
  }
  const anchors = longestRising(candidates.sort((x, y) => x[0] - y[0]))
  const pairs: Pair[] = []
  let left = 0
  let right = 0
  anchors.push([a.length, b.length])
  for (const [anchorA, anchorB] of anchors) {
    while (left < anchorA && right < anchorB && a[left] === b[right]) pairs.push([left++, right++])
    let back = 0
    while (anchorA - back > left && anchorB - back > right && a[anchorA - back - 1] === b[anchorB - back - 1]) back += 1
    for (; back > 0; back -= 1) pairs.push([anchorA - back, anchorB - back])
    if (anchorA < a.length) pairs.push([anchorA, anchorB])
    left = anchorA + 1
    right = anchorB + 1
  }
  return pairs
}

function placesOfUnique(list: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  list.forEach((value, place) => {
    places.set(value, places.has(value) ? -1 : place)
  })
  for (const [value, place] of places) if (place < 0) places.delete(value)
  return places
}

/** Of pairs sorted by their first place, the most whose second places rise too; patience sorting, O(n log n). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const previous: number[] = []
  pairs.forEach(([, second], index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as Pair)[1] < second) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? -1 : (tails[low - 1] as number))
    tails[low] = index
  })
  const rising: Pair[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) rising.push(pairs[at] as Pair)
  return rising.reverse()
}
