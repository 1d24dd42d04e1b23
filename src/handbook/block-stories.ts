import { usedWords } from '../history/used-words.ts'
import { splitBlocks } from '../markdown/blocks.ts'
import { withoutNotes } from '../markdown/without-notes.ts'
import type {
  BlockHistory,
  BlockKind,
  BlockPlace,
  BlockStep,
  BlockStory,
  RemovedBlock,
} from '../model/block-history.ts'
import type { Change, PageChange, PageTouch } from '../model/history.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { withoutAddresses } from '../text/without-addresses.ts'
import type { Assembly } from './assembly.ts'
import { addressesOf, type ReadBlobs } from './views/change.ts'
import { historyShown, removedOf } from './visibility.ts'

/** A block that is gone, with what it said as far as this build may tell it. */
export interface RemovedText extends RemovedBlock {
  readonly kind: BlockKind | null
  /** Null where the folder's rules keep a record alone, and where the version cannot be read. */
  readonly text: string | null
  /** Source of the heading above it. */
  readonly heading: string | null
}

/** A block that is gone, without its text. */
export interface GoneStory extends RemovedBlock {
  /** False where rules let nobody read what it said. */
  readonly isText: boolean
}

/** Where a block is that a link names. */
export type ShownBlockPlace =
  | { readonly path: RepoPath; readonly removed: null }
  | { readonly path: RepoPath | null; readonly removed: RemovedText }

/** Histories of blocks as this build may tell them: the one place that filters them. */
export interface BlockStories {
  /** Blocks of a page as its file reads now; of what is not committed nothing is told. */
  knownOf(page: Page): readonly BlockStory[]
  /** The same, where what is not committed is compared with what is. */
  blocksOf(page: Page): Promise<readonly BlockStory[]>
  goneFrom(page: Page): readonly GoneStory[]
  removedFrom(page: Page): Promise<readonly RemovedText[]>
  find(id: string): Promise<ShownBlockPlace | null>
}

/** @param readBlobs - asked for the version at HEAD of a page whose file reads differently, and for what is gone */
export function blockStories(assembly: Assembly, readBlobs: ReadBlobs): BlockStories {
  return new Stories(assembly, readBlobs)
}

class Stories implements BlockStories {
  readonly #assembly: Assembly
  readonly #readBlobs: ReadBlobs
  #history: BlockHistory | undefined
  #shown: ReadonlyMap<PageTouch, PageChange> | undefined
  #shownPaths: ReadonlySet<RepoPath> | undefined

  constructor(assembly: Assembly, readBlobs: ReadBlobs) {
    this.#assembly = assembly
    this.#readBlobs = readBlobs
  }

