import type { Block } from '../markdown/blocks.ts'
import { commonSequence } from '../text/sequence.ts'
import { alikeness, beyond, type Lexicon, sharedWords } from './block-words.ts'
import { nearestBlocks } from './nearest-blocks.ts'

/** A block as an entry finds it. */
export interface OldBlock {
  /** Number under which its history is kept. */
  readonly number: number
  readonly hash: number
  /** Null where the version that it stands in cannot be read. */
  readonly block: Block | null
}

/** A block as an entry leaves it. */
export interface NewBlock {
  readonly hash: number
  /** Words, as `countWords` counts them. */
  readonly size: number
  readonly block: Block
}

/** A page that an entry touched; without old blocks it is new, without new ones it is gone. */
export interface TouchedPage {
  readonly page: number
  readonly before: readonly OldBlock[]
  readonly after: readonly NewBlock[]
}

/** What a new block continues. */
export interface Pairing {
  readonly old: OldBlock
  readonly oldPage: number
}

/** What happened to the blocks of one entry; the keys are the objects that were given. */
export interface Alignment {
  readonly pairs: ReadonlyMap<NewBlock, Pairing>
  /** New blocks whose words an old one has lost that goes on. */
  readonly splitFrom: ReadonlyMap<NewBlock, OldBlock>
  /** Old blocks whose words a new one has taken in. */
  readonly mergedInto: ReadonlyMap<OldBlock, NewBlock>
}

/** Words of a block that proves something away from its place: “TBD” stands on many pages. */
const FEWEST_TO_MOVE = 4
const FEWEST_TO_MOVE_EDITED = 6
const FEWEST_TO_CROSS_EDITED = 8
/** Least likeness of two texts of one block, in its place and the more the further it went. */
const LIKE = 0.5
const LIKE_ALONE = 0.3
const LIKE_MOVED = 0.75
const LIKE_CROSSED = 0.8
const LIKE_ROW = 0.6
const LIKE_KEY = 0.9
/** Share of a block's words that another must have lost to it, or gained from it. */
const CONTAINED = 0.8
const FEWEST_CONTAINED = 3
/** Pairs that are compared in one place: size caps, since time limits would make the answer the machine's. */
const MOST_CELLS = 40_000

interface Left<Item> {
  readonly item: Item
  readonly page: number
  readonly at: number
  /** Which stretch between two blocks that stayed. */
  readonly gap: number
}

/**
 * Follows the blocks of one entry (PROVENANCE steps 7 to 10): exact before similar, over all of its pages, so that
 * text that only looks alike never takes the name of text that moved.
 */
export function alignEntry(pages: readonly TouchedPage[], lexicon: Lexicon): Alignment {
  return new Aligner(pages, lexicon).run()
}

class Aligner {
  readonly #pages: readonly TouchedPage[]
  readonly #lexicon: Lexicon
  readonly #pairs = new Map<NewBlock, Pairing>()
  readonly #similar: { readonly page: number; readonly old: OldBlock; readonly now: NewBlock }[] = []
  #olds: Left<OldBlock>[] = []
  #news: Left<NewBlock>[] = []

  constructor(pages: readonly TouchedPage[], lexicon: Lexicon) {
    this.#pages = pages
    this.#lexicon = lexicon
  }

