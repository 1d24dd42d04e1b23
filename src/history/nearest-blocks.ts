import { alikeness, type BlockWords } from './block-words.ts'

/** A block that found no partner in its place. */
export interface Seeker<Left> {
  readonly left: Left
  /** Only blocks of one group are compared. */
  readonly group: string
  /** Null where its text is not known. */
  readonly words: BlockWords | null
}

export interface Demand {
  /** True to look on the same page only. */
  readonly inPage: boolean
  readonly least: number
  /** Words below which likeness proves nothing. */
  readonly fewest: number
}

/** Blocks that a word may stand in to lead to them: one that half the handbook uses finds nothing. */
const MOST_HOLDERS = 64
/** Blocks that are looked at for one. */
const MOST_CANDIDATES = 64

/**
 * Pairs of old and new blocks that use nearly the same words, the likest first, each block once.
 *
 * Candidates come through an index of words, the rarest first, so that many hundreds that left their places do not
 * have to be compared each with each.
 */
export function nearestBlocks<Old extends { readonly page: number }, New extends { readonly page: number }>(
  olds: readonly Seeker<Old>[],
  news: readonly Seeker<New>[],
  { inPage, least, fewest }: Demand,
): readonly (readonly [Old, New])[] {
  const holders = new Map<string, number[]>()
  for (const [at, { words }] of olds.entries()) {
    if (words === null || words.words.length < fewest) continue
    for (const word of words.bag.keys()) {
      const known = holders.get(word)
      if (known === undefined) holders.set(word, [at])
      else known.push(at)
    }
  }
  if (holders.size === 0) return []
  const found: { readonly old: number; readonly now: number; readonly score: number }[] = []
  for (const [at, now] of news.entries()) {
    const { words } = now
    if (words === null || words.words.length < fewest) continue
    for (const place of candidates(words, holders)) {
      const old = olds[place] as Seeker<Old>
      if (old.words === null || old.group !== now.group || inPage !== (old.left.page === now.left.page)) continue
      const [a, b] = [old.words.words.length, words.words.length]
      if (2 * Math.min(a, b) < least * (a + b)) continue
      const score = alikeness(old.words, words)
      if (score >= least) found.push({ old: place, now: at, score })
    }
  }
  found.sort((a, b) => b.score - a.score || a.old - b.old || a.now - b.now)
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()]
  return found.flatMap(({ old, now }) => {
    if (usedOld.has(old) || usedNew.has(now)) return []
    usedOld.add(old)
    usedNew.add(now)
    return [[(olds[old] as Seeker<Old>).left, (news[now] as Seeker<New>).left] as const]
  })
}

/** Places of blocks that share words with one, those that share the most of its rare ones first. */
function candidates(words: BlockWords, holders: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const counts = new Map<number, number>()
  for (const word of words.bag.keys()) {
    const all = holders.get(word)
    if (all === undefined || all.length > MOST_HOLDERS) continue
    for (const at of all) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const ranked = [...counts]
  if (ranked.length > MOST_CANDIDATES) ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]).length = MOST_CANDIDATES
  return ranked.map(([at]) => at)
}
