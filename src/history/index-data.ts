import type { Change, CommitDetail, MergeRequestReference, PageTouch, Reasoning } from '../model/history.ts'
import type { CommitId, Instant, RepoPath } from '../model/ids.ts'
import type { BlockRecords } from './block-records.ts'
import type { BranchReason } from './branch-reason.ts'
import type { HeadingMove } from './moved-headings.ts'
import type { Setting } from './rules-over-time.ts'

/**
 * What happened to a page in an entry. The first four are shown; the others keep the books: `found` is a page that
 * stood there when a shallow history begins, `kept` a page of an imported history that was taken over as it was,
 * `joined` tells that the page has the past of another page as well: of an imported history's, or of the one that it
 * began as a copy of, when that was removed and so turned out to have moved.
 */
export type EventKind = PageTouch['kind'] | 'found' | 'kept' | 'joined'

export interface PageEvent {
  readonly kind: EventKind
  /** Number of the page, from 0 in the order in which pages appear. */
  readonly page: number
  readonly path: RepoPath
  /** First 12 characters of the blob id after the entry; `removed`: before it. */
  readonly blob: string
  readonly added: number
  readonly removed: number
  readonly visibility: PageTouch['visibility']
  /** `joined`: the page whose past it has as well; `added`: the page that it began as a copy of; else -1. */
  readonly other: number
}

/** One main-line commit that touched Markdown, or one of an imported history, as the index keeps it. */
export interface Entry {
  readonly id: CommitId
  readonly at: Instant | null
  readonly title: string
  readonly titleFrom: Change['titleFrom']
  /** From the commit's own message; notes and later reasons are read anew each time. */
  readonly reasoning: Reasoning | null
  /** Without one: what the commits of its branch say that changed pages, in the order written. */
  readonly branchReasons: readonly BranchReason[]
  readonly mergeRequest: MergeRequestReference | null
  readonly authors: readonly string[]
  readonly mergedBy: string | null
  /** Newest first. */
  readonly commits: readonly CommitDetail[]
  /** 0 for the main line; each imported history has a number of its own. */
  readonly lane: number
  /** Imported histories that end in this entry. */
  readonly joins: readonly number[]
  readonly events: readonly PageEvent[]
  /** Where headings went that pages lost. */
  readonly headings: readonly HeadingMove[]
}

/** All that the index file holds: what a full pass over the commits up to `head` finds. */
export interface IndexData {
  readonly head: CommitId
  readonly headAt: Instant | null
  /** Commits at which the clone was cut off when the index was made. */
  readonly shallow: readonly CommitId[]
  /** Date of the commit at which the main line is cut off, when it is. */
  readonly startsAt: Instant | null
  readonly isCut: boolean
  /** Digest of `.mailmap`: names are kept as it gives them. */
  readonly mailmap: string
  /** Versions that could not be read: first 12 characters of their blob ids. */
  readonly missing: readonly string[]
  /** Configurations at the head, whose rules hold for the versions that come. */
  readonly settings: readonly Setting[]
  /** In the order of landing; an imported history stands before the entry that joins it. */
  readonly entries: readonly Entry[]
  /** Histories of blocks, decoded when they are first asked for: most readers of the index need none. */
  blocks(): BlockRecords
}
