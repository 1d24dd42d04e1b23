import type { PageChange } from './history.ts'
import type { BlobId, RepoPath } from './ids.ts'

/** What a block is; `front-matter` is one key with its value, `quote` one paragraph of a quotation. */
export type BlockKind =
  | 'front-matter'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'row'
  | 'code'
  | 'quote'
  | 'html'
  | 'comment'

/**
 * What a change did to a block. The first three begin one: `born` new, `split` off another, `copied` from another. Of
 * the rest only `substance` and `restored` (it came back after it had been removed) say something else to a reader;
 * `moved` is to another page, unchanged.
 */
export type BlockAlteration =
  | 'born'
  | 'split'
  | 'copied'
  | 'substance'
  | 'link'
  | 'spelling'
  | 'format'
  | 'layout'
  | 'moved'
  | 'restored'

/** One change of a block. */
export interface BlockStep {
  /** The change as the page sees it on which the block stood then. */
  readonly change: PageChange
  readonly class: BlockAlteration
  /** Path of the page that the block came from in this change; null when it stayed. */
  readonly movedFrom: RepoPath | null
  /** With a revert: the change whose text stands here again. */
  readonly backTo: PageChange | null
}

/** A block of a page as its file reads now, and where it comes from. */
export interface BlockStory {
  /** `b-` and seven characters; null for one that is not committed or was there before a shallow history begins. */
  readonly id: string | null
  readonly kind: BlockKind
  /** Lines of the page's file, front matter counted, from 1, both included. */
  readonly line: number
  readonly endLine: number
  readonly text: string
  /** `changed` and `new` are not committed: of a changed one the rest tells of the text that is. */
  readonly standing: 'committed' | 'changed' | 'new'
  /** True for one that was there before a shallow history begins: nobody knows since when. */
  readonly isOlder: boolean
  /** Newest change of substance; the one that brought the block in when there was none since. Null when unknown. */
  readonly last: BlockStep | null
  /** The change that brought its text in, through what it was split off or copied from; null when unknown. */
  readonly introduced: BlockStep | null
  /** Every change of it, newest first, those of the block that it was split off or copied from included. */
  readonly chain: readonly BlockStep[]
  /** The block that it was copied from. */
  readonly copiedFrom: { readonly path: RepoPath; readonly blockId: string | null } | null
}

/** A block that is gone from a page. */
export interface RemovedBlock {
  readonly id: string | null
  /** The change that removed it. */
  readonly change: PageChange
  /** File that it stood in, and where it stood there: its text is these lines of this version. */
  readonly path: RepoPath
  readonly blob: BlobId
  readonly line: number
  readonly endLine: number
  /** The block that took over its text; null when the text is gone, or stands elsewhere unchanged. */
  readonly mergedInto: { readonly path: RepoPath; readonly blockId: string | null } | null
  /** True when a block of today says the same: nothing has been lost. */
  readonly standsElsewhere: boolean
}

/** Where a block is that a link names: on a page of today, or what removed it. */
export type BlockPlace =
  | { readonly path: RepoPath; readonly removed: null }
  | { readonly path: RepoPath | null; readonly removed: RemovedBlock }

/** The histories of all blocks, as the index has them; nothing in them is filtered by who may read it. */
export interface BlockHistory {
  /**
   * The blocks of a page in their order.
   *
   * @param text - the page's file as it is now
   * @param committed - the file at HEAD, when it reads differently: then what is not committed is told apart
   */
  blocksOf(path: RepoPath, text: string, committed?: string): readonly BlockStory[]
  /** What used to stand on a page and is gone, newest first. */
  removedFrom(path: RepoPath): readonly RemovedBlock[]
  /** Undefined for an id that no block has had. */
  find(id: string): BlockPlace | undefined
}