  get #blocks(): BlockHistory {
    const { history, content } = this.#assembly
    this.#history ??= history.blocks(usedWords(() => content.pages.map(({ body }) => body)))
    return this.#history
  }

  knownOf(page: Page): readonly BlockStory[] {
    const isHidden = this.#assembly.historyHidden.has(page.route)
    return this.#blocks.blocksOf(page.path, textOf(page)).map((block) => this.#asShown(block, isHidden))
  }

  async blocksOf(page: Page): Promise<readonly BlockStory[]> {
    const text = textOf(page)
    let blocks = this.#blocks.blocksOf(page.path, text)
    if (blocks.some(({ standing }) => standing === 'new')) {
      const blob = this.#assembly.history.changesOf(page.path)[0]?.touch.after ?? null
      const committed = blob === null ? null : ((await this.#readBlobs([blob])).get(blob) ?? null)
      if (committed !== null) blocks = this.#blocks.blocksOf(page.path, text, committed)
    }
    const isHidden = this.#assembly.historyHidden.has(page.route)
    const lines = withoutNotes(text).split(/\r\n|\n|\r/)
    return blocks.map((block) => {
      const said = lines.slice(block.line - 1, block.endLine).join('\n')
      return this.#asShown({ ...block, text: said }, isHidden)
    })
  }

  #asShown(block: BlockStory, isHidden: boolean): BlockStory {
    if (isHidden || this.#isRedacted(block.id)) {
      return { ...block, last: null, introduced: null, chain: [], copiedFrom: null }
    }
    const chain = block.chain.flatMap((step) => this.#step(step) ?? [])
    const last = block.chain.indexOf(block.last as BlockStep)
    // Where the newest that says something else may not be told, an older one would be taken for it.
    const same = (step: BlockStep | null) => (step === null ? null : this.#step(step))
    return {
      ...block,
      chain,
      last: last < 0 ? null : same(block.last),
      introduced: same(block.introduced),
      copiedFrom: block.copiedFrom !== null && this.#isShownPath(block.copiedFrom.path) ? block.copiedFrom : null,
    }
  }

  #step(step: BlockStep): BlockStep | null {
    const change = this.#shownChange(step.change)
    if (change === undefined) return null
    const { movedFrom, backTo } = step
    const touches = this.#assembly.changeById.get(change.change.id)?.touches ?? []
    const isTold = touches.some(({ touch: { path, previousPath } }) => path === movedFrom || previousPath === movedFrom)
    const back = backTo === null ? undefined : this.#shownChange(backTo)
    return { ...step, change, movedFrom: isTold ? movedFrom : null, backTo: back ?? null }
  }

  /** A change as this build tells it of the page that the touch is of. */
  #shownChange({ touch }: PageChange): PageChange | undefined {
    this.#shown ??= shownByTouch(this.#assembly)
    return this.#shown.get(touch)
  }

  #isShownPath(path: RepoPath): boolean {
    this.#shownPaths ??= new Set([
      ...this.#assembly.content.pages.map((page) => page.path),
      ...this.#assembly.changes.flatMap(({ touches }) => touches.map(({ touch }) => touch.path)),
    ])
    return this.#shownPaths.has(path)
  }

  /** `redact` names blocks too. */
  #isRedacted(id: string | null): boolean {
    return id !== null && this.#assembly.configuration.redact.some((written) => written.trim() === id)
  }

  goneFrom(page: Page): readonly GoneStory[] {
    if (this.#assembly.historyHidden.has(page.route)) return []
    return this.#told(this.#blocks.removedFrom(page.path), page)
  }

  async removedFrom(page: Page): Promise<readonly RemovedText[]> {
    if (this.#assembly.historyHidden.has(page.route)) return []
    return this.#texts(this.#blocks.removedFrom(page.path), page)
  }

  async find(id: string): Promise<ShownBlockPlace | null> {
    const place: BlockPlace | undefined = this.#isRedacted(id) ? undefined : this.#blocks.find(id)
    if (place === undefined) return null
    const page = place.path === null ? undefined : this.#assembly.content.byPath.get(place.path)
    if (place.removed === null) return page === undefined ? null : { path: place.path, removed: null }
    const [removed] = await this.#texts([place.removed], page ?? null)
    return removed === undefined ? null : { path: page?.path ?? null, removed }
  }

  /** What is gone, as far as the rules of its folder and of its time let it be told. */
  #told(all: readonly RemovedBlock[], page: Page | null): readonly GoneStory[] {
    return all.flatMap((block) => {
      const change = this.#shownChange(block.change)
      if (change === undefined) return []
      const { path, previousPath } = change.touch
      const places = [page?.path ?? null, block.path, path, previousPath].filter((place) => place !== null)
      const rule = removedOf(this.#assembly, places)
      if (rule === 'none' || this.#isRedacted(block.id)) return []
      const isText = rule === 'text' && historyShown(this.#assembly, { touch: change.touch, page }) === 'diff'
      const { mergedInto } = block
      const into = mergedInto !== null && this.#isShownPath(mergedInto.path) ? mergedInto : null
      return [{ ...block, mergedInto: into, change, isText }]
    })
  }

  /** What is gone, with its text where the rules of its folder and of its time let it be told. */
  async #texts(all: readonly RemovedBlock[], page: Page | null): Promise<readonly RemovedText[]> {
    const told = this.#told(all, page)
    const texts = await this.#readBlobs([...new Set(told.flatMap(({ blob, isText }) => (isText ? [blob] : [])))])
    const versions = new Map([...texts].map(([blob, text]) => [blob, text === null ? null : new Version(text)]))
    const kept = new Set(page === null ? [] : addressesOf(page))
    const clean = (text: string | null) =>
      text === null ? null : withoutAddresses(text, (_, address) => (kept.has(address) ? address : '(e-mail address)'))
    return told.flatMap(({ isText, ...block }) => {
      const found = isText ? versions.get(block.blob)?.at(block.line, block.endLine) : undefined
      // What only writers see was never said to a reader, nor is data of the page a part of what stood there.
      if (found?.kind === 'comment' || found?.kind === 'front-matter') return []
      const said = { text: clean(found?.text ?? null), heading: clean(found?.heading ?? null) }
      return [{ ...block, kind: found?.kind ?? null, ...said }]
    })
  }
}

/** The page's file: its front matter is known as data alone, and its lines keep the others in their places. */
const textOf = (page: Page): string => `${'\n'.repeat(page.bodyLine - 1)}${page.body}`

/** Each shown touch with its change, of which only the shown touches are left: whoever writes it out tells no other. */
function shownByTouch({ changes, changesOfPage, historyHidden }: Assembly): ReadonlyMap<PageTouch, PageChange> {
  const shown = new Map<PageTouch, PageChange>()
  const changeOf = new Map<CommitId, Change>()
  for (const { change, touches } of changes) {
    const told = { ...change, touches: touches.map(({ touch }) => touch) }
    changeOf.set(change.id, told)
    for (const { touch, page } of touches) {
      if (page === null) shown.set(touch, { change: told, touch, reasoning: change.reasoning })
    }
  }
  for (const [route, all] of changesOfPage) {
    if (historyHidden.has(route)) continue
    for (const { change, touch, reasoning } of all) {
      shown.set(touch, { change: changeOf.get(change.id) ?? change, touch, reasoning })
    }
  }
  return shown
}

/** A version of a page, for what stood at its lines. */
class Version {
  readonly #lines: readonly string[]
  readonly #blocks: ReturnType<typeof splitBlocks>

  constructor(text: string) {
    this.#lines = withoutNotes(text).split(/\r\n|\n|\r/)
    this.#blocks = splitBlocks(text)
  }

  at(line: number, endLine: number): { kind: BlockKind; text: string; heading: string | null } | undefined {
    const place = this.#blocks.findIndex((block) => block.line === line)
    const block = this.#blocks[place]
    if (block === undefined) return undefined
    const heading = this.#blocks.slice(0, place).findLast(({ kind }) => kind === 'heading')
    const textOf = (from: number, to: number) => this.#lines.slice(from - 1, to).join('\n')
    return {
      kind: block.kind,
      text: textOf(line, endLine),
      heading: heading === undefined ? null : textOf(heading.line, heading.endLine),
    }
  }
}
