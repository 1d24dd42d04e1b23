import type { RepoPath } from '../model/ids.ts'
import { wordsOf } from './forms.ts'
import { pageName } from './page-name.ts'
import { bagOf, likeness, type PageVersion, sharedWeight, type Weights, weigh } from './version.ts'

/** One side of a page in an entry: where it stood or stands, and its text. */
export interface Side {
  readonly path: RepoPath
  /** Beginning of the blob id. */
  readonly blob: string
  /** Null for a version that could not be read. */
  readonly version: PageVersion | null
}

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

/**
 * Least likeness of two versions of one page: by shared blocks where the page keeps its name, else, and by words.
 * Below a half, pages of another name turned out to be one of many parts of a page that was split, or one of many
 * that were put together, and its history would tell of texts that the page never had.
 */
const BY_BLOCKS = 0.35
const BY_BLOCKS_RENAMED = 0.5
const BY_WORDS = 0.6
/** A page keeps its place unless less than this of its text stays there and this much stands in another. */
const KEPT = 0.2
/** Share of kept lines from which on a page surely keeps more than that; lines are known already, blocks are not. */
const KEPT_LINES = 0.8
const HELD = 0.6
const SAME_NAME = 0.05
const SAME_PATH = 0.3
/** Pairs that may be compared word by word. */
const MOST_PAIRS = 4000
/** Words below which equal text proves nothing: stubs of a template are all alike. */
const FEWEST_WORDS = 4
const FEWEST_WORDS_COMPARED = 8
/** Bytes that no file without words has. */
const LONG = 500

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

/** True when an added page may be the one that stood at the same path before it was removed. */
export function isSamePage(before: Side, after: Side): boolean {
  if (before.blob === after.blob) return true
  if (before.version === null || after.version === null) return false
  const [a, b] = [weigh(before.version), weigh(after.version)]
  const share = (2 * sharedWeight(a, b)) / Math.max(1, a.total + b.total)
  return share >= BY_BLOCKS || likeness(bagOf(before.version), bagOf(after.version)) >= BY_WORDS
}

/** True when a new page began as a copy of another that has its name and is still there. */
export function isCopy(of: Side, now: Side): boolean {
  if (of.version === null || now.version === null || !hasWords(now)) return of.blob === now.blob
  const [a, b] = [weigh(of.version), weigh(now.version)]
  return (2 * sharedWeight(a, b)) / Math.max(1, a.total + b.total) >= BY_BLOCKS_RENAMED
}

type Measure<Value> = (side: Side) => Value | undefined

interface Knowledge {
  /** New side of a modified page to its old side. */
  readonly owners: ReadonlyMap<Side, Side>
  readonly weights: Measure<Weights>
}

/** Measures each version once. */
function once<Value>(measure: (version: PageVersion) => Value): Measure<Value> {
  const known = new Map<PageVersion, Value>()
  return ({ version }) => {
    if (version === null) return undefined
    const value = known.get(version) ?? measure(version)
    known.set(version, value)
    return value
  }
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
      if (!open.from.has(old) || !open.to.has(now)) continue
      pairs.set(now, old)
      open.from.delete(old)
      open.to.delete(now)
    }
  }
  take(exact(from, to, owners))
  if (open.to.size === 0) return pairs
  take(byBlocks([...open.from], [...open.to], { owners, weights }, leaving))
  const rest = [...open.from].filter((side) => !leaving.has(side))
  const free = [...open.to].filter((side) => !owners.has(side))
  if (rest.length * free.length < MOST_PAIRS) take(byWords(rest, free))
  return pairs
}

interface Candidate {
  readonly old: Side
  readonly now: Side
  readonly score: number
}

/** Equal texts. One of few words proves something only by its name, or when there is no second of its kind. */
function exact(from: readonly Side[], to: readonly Side[], owners: Knowledge['owners']): Candidate[] {
  const leaving = Map.groupBy(from, ({ blob }) => blob)
  const arriving = Map.groupBy(to, ({ blob }) => blob)
  const found = to.flatMap((now) => {
    const equals = leaving.get(now.blob) ?? []
    const isAlone = equals.length === 1 && arriving.get(now.blob)?.length === 1
    return equals.flatMap((old) => {
      const nearness = nearnessOf(old.path, now.path)
      const isProof = nearness > 0 || hasWords(old, isAlone ? 1 : FEWEST_WORDS)
      return isProof && owners.get(now) !== old ? [{ old, now, score: nearness }] : []
    })
  })
  return sorted(found)
}

function byBlocks(
  from: readonly Side[],
  to: readonly Side[],
  { owners, weights }: Knowledge,
  leaving: ReadonlySet<Side>,
): Candidate[] {
  const holders = new Map<number, Side[]>()
  for (const old of from) {
    for (const hash of weights(old)?.byBlock.keys() ?? []) {
      const known = holders.get(hash)
      if (known === undefined) holders.set(hash, [old])
      else known.push(old)
    }
  }
  const found: Candidate[] = []
  for (const now of to) {
    const own = weights(now)
    if (own === undefined) continue
    const near = new Set([...own.byBlock.keys()].flatMap((hash) => holders.get(hash) ?? []))
    for (const old of near) {
      const other = weights(old)
      if (other === undefined || owners.get(now) === old) continue
      const shared = sharedWeight(own, other)
      const share = (2 * shared) / (own.total + other.total)
      const nearness = nearnessOf(old.path, now.path)
      const isLike = leaving.has(old)
        ? share >= BY_BLOCKS && shared >= HELD * other.total
        : share + nearness >= (nearness > 0 ? BY_BLOCKS : BY_BLOCKS_RENAMED)
      if (isLike && (nearness > 0 || shared >= FEWEST_WORDS)) found.push({ old, now, score: share + nearness })
    }
  }
  return sorted(found)
}

function byWords(from: readonly Side[], to: readonly Side[]): Candidate[] {
  const bags = once(bagOf)
  const found: Candidate[] = []
  for (const now of to) {
    const own = bags(now)
    if (own === undefined || own.total < FEWEST_WORDS_COMPARED) continue
    for (const old of from) {
      const other = bags(old)
      if (other === undefined || other.total < FEWEST_WORDS_COMPARED) continue
      const score = likeness(own, other)
      if (score >= BY_WORDS) found.push({ old, now, score: score + nearnessOf(old.path, now.path) })
    }
  }
  return sorted(found)
}

/** True for a text that proves something when it is found again; stubs of a template are all alike. */
export function hasWords({ version }: Side, fewest = FEWEST_WORDS): boolean {
  if (version === null || version.bytes.length >= LONG) return true
  return wordsOf(new TextDecoder().decode(version.bytes)).length >= fewest
}

/** Best first; ties by path, so that the order in which git lists files does not matter. */
function sorted(candidates: Candidate[]): Candidate[] {
  const place = ({ old, now }: Candidate) => `${old.path}\u0000${now.path}`
  return candidates.sort((a, b) => b.score - a.score || (place(a) < place(b) ? -1 : 1))
}

function nearnessOf(a: RepoPath, b: RepoPath): number {
  if (a === b) return SAME_PATH
  return pageName(a) === pageName(b) ? SAME_NAME : 0
}
