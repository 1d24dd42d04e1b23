import { commonSequence } from '../../text/sequence.ts'
import type { Item } from './items.ts'
import { type Allowance, mostPairs } from './limit.ts'
import { numbered } from './numbered.ts'

/** Items of the two sides that belong together; null where one side has none. */
export type Match = readonly [before: Item | null, after: Item | null]

/** Likeness from which two blocks are versions of one. */
const leastLike = 0.4
/** A common beginning of so many characters makes two blocks at least as alike as this. */
const prefix = { length: 15, likeness: 0.5 }
const sameFirstCell = 0.6

/**
 * Which items of two containers belong together, in an order that both sides keep: equal ones by the longest common
 * sequence, and in the gaps between them those that are most alike.
 */
export function alignItems(before: readonly Item[], after: readonly Item[], allowance: Allowance): Match[] {
  const numbers = new Map<string, number>()
  const keys = (items: readonly Item[]) =>
    numbered(
      items.map(({ key }) => key),
      numbers,
    )
  const pairs = commonSequence(keys(before), keys(after))
  const matches: Match[] = []
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of [...pairs, [before.length, after.length] as const]) {
    matches.push(...alignGap(before.slice(left, nextLeft), after.slice(right, nextRight), allowance))
    const [a, b] = [before[nextLeft], after[nextRight]]
    if (a !== undefined && b !== undefined) matches.push([a, b])
    left = nextLeft + 1
    right = nextRight + 1
  }
  return matches
}

function alignGap(before: readonly Item[], after: readonly Item[], allowance: Allowance): Match[] {
  const cells = before.length * after.length
  if (cells === 0 || cells > mostPairs || allowance.steps <= 0) return apart(before, after)
  const likeness: number[] = []
  for (const a of before) for (const b of after) likeness.push(likenessOf(a, b, cells === 1, allowance))
  const width = after.length
  // best[i][j]: the most likeness that the items from i and j on can have together.
  const best = new Float64Array((before.length + 1) * (width + 1))
  const at = (i: number, j: number): number => i * (width + 1) + j
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const like = likeness[i * width + j] as number
      const both = like > 0 ? like + (best[at(i + 1, j + 1)] as number) : 0
      best[at(i, j)] = Math.max(both, best[at(i + 1, j)] as number, best[at(i, j + 1)] as number)
    }
  }
  const matches: Match[] = []
  let [i, j] = [0, 0]
  let [fromI, fromJ] = [0, 0]
  while (i < before.length && j < width) {
    const like = likeness[i * width + j] as number
    if (like > 0 && best[at(i, j)] === like + (best[at(i + 1, j + 1)] as number)) {
      matches.push(...apart(before.slice(fromI, i), after.slice(fromJ, j)), [before[i] as Item, after[j] as Item])
      i += 1
      j += 1
      fromI = i
      fromJ = j
    } else if (best[at(i, j)] === best[at(i + 1, j)]) i += 1
    else j += 1
  }
  return [...matches, ...apart(before.slice(fromI), after.slice(fromJ))]
}

const apart = (before: readonly Item[], after: readonly Item[]): Match[] => [
  ...before.map((item): Match => [item, null]),
  ...after.map((item): Match => [null, item]),
]

/** @returns 0 for items that do not belong together */
function likenessOf(a: Item, b: Item, isAlone: boolean, allowance: Allowance): number {
  if (a.group !== b.group) return 0
  // A lone line of text in an item, a cell or a paragraph is that text, whatever it says now.
  if (isAlone && a.group === 'run') return 1
  const [left, right] = [a.words(), b.words()]
  allowance.steps -= Math.min(left.counts.size, right.counts.size)
  let common = 0
  const [few, many] = left.counts.size < right.counts.size ? [left, right] : [right, left]
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0)
  let likeness = left.total + right.total === 0 ? 0 : (2 * common) / (left.total + right.total)
  if (a.group === 'tr') {
    if (left.start !== '' && left.start === right.start) likeness = Math.max(likeness, sameFirstCell)
  } else if (likeness < prefix.likeness && left.start.slice(0, prefix.length) === right.start.slice(0, prefix.length)) {
    if (left.start.length >= prefix.length) likeness = prefix.likeness
  }
  return likeness >= leastLike ? likeness : 0
}
