import type { Block } from '../markdown/blocks.ts'
import { type Alignment, alignEntry, type NewBlock, type OldBlock, type TouchedPage } from './align.ts'
import { editOf } from './alteration.ts'
import { type BlockOrigin, type BlockRecord, type BlockRecords, noSteps, type StepRecord } from './block-records.ts'
import { Lexicon } from './block-words.ts'
import { HashIndex } from './hash-index.ts'
import type { Entry, PageEvent } from './index-data.ts'
import type { PageVersion } from './version.ts'

type Versions = ReadonlyMap<string, PageVersion | null>

/** What an entry did to pages, and the versions that it is told by. */
export interface EntryBlocks extends Pick<Entry, 'lane' | 'events'> {
  /** Place of the entry among all that are kept. */
  readonly place: number
  readonly versions: Versions
}

/** Words of a text that proves something when it is found again without having been moved. */
const FEWEST_TO_RETURN = 5
const FEWEST_TO_COPY = 8

/**
 * Follows every block through the entries of history (PROVENANCE steps 7 to 11), one entry after the other.
 *
 * It goes by what the index keeps and by the texts of the versions that an entry touches, so that a pass that goes on
 * from an index finds what a pass over everything does.
 */
export class Provenance {
  readonly #kept: BlockRecords
  /** Beginning of the blob id of each page as it stands. */
  readonly #blobs = new Map<number, string>()
  readonly #lanes = new Map<number, number>()
  /** Entry in which a page was first heard of where its past is not there. */
  readonly #found = new Map<number, number>()
  readonly #byHash = new HashIndex()
  readonly #lexicon = new Lexicon()

  /** @param known - entries that `kept` was made from */
  constructor(kept: BlockRecords, known: readonly Entry[]) {
    this.#kept = kept
    for (const [place, { lane, events }] of known.entries()) this.#keepBooks(events, lane, place)
    for (const [number, { hash }] of kept.records.entries()) this.#byHash.add(hash, number)
  }

  get kept(): BlockRecords {
    return this.#kept
  }

