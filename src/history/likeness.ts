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

/** An old and a new side that may be one page. */
export interface Candidate {
  readonly old: Side
  readonly now: Side
  /** Higher is likelier. */
  readonly score: number
}

/** Something that is known of a side's version; undefined for one that could not be read. */
export type Measure<Value> = (side: Side) => Value | undefined

/**
 * Least likeness of two versions of one page: by shared blocks where the page keeps its name, else, and by words.
 * Below a half, pages of another name turned out to be one of many parts of a page that was split, or one of many
 * that were put together, and its history would tell of texts that the page never had.
 */
const BY_BLOCKS = 0.35
const BY_BLOCKS_RENAMED = 0.5
const BY_WORDS = 0.6
/** Share of a page's text that must stand elsewhere for it to have left a path that is still there. */
const HELD = 0.6
const SAME_NAME = 0.05
const SAME_PATH = 0.3
/** Words below which equal text proves nothing: stubs of a template are all alike. */
const FEWEST_WORDS = 4
const FEWEST_WORDS_COMPARED = 8
/** Bytes that no file without words has. */
const LONG = 500
/** Equal texts, or pages that share a block, beyond which only those of one name are compared. */
const MOST_ALIKE = 64

/** Measures each version once. */
export function once<Value>(measure: (version: PageVersion) => Value): Measure<Value> {
  const known = new Map<PageVersion, Value>()
  return ({ version }) => {
    if (version === null) return undefined
    const value = known.get(version) ?? measure(version)
    known.set(version, value)
    return value
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

/** Equal texts. One of few words proves something only by its name, or when there is no second of its kind. */
export function exactPairs(from: readonly Side[], to: readonly Side[]): readonly Candidate[] {
  const leaving = Map.groupBy(from, ({ blob }) => blob)
  const arriving = Map.groupBy(to, ({ blob }) => blob)
  const found = to.flatMap((now) => {
    const equals = leaving.get(now.blob) ?? []
    const isAlone = equals.length === 1 && arriving.get(now.blob)?.length === 1
    const named = equals.length > MOST_ALIKE ? equals.filter((old) => nearnessOf(old.path, now.path) > 0) : equals
    return named.flatMap((old) => {
      const nearness = nearnessOf(old.path, now.path)
      const isProof = nearness > 0 || hasWords(old, isAlone ? 1 : FEWEST_WORDS)
      return isProof ? [{ old, now, score: nearness }] : []
    })
  })
  return sorted(found)
}

/**
 * Texts that share blocks.
 *
 * @param leaving - old sides whose path is still there: more of their text must stand elsewhere
 */
export function similarPairs(
  from: readonly Side[],
  to: readonly Side[],
  weights: Measure<Weights>,
  leaving: ReadonlySet<Side>,
): readonly Candidate[] {
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
    for (const old of sharersOf(now, own, holders)) {
      const other = weights(old)
      if (other === undefined) continue
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

/** Pages that have a block in common; of one that half the handbook has, only those of the page's name. */
function sharersOf(now: Side, own: Weights, holders: ReadonlyMap<number, readonly Side[]>): ReadonlySet<Side> {
  const near = new Set<Side>()
  for (const hash of own.byBlock.keys()) {
    const all = holders.get(hash) ?? []
    for (const old of all) if (all.length <= MOST_ALIKE || nearnessOf(old.path, now.path) > 0) near.add(old)
  }
  return near
}

/** Texts that use the same words, though no block of them is the same. */
export function wordPairs(from: readonly Side[], to: readonly Side[]): readonly Candidate[] {
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
function sorted(candidates: Candidate[]): readonly Candidate[] {
  const byPath = (a: Side, b: Side) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  return candidates.sort((a, b) => b.score - a.score || byPath(a.old, b.old) || byPath(a.now, b.now))
}

function nearnessOf(a: RepoPath, b: RepoPath): number {
  if (a === b) return SAME_PATH
  return pageName(a) === pageName(b) ? SAME_NAME : 0
}
