import { type Candidate, exactPairs, type Measure, once, type Side, similarPairs, wordPairs } from './likeness.ts'
import { sharedWeight, type Weights, weigh } from './version.ts'

/** A page that changed where it stands. */
export interface Modified {
  readonly before: Side
  readonly after: Side
  /** Share of the old lines that are still there, 0 to 1. */
  readonly kept: number
}

/** What happened to the pages of one entry; sides are the objects that were given. */
export interface Lineage {
  /** New side to the old side whose page it continues; a new side without one is a new page. */
  readonly continued: ReadonlyMap<Side, Side>
}

/** A page keeps its place unless less than this of its text stays there, and most of it stands elsewhere. */
const KEPT = 0.2
/** Share of kept lines from which on a page surely keeps more than that; lines are known already, blocks are not. */
const KEPT_LINES = 0.8
/** Pairs that may be compared word by word. */
const MOST_PAIRS = 4000

/**
 * Follows pages through one entry (PROVENANCE steps 5 and 6): which new path carries on which old page.
 *
 * Exact before similar, and similar by blocks before similar by words. A page that is still there moves away only
 * when its text did: then another page, or a new one, has its path.
 *
 * @param gone - pages that are not at their path any more, those of a joined history included
 * @param come - pages at paths that held none
 */
export function followPages(gone: readonly Side[], come: readonly Side[], modified: readonly Modified[]): Lineage {
  const weights = once(weigh)
  const isMove = come.length > 0 || modified.length > 1
  const leavers = isMove ? modified.filter((page) => mayLeave(page, weights)) : []
  const owners = new Map(leavers.map(({ before, after }) => [after, before]))
  const from = [...gone, ...leavers.map(({ before }) => before)]
  const to = [...come, ...leavers.map(({ after }) => after)]
  if (from.length === 0 || to.length === 0)
    return { continued: new Map(modified.map(({ before, after }) => [after, before])) }

  const stayed = new Set<Side>()
  // A path is free for another page only when its own page left it: what rests on a page that stayed is undone.
  for (;;) {
    const pairs = match(
      from.filter((side) => !stayed.has(side)),
      to.filter((side) => !stayed.has(owners.get(side) ?? side)),
      { owners, weights },
    )
    const left = new Set(pairs.values())
    const back = leavers.filter(({ before }) => !stayed.has(before) && !left.has(before))
    if (back.length === 0) {
      for (const { before, after } of modified) if (!left.has(before) && !pairs.has(after)) pairs.set(after, before)
      return { continued: pairs }
    }
    for (const { before } of back) stayed.add(before)
  }
}

interface Knowledge {
  /** New side of a modified page to its old side. */
  readonly owners: ReadonlyMap<Side, Side>
  readonly weights: Measure<Weights>
}

/** True for a page of which under a fifth stays. */
function mayLeave({ before, after, kept }: Modified, weights: Measure<Weights>): boolean {
  if (kept > KEPT_LINES || before.version === null || after.version === null) return false
  const [a, b] = [weights(before), weights(after)]
  return a !== undefined && b !== undefined && a.total > 0 && sharedWeight(a, b) < KEPT * a.total
}

function match(from: readonly Side[], to: readonly Side[], { owners, weights }: Knowledge): Map<Side, Side> {
  const pairs = new Map<Side, Side>()
  const open = { from: new Set(from), to: new Set(to) }
  const leaving = new Set(owners.values())
  const take = (candidates: readonly Candidate[]) => {
    for (const { old, now } of candidates) {
      if (!open.from.has(old) || !open.to.has(now) || owners.get(now) === old) continue
      pairs.set(now, old)
      open.from.delete(old)
      open.to.delete(now)
    }
  }
  take(exactPairs(from, to))
  if (open.to.size === 0) return pairs
  take(similarPairs([...open.from], [...open.to], weights, leaving))
  const rest = [...open.from].filter((side) => !leaving.has(side))
  const free = [...open.to].filter((side) => !owners.has(side))
  if (rest.length * free.length < MOST_PAIRS) take(wordPairs(rest, free))
  return pairs
}