  #keepBooks(events: readonly PageEvent[], lane: number, place: number): void {
    for (const { kind, page, blob } of events) {
      if (kind === 'joined') continue
      if (kind === 'found') this.#found.set(page, place)
      if (kind === 'removed') this.#blobs.delete(page)
      else this.#blobs.set(page, blob)
      this.#lanes.set(page, lane)
    }
  }

  advance({ lane, events, place, versions }: EntryBlocks): void {
    const pages: TouchedPage[] = []
    const copies = new Map<number, number>()
    const pasts = events.filter(({ kind }) => kind === 'joined')
    for (const event of events) {
      const { kind, page, blob, other } = event
      if (kind === 'found' || kind === 'kept' || kind === 'joined') continue
      if (kind === 'added' && other >= 0) copies.set(page, other)
      const before = this.#blobs.get(page)
      if (before === blob && kind !== 'removed') continue
      const version = kind === 'removed' ? undefined : versions.get(blob)
      // A version that cannot be read leaves its page's blocks as they were.
      if (version === null) continue
      const old = this.#before(page, before === undefined ? null : (versions.get(before) ?? null))
      pages.push({ page, before: old, after: version === undefined ? [] : newBlocks(version) })
    }
    const unread = new Set(pages.filter(({ page }) => this.#isUnread(page)).map(({ page }) => page))
    this.#keepBooks(events, lane, place)
    // Before texts change or go: what both pasts of a page hold is one block.
    for (const { page, other } of pasts) this.#join(page, other)
    if (pages.length > 0) this.#apply(pages, { place, lane, copies, unread, ...alignEntry(pages, this.#lexicon) })
    for (const { page, other } of pasts) this.#join(page, other)
  }

  /** True for a page that stands although no version of it has been read. */
  #isUnread(page: number): boolean {
    return this.#blobs.has(page) && !this.#kept.standing.has(page)
  }

  #before(page: number, version: PageVersion | null): readonly OldBlock[] {
    let numbers = this.#kept.standing.get(page)
    if (numbers === undefined) {
      // The page stood where history begins: its blocks are met when it first changes.
      if (version === null || !this.#blobs.has(page)) return []
      const born = this.#found.get(page) ?? 0
      numbers = version.parts.forms.map(({ layout }) => this.#begin('found', { born, page, hash: layout, from: -1 }))
      this.#kept.standing.set(page, numbers)
    }
    const blocks = version?.parts.blocks.length === numbers.length ? version.parts.blocks : null
    return numbers.map((number, at) => ({
      number,
      hash: (this.#kept.records[number] as BlockRecord).hash,
      block: blocks?.[at] ?? null,
    }))
  }

  #begin(
    origin: BlockOrigin,
    { born, page, hash, from }: { born: number; page: number; hash: number; from: number },
  ): number {
    const { records } = this.#kept
    records.push({ born, origin, bornOn: page, bornAs: hash, from, page, hash, steps: noSteps, end: null })
    this.#byHash.add(hash, records.length - 1)
    return records.length - 1
  }

  #apply(pages: readonly TouchedPage[], found: Found): void {
    const { place } = found
    const { records, standing } = this.#kept
    const first = records.length
    const left = new Map<OldBlock, number>()
    for (const { page, before } of pages) for (const old of before) left.set(old, page)
    const numbers = new Map<NewBlock, number>()
    for (const { page, after } of pages) {
      for (const now of after) {
        const pair = found.pairs.get(now)
        if (pair === undefined) continue
        left.delete(pair.old)
        numbers.set(now, pair.old.number)
        this.#carry(now, pair.old, page, place)
      }
    }
    for (const { page, after } of pages) {
      /** Page that the block before was copied from. */
      let source = found.copies.get(page) ?? -1
      for (const now of after) {
        if (numbers.has(now)) continue
        const [number, from] = this.#arrive(now, { page, source, first, found })
        numbers.set(now, number)
        source = from
      }
    }
    for (const [old, page] of left) {
      const into = found.mergedInto.get(old)
      const { line = 0, endLine = -1 } = old.block ?? {}
      const record = records[old.number] as BlockRecord
      record.page = page
      record.end = {
        entry: place,
        line,
        lines: endLine - line + 1,
        into: into === undefined ? -1 : (numbers.get(into) ?? -1),
      }
    }
    for (const { page, after } of pages) {
      if (after.length === 0 && !this.#blobs.has(page)) standing.delete(page)
      else
        standing.set(
          page,
          after.map((now) => numbers.get(now) as number),
        )
    }
  }

  /** A block that goes on. */
  #carry(now: NewBlock, old: OldBlock, page: number, entry: number): void {
    const record = this.#kept.records[old.number] as BlockRecord
    const from = record.page === page ? -1 : record.page
    record.page = page
    const edit = old.block === null ? null : editOf(old.block, now.block, old.hash === now.hash, this.#wordsOf)
    if (edit === null && from < 0) return
    const isBack = old.hash !== now.hash && now.hash === record.bornAs
    const step = { entry, from, isBack, class: edit?.class ?? 'moved', misspelt: edit?.misspelt ?? [] } as const
    record.steps = [...record.steps, step satisfies StepRecord]
    if (old.hash === now.hash) return
    record.hash = now.hash
    this.#byHash.add(now.hash, old.number)
  }

  readonly #wordsOf = (block: Block) => this.#lexicon.of(block)

  /** @returns number of a block that appears, and the page that it was copied from, -1 for none */
  #arrive(now: NewBlock, { page, source, first, found }: Arrival): readonly [number, number] {
    const { place: born, lane } = found
    const { hash, size } = now
    const begin = (origin: BlockOrigin, from: number) => this.#begin(origin, { born, page, hash, from })
    if (found.unread.has(page)) return [begin('found', -1), -1]
    const split = found.splitFrom.get(now)
    if (split !== undefined) return [begin('split', split.number), -1]
    if (size < FEWEST_TO_RETURN) return [begin('born', -1), -1]
    const { records } = this.#kept
    const equal = this.#byHash.numbers(hash).filter((number) => {
      const record = records[number] as BlockRecord
      return number < first && record.hash === hash && this.#lanes.get(record.page) === lane
    })
    const gone = best(equal, (number) => {
      const { end, page: was } = records[number] as BlockRecord
      return end === null ? -1 : (was === page ? 1e9 : 0) + end.entry
    })
    if (gone !== undefined) {
      const record = records[gone] as BlockRecord
      const from = record.page === page ? -1 : record.page
      record.steps = [...record.steps, { entry: born, class: 'restored', from, isBack: false, misspelt: [] }]
      record.page = page
      record.end = null
      return [gone, -1]
    }
    if (size < FEWEST_TO_COPY) return [begin('born', -1), -1]
    const live = best(equal, (number) => ((records[number] as BlockRecord).page === source ? 1 : 0))
    if (live === undefined) return [begin('born', -1), -1]
    return [begin('copied', live), (records[live] as BlockRecord).page]
  }

  /** A page has the past of another as well: what stands in both has one history. */
  #join(page: number, other: number): void {
    const { records, standing } = this.#kept
    const byHash = new Map<number, number>()
    for (const number of standing.get(other) ?? []) byHash.set((records[number] as BlockRecord).hash, number)
    for (const number of standing.get(page) ?? []) {
      const record = records[number] as BlockRecord
      const same = byHash.get(record.hash)
      if (record.from < 0 && record.origin === 'born' && same !== undefined && same < number) record.from = same
    }
  }
}

interface Found extends Alignment {
  readonly place: number
  readonly lane: number
  /** Pages that began as a copy, and of which page. */
  readonly copies: ReadonlyMap<number, number>
  readonly unread: ReadonlySet<number>
}

interface Arrival {
  readonly page: number
  readonly source: number
  /** Number of the first block that begins in this entry. */
  readonly first: number
  readonly found: Found
}

/** The number with the highest score from 0 on, the lowest of equals. */
function best(numbers: readonly number[], score: (number: number) => number): number | undefined {
  let [found, highest]: [number | undefined, number] = [undefined, -1]
  for (const number of numbers) {
    const own = score(number)
    if (own < 0 || own < highest || (own === highest && found !== undefined && number > found)) continue
    found = number
    highest = own
  }
  return found
}

function newBlocks({ parts: { blocks, forms } }: PageVersion): readonly NewBlock[] {
  return blocks.map((block, at) => ({ block, hash: forms[at]?.layout ?? 0, size: forms[at]?.size ?? 0 }))
}