  run(): Alignment {
    for (const page of this.#pages) this.#inPlace(page)
    this.#exactMoves((old, now) => old.page === now.page)
    this.#exactMoves(() => true)
    this.#inGaps()
    this.#similarMoves(true, LIKE_MOVED, FEWEST_TO_MOVE_EDITED)
    this.#similarMoves(false, LIKE_CROSSED, FEWEST_TO_CROSS_EDITED)
    return { pairs: this.#pairs, ...this.#contained() }
  }

  #inPlace({ page, before, after }: TouchedPage): void {
    const a = before.map(({ hash }) => hash)
    const b = after.map(({ hash }) => hash)
    let [atA, atB, gap] = [0, 0, 0]
    for (const [inA, inB] of [...commonSequence(a, b), [a.length, b.length] as const]) {
      for (; atA < inA; atA += 1) this.#olds.push({ item: before[atA] as OldBlock, page, at: atA, gap })
      for (; atB < inB; atB += 1) this.#news.push({ item: after[atB] as NewBlock, page, at: atB, gap })
      const [old, now] = [before[inA], after[inB]]
      if (old !== undefined && now !== undefined) this.#pairs.set(now, { old, oldPage: page })
      atA = inA + 1
      atB = inB + 1
      gap += 1
    }
  }

  /** Equal text elsewhere; a short one only where there is no second of its kind on the page. */
  #exactMoves(isAllowed: (old: Left<OldBlock>, now: Left<NewBlock>) => boolean): void {
    if (this.#olds.length === 0 || this.#news.length === 0) return
    const byHash = Map.groupBy(this.#olds, ({ item }) => item.hash)
    const wanted = Map.groupBy(this.#news, ({ item }) => item.hash)
    const used = new Set<Left<OldBlock>>()
    /** Page that the block before on the same new page came from. */
    let source = -1
    let page = -1
    for (const now of this.#news) {
      if (now.page !== page) [source, page] = [-1, now.page]
      const all = byHash.get(now.item.hash)
      if (all === undefined) continue
      const free = all.filter((old) => !used.has(old) && isAllowed(old, now))
      const isAlone = all.length === 1 && wanted.get(now.item.hash)?.length === 1 && all[0]?.page === now.page
      if (now.item.size < FEWEST_TO_MOVE && !isAlone) continue
      const old = free.find((each) => each.page === source) ?? free[0]
      if (old === undefined) continue
      used.add(old)
      source = old.page
      this.#pairs.set(now.item, { old: old.item, oldPage: old.page })
    }
    this.#forget(used)
  }

  #forget(used: ReadonlySet<Left<OldBlock>>): void {
    if (used.size === 0) return
    this.#olds = this.#olds.filter((old) => !used.has(old))
    this.#news = this.#news.filter(({ item }) => !this.#pairs.has(item))
  }

  #pairUp(old: Left<OldBlock>, now: Left<NewBlock>, used: Set<Left<OldBlock>>): void {
    used.add(old)
    this.#pairs.set(now.item, { old: old.item, oldPage: old.page })
    this.#similar.push({ page: now.page, old: old.item, now: now.item })
  }

  /** What stands between the same two blocks as before, in the same order. */
  #inGaps(): void {
    const key = ({ page, gap }: Left<unknown>) => page * 100_000 + gap
    const gone = Map.groupBy(this.#olds, key)
    const used = new Set<Left<OldBlock>>()
    for (const [place, come] of Map.groupBy(this.#news, key)) {
      const left = gone.get(place) ?? []
      for (const [old, now] of this.#alongside(left, come)) this.#pairUp(old, now, used)
    }
    this.#forget(used)
  }

  /** Pairs in rising order with the greatest sum of likeness. */
  #alongside(olds: readonly Left<OldBlock>[], news: readonly Left<NewBlock>[]): [Left<OldBlock>, Left<NewBlock>][] {
    const [m, n] = [olds.length, news.length]
    if (m === 0 || n === 0 || m * n > MOST_CELLS) return []
    const isAlone = m === 1 && n === 1
    const width = n + 1
    const best = new Float64Array((m + 1) * width)
    const scores = new Float64Array(m * n)
    for (let i = m - 1; i >= 0; i -= 1) {
      for (let j = n - 1; j >= 0; j -= 1) {
        const score = this.#score((olds[i] as Left<OldBlock>).item, (news[j] as Left<NewBlock>).item, isAlone)
        scores[i * n + j] = score
        const skip = Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number)
        const take = score === 0 ? 0 : score + (best[(i + 1) * width + j + 1] as number)
        best[i * width + j] = Math.max(skip, take)
      }
    }
    const pairs: [Left<OldBlock>, Left<NewBlock>][] = []
    for (let i = 0, j = 0; i < m && j < n; ) {
      const score = scores[i * n + j] as number
      if (score > 0 && best[i * width + j] === score + (best[(i + 1) * width + j + 1] as number)) {
        pairs.push([olds[i++] as Left<OldBlock>, news[j++] as Left<NewBlock>])
      } else if (best[i * width + j] === best[(i + 1) * width + j]) i += 1
      else j += 1
    }
    return pairs
  }

  /** 0 for two that cannot be one block. */
  #score({ block: old }: OldBlock, { block: now }: NewBlock, isAlone: boolean): number {
    if (old === null || groupOf(old) !== groupOf(now)) return 0
    if (old.kind === 'front-matter') {
      if (keyOf(old) === keyOf(now)) return LIKE_KEY
    }
    const [a, b] = [this.#lexicon.of(old), this.#lexicon.of(now)]
    const least = isAlone && old.kind === now.kind ? LIKE_ALONE : LIKE
    const isSameRow =
      old.kind === 'row' && now.kind === 'row' && firstCell(old) !== '' && firstCell(old) === firstCell(now)
    const most = (2 * Math.min(a.words.length, b.words.length)) / Math.max(1, a.words.length + b.words.length)
    const like = most < least ? 0 : alikeness(a, b)
    const score = isSameRow ? Math.max(like, LIKE_ROW) : like
    return score >= least ? score : 0
  }

  #similarMoves(inPage: boolean, least: number, fewest: number): void {
    if (this.#olds.length === 0 || this.#news.length === 0) return
    const used = new Set<Left<OldBlock>>()
    const words = (block: Block | null) => (block === null ? null : this.#lexicon.of(block))
    const olds = this.#olds.map((left) => ({ left, group: groupOf(left.item.block), words: words(left.item.block) }))
    const news = this.#news.map((left) => ({ left, group: groupOf(left.item.block), words: words(left.item.block) }))
    for (const [old, now] of nearestBlocks(olds, news, { inPage, least, fewest })) this.#pairUp(old, now, used)
    this.#forget(used)
  }

  /** Blocks that were split in two, and those that two were put together in (steps 9 and 10). */
  #contained(): Pick<Alignment, 'splitFrom' | 'mergedInto'> {
    const splitFrom = new Map<NewBlock, OldBlock>()
    const mergedInto = new Map<OldBlock, NewBlock>()
    if (this.#similar.length === 0) return { splitFrom, mergedInto }
    const changed = Map.groupBy(this.#similar, ({ page }) => page)
    const lost = new Map<OldBlock, ReadonlyMap<string, number>>()
    const gained = new Map<NewBlock, ReadonlyMap<string, number>>()
    const bagOf = (block: Block | null): ReadonlyMap<string, number> =>
      block === null ? new Map() : this.#lexicon.of(block).bag
    for (const { old, now } of this.#similar) {
      lost.set(old, beyond(bagOf(old.block), bagOf(now.block)))
      gained.set(now, beyond(bagOf(now.block), bagOf(old.block)))
    }
    const holds = (bag: ReadonlyMap<string, number> | undefined, block: Block): boolean => {
      const { words, bag: own } = this.#lexicon.of(block)
      return words.length >= FEWEST_CONTAINED && bag !== undefined && sharedWords(own, bag) >= CONTAINED * words.length
    }
    for (const { item, page } of this.#news) {
      const near = changed.get(page) ?? []
      if (near.length * this.#news.length > MOST_CELLS) continue
      const from = near.find(({ old }) => holds(lost.get(old), item.block))
      if (from !== undefined) splitFrom.set(item, from.old)
    }
    for (const { item, page } of this.#olds) {
      const near = changed.get(page) ?? []
      if (item.block === null || near.length * this.#olds.length > MOST_CELLS) continue
      const { block } = item
      const into = near.find(({ now }) => holds(gained.get(now), block))
      if (into !== undefined) mergedInto.set(item, into.now)
    }
    return { splitFrom, mergedInto }
  }
}

/** Blocks of different groups never become one another by an edit. */
function groupOf(block: Block | null): string {
  const kind = block?.kind ?? ''
  return kind === 'heading' || kind === 'row' || kind === 'code' || kind === 'front-matter' ? kind : 'text'
}

const keyOf = ({ text }: Block): string => text.slice(0, Math.max(0, text.indexOf(':')))

function firstCell({ text }: Block): string {
  return (text.trim().replace(/^\|/, '').split('|', 1)[0] ?? '').trim()
}
