/**
 * Why each block is there (PROVENANCE.md): the door to the histories of blocks.
 *
 * A block is the smallest part of a page that has a history of its own (`markdown/blocks.ts`). While history is read,
 * `provenance.ts` follows each from version to version and keeps in the index: its id, the entries that changed it and
 * how, what it was split off or copied from, and for one that is gone the entry, version and lines it last stood in.
 * No text is kept: whoever wants to show some reads it from the version's blob.
 *
 * How to ask:
 *
 * - Pages and everything that is published: `handbook.blocksOf(page)`, `handbook.removedFrom(page)` and
 *   `handbook.blockAt(id)` (`handbook/handbook.ts`). They are filtered: a step whose change may not be told is left
 *   out, and so are blocks and texts of versions that were a draft, internal, redacted or under rules that hide them.
 * - The terminal, which tells what the repository tells whoever has it: `history.blocks()`, a {@link BlockHistory}.
 *
 * Both answer with the types of `model/block-history.ts`. `BlockStory.line` and `endLine` are lines of the page's
 * file, front matter counted; a rendered node that begins at line L belongs to the block that covers L
 * (`Page.bodyLine` is the file's line of the body's first line). `last` comes before `introduced` on a page; of the two
 * the first with an author's text opens unfolded, a `why` before a `what`. The histories are decoded when they are
 * first asked for: a build in which no page changed and `whybook log` do not pay for them.
 */

import { type Block, splitBlocks } from '../markdown/blocks.ts'
import type {
  BlockAlteration,
  BlockHistory,
  BlockPlace,
  BlockStep,
  BlockStory,
  RemovedBlock,
} from '../model/block-history.ts'
import type { Change, PageChange } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import { alignEntry, type NewBlock, type OldBlock } from './align.ts'
import { blockIds } from './block-ids.ts'
import type { BlockRecord, BlockRecords } from './block-records.ts'
import { Lexicon } from './block-words.ts'
import { formsOf } from './forms.ts'
import type { Entry } from './index-data.ts'
import { once } from './once.ts'
import type { Pasts } from './pasts.ts'

/** What the histories of blocks are told with. */
export interface BlockSources {
  readonly entries: readonly Entry[]
  readonly kept: BlockRecords
  readonly pasts: Pasts
  /** The change of each entry; none for one that shows nothing. */
  readonly changeAt: readonly (Change | undefined)[]
  /** Changes of each page by its number, newest first. */
  readonly changesOfPage: ReadonlyMap<number, readonly PageChange[]>
  /** True for a word that pages of today use: then a change of it is no mended spelling. */
  readonly isUsed: (word: string) => boolean
}

/** Histories of blocks as everybody else sees them. */
export function blockHistoryOf(sources: BlockSources): BlockHistory {
  return new Histories(sources)
}

const SAYS_ELSE: ReadonlySet<BlockAlteration> = new Set(['substance', 'restored'])

/** A step and the number of the block that it changed. */
interface Told {
  readonly step: BlockStep
  readonly ordinal: number
}

class Histories implements BlockHistory {
  readonly #sources: BlockSources
  readonly #records: readonly BlockRecord[]
  readonly #changes = new Map<number, ReadonlyMap<Change, PageChange>>()

  constructor(sources: BlockSources) {
    this.#sources = sources
    this.#records = sources.kept.records
  }

  readonly #ids = once(() => blockIds(this.#records, ({ bornOn, born }) => this.#pathAt(bornOn, born)))
  readonly #numbers = once(() => new Map(this.#ids().map((id, number) => [id, number])))
  readonly #today = once(() => this.#sources.pasts.paths())
  readonly #gone = once(() => {
    const gone = new Map<number, number[]>()
    for (const [number, { end, page }] of this.#records.entries()) {
      if (end !== null) gone.set(page, [...(gone.get(page) ?? []), number])
    }
    return gone
  })
  readonly #liveHashes = once(() => {
    const { pasts, kept } = this.#sources
    const numbers = [...pasts.now.values()].flatMap((page) => kept.standing.get(page) ?? [])
    return new Set(numbers.map((number) => (this.#records[number] as BlockRecord).hash))
  })
  /** Paths of each page with the place of the entry since which it stood there. */
  readonly #paths = once(() => {
    const paths = new Map<number, { readonly place: number; readonly path: RepoPath }[]>()
    for (const [place, { events }] of this.#sources.entries.entries()) {
      for (const { kind, page, path } of events) {
        const known = paths.get(page)
        if (kind === 'joined' || known?.at(-1)?.path === path) continue
        if (known === undefined) paths.set(page, [{ place, path }])
        else known.push({ place, path })
      }
    }
    return paths
  })

  #pathAt(page: number, place: number): RepoPath {
    const paths = this.#paths().get(page) ?? []
    return (paths.findLast((each) => each.place <= place) ?? paths[0])?.path ?? ('' as RepoPath)
  }

  blocksOf(path: RepoPath, text: string, committed?: string): readonly BlockStory[] {
    const blocks = splitBlocks(text)
    const page = this.#sources.pasts.now.get(path)
    const numbers = page === undefined ? undefined : this.#sources.kept.standing.get(page)
    if (page === undefined) return blocks.map((block) => untold(block, 'new'))
    if (numbers === undefined) {
      if (committed === undefined || committed === text) return blocks.map((block) => untold(block, 'committed'))
      const before = splitBlocks(committed).map((block) => ({ number: -1, hash: formsOf(block).layout, block }))
      return pairUp(before, blocks).map(({ block, old, isSame }) =>
        untold(block, old === undefined ? 'new' : isSame ? 'committed' : 'changed'),
      )
    }
    const head = committed === undefined || committed === text ? blocks : splitBlocks(committed)
    const known = numbers.map((number, at) => {
      const { hash } = this.#records[number] as BlockRecord
      const block = head.length === numbers.length ? head[at] : undefined
      return { number, hash, block: block !== undefined && formsOf(block).layout === hash ? block : null }
    })
    return pairUp(known, blocks).map(({ block, old, isSame }) =>
      old === undefined ? untold(block, 'new') : this.#story(block, old.number, isSame ? 'committed' : 'changed'),
    )
  }

  #story(block: Block, number: number, standing: BlockStory['standing']): BlockStory {
    const { isOlder, told } = this.#chainOf(number)
    const chain = told.map(({ step }) => step)
    const introduced = isOlder ? null : (chain.at(-1) ?? null)
    return {
      id: this.#ids()[number] ?? null,
      ...{ kind: block.kind, line: block.line, endLine: block.endLine, text: block.text },
      ...{ standing, isOlder, chain, introduced },
      last: chain.find((step) => SAYS_ELSE.has(step.class)) ?? introduced,
      copiedFrom: this.#copiedFrom(number),
    }
  }

  #copiedFrom(number: number): BlockStory['copiedFrom'] {
    const { origin, from } = this.#records[number] as BlockRecord
    if (from < 0) return null
    if (origin === 'split') return this.#copiedFrom(from)
    return origin === 'copied' ? this.#placeOf(from) : null
  }

  #placeOf(number: number): { path: RepoPath; blockId: string | null } {
    const { page } = this.#records[number] as BlockRecord
    const path = this.#today().get(page) ?? this.#pathAt(page, Number.POSITIVE_INFINITY)
    return { path, blockId: this.#ids()[number] ?? null }
  }

  /** Every change of a block and of what it came from, newest first. */
  #chainOf(number: number): { readonly told: readonly Told[]; readonly isOlder: boolean } {
    const told: Told[] = []
    const seen = new Set<number>()
    let isOlder = false
    let until = Number.POSITIVE_INFINITY
    for (let at = number; at >= 0 && !seen.has(at); ) {
      seen.add(at)
      const record = this.#records[at] as BlockRecord
      this.#tell(record, until, told)
      isOlder = record.origin === 'found'
      // What happened to the source later is not this block's; of a page with two pasts both are.
      if (record.origin !== 'born') until = Math.min(until, record.born)
      at = record.from
    }
    told.sort((a, b) => b.ordinal - a.ordinal)
    const oldest = told.length - 1
    return { told: told.filter(({ step }, at) => step.class !== 'born' || at === oldest), isOlder }
  }

  #tell(record: BlockRecord, until: number, told: Told[]): void {
    let { page } = record
    for (const { entry, class: name, from, isBack, misspelt } of record.steps.toReversed()) {
      const change = this.#changeOf(page, entry)
      if (entry < until && change !== undefined) {
        const isSpelling = name === 'spelling' && !misspelt.some(this.#sources.isUsed)
        const meant = name === 'spelling' && !isSpelling ? 'substance' : name
        const backTo = isBack ? this.#changeOf(record.bornOn, record.born) : this.#sameVersion(page, change)
        told.push({
          ordinal: change.change.ordinal,
          step: {
            change,
            class: meant,
            movedFrom: from < 0 ? null : this.#pathAt(from, entry - 1),
            backTo: SAYS_ELSE.has(meant) ? (backTo ?? null) : null,
          },
        })
      }
      if (from >= 0) page = from
    }
    const birth = record.origin === 'found' ? undefined : this.#changeOf(record.bornOn, record.born)
    if (birth === undefined || record.born >= until || record.origin === 'found') return
    told.push({
      ordinal: birth.change.ordinal,
      step: { change: birth, class: record.origin, movedFrom: null, backTo: null },
    })
  }

  #changeOf(page: number, entry: number): PageChange | undefined {
    const change = this.#sources.changeAt[entry]
    if (change === undefined) return undefined
    let known = this.#changes.get(page)
    if (known === undefined) {
      known = new Map((this.#sources.changesOfPage.get(page) ?? []).map((each) => [each.change, each]))
      this.#changes.set(page, known)
    }
    return known.get(change)
  }

  /** The newest earlier change that left its page exactly as this one did. */
  #sameVersion(page: number, { change, touch }: PageChange): PageChange | undefined {
    const all = this.#sources.changesOfPage.get(page) ?? []
    const earlier = (each: PageChange) => each.change.ordinal < change.ordinal && each.touch.after === touch.after
    return touch.after === null ? undefined : all.find(earlier)
  }

  removedFrom(path: RepoPath): readonly RemovedBlock[] {
    const page = this.#sources.pasts.now.get(path)
    if (page === undefined) return []
    const numbers = this.#sources.pasts.pastsOf(page).flatMap((past) => this.#gone().get(past.page) ?? [])
    const removed = [...new Set(numbers)].flatMap((number) => this.#removed(number) ?? [])
    return removed.sort((a, b) => b.change.change.ordinal - a.change.change.ordinal || a.line - b.line)
  }

  #removed(number: number): RemovedBlock | undefined {
    const { end, page, hash } = this.#records[number] as BlockRecord
    const change = end === null ? undefined : this.#changeOf(page, end.entry)
    const blob = change?.touch.before ?? null
    if (end === null || change === undefined || blob === null) return undefined
    return {
      id: this.#ids()[number] ?? null,
      change,
      path: change.touch.previousPath ?? change.touch.path,
      ...{ blob, line: end.line, endLine: end.line + end.lines - 1 },
      mergedInto: end.into < 0 ? null : this.#placeOf(end.into),
      standsElsewhere: this.#liveHashes().has(hash),
    }
  }

  find(id: string): BlockPlace | undefined {
    const number = this.#numbers().get(id)
    if (number === undefined) return undefined
    const { end, page } = this.#records[number] as BlockRecord
    const path = this.#today().get(page) ?? null
    if (end === null) return path === null ? undefined : { path, removed: null }
    const removed = this.#removed(number)
    return removed === undefined ? undefined : { path, removed }
  }
}

/** Which of the old blocks each block of a text continues. */
function pairUp(
  before: readonly OldBlock[],
  blocks: readonly Block[],
): readonly { readonly block: Block; readonly old: OldBlock | undefined; readonly isSame: boolean }[] {
  const after: readonly NewBlock[] = blocks.map((block) => {
    const { layout, size } = formsOf(block)
    return { hash: layout, size, block }
  })
  const { pairs } = alignEntry([{ page: 0, before, after }], new Lexicon())
  return after.map((now) => {
    const old = pairs.get(now)?.old
    return { block: now.block, old, isSame: old?.hash === now.hash }
  })
}

/** A block of a text that no commit holds. */
export function uncommitted(block: Block): BlockStory {
  return untold(block, 'new')
}

function untold(block: Block, standing: BlockStory['standing']): BlockStory {
  return {
    ...{ id: null, kind: block.kind, line: block.line, endLine: block.endLine, text: block.text },
    ...{ standing, isOlder: standing !== 'new', last: null, introduced: null, chain: [], copiedFrom: null },
  }
}
