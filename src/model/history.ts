import type { BlockHistory } from './block-history.ts'
import type { BlobId, CommitId, Instant, RepoPath } from './ids.ts'

/** A person as history shows one: a name, never an e-mail address. */
export interface Person {
  readonly name: string
}

/** Where the words of a reason stand; in the order in which they are looked for (DESIGN decision 6). */
export type ReasoningSource = 'note' | 'description' | 'merge' | 'squash' | 'branch' | 'later'

/** The why of a change. `why` holds a word of why; `what` is other text its author wrote. */
export interface Reasoning {
  /** Markdown as its author wrote it, detail lines dropped, never empty, no control characters. */
  readonly text: string
  readonly kind: 'why' | 'what'
  readonly source: ReasoningSource
  /** File of a reason that was written later: where it may not be shown, the reason may not either. */
  readonly file?: RepoPath
}

/** Reference to a merge request as its forge writes it; the address comes from `forge/`. */
export interface MergeRequestReference {
  /** `!12` (GitLab) or `#12` (GitHub, Forgejo). */
  readonly reference: string
  readonly number: number
  /** Project it names, when it is written out (`group/project!12`), else null. */
  readonly project: string | null
}

/** One commit of a merged branch: the detail inside an entry. */
export interface CommitDetail {
  readonly id: CommitId
  readonly title: string
  readonly authors: readonly Person[]
}

/** How one entry touched one page. */
export interface PageTouch {
  readonly kind: 'added' | 'modified' | 'moved' | 'removed'
  /** Path after the entry; for `removed` the path before. */
  readonly path: RepoPath
  /** Path before the entry when `moved`, else null. */
  readonly previousPath: RepoPath | null
  /** Blob before and after, first 12 characters; null where there is none. */
  readonly before: BlobId | null
  readonly after: BlobId | null
  /** Lines added and removed against the page's own previous version; 0 and 0 for a pure move. */
  readonly added: number
  readonly removed: number
  /**
   * Strictest visibility that the versions before and after had at that commit: by their front matter (`draft` also
   * when its door withholds the version), by lying in `_drafts/`, and by the folder rules of that time. A version that
   * was a draft or internal is never shown, nor its difference (SECURITY decision 8). Of a page that is gone, each
   * touch is at least as strict as what was removed.
   */
  readonly visibility: 'public' | 'internal' | 'draft'
}

/** One entry of the main line that touched Markdown: what landed, when, through which merge request, by whom and why. */
export interface Change {
  readonly id: CommitId
  /** Position on the main line among the entries, from 0 for the oldest. */
  readonly ordinal: number
  /** Committer date of the main-line commit; null where git has an impossible date. */
  readonly landedAt: Instant | null
  readonly title: string
  /** Whose words the title is: of the main-line commit itself, or of a commit of the branch that it merged. */
  readonly titleFrom: 'entry' | 'branch'
  readonly reasoning: Reasoning | null
  readonly mergeRequest: MergeRequestReference | null
  readonly authors: readonly Person[]
  /** Who merged, when that is another person than the authors. */
  readonly mergedBy: Person | null
  readonly commits: readonly CommitDetail[]
  readonly touches: readonly PageTouch[]
}

/** A change as one page sees it. */
export interface PageChange {
  readonly change: Change
  readonly touch: PageTouch
  /** The reason of the change as far as it is this page's: of a branch, what commits that changed the page say. */
  readonly reasoning: Reasoning | null
}

/** An anchor of a page of today. */
export interface AnchorPlace {
  readonly path: RepoPath
  readonly anchor: string
}

/** What is known of the main line's past, from the index; every list newest first. */
export interface History {
  /** Commit the history ends with; null without a repository or without commits. */
  readonly head: CommitId | null
  /** Committer date of `head`. */
  readonly headAt: Instant | null
  /** False for a shallow clone, or where versions could not be read. */
  readonly complete: boolean
  /** Date of the oldest commit of a shallow clone, else null. */
  readonly startsAt: Instant | null
  /** Why there is no history at all, as a sentence, or null. */
  readonly absent: string | null
  readonly changes: readonly Change[]
  /** Changes of the page that stands at `path` at HEAD, through renames; empty when not yet committed. */
  changesOf(path: RepoPath): readonly PageChange[]
  /** Paths that the page at `path` has had, newest first, the present one included. */
  namesOf(path: RepoPath): readonly RepoPath[]
  /** Old paths that led to a page of today: old path to the path at HEAD; for redirects. */
  readonly moved: ReadonlyMap<RepoPath, RepoPath>
  /**
   * Anchors of headings that are called something else now, or stand on another page: by the path at HEAD, from the old
   * anchor to where the heading is.
   *
   * @param isSkipped - changes of which nothing may be told
   */
  movedAnchors(isSkipped: (id: CommitId) => boolean): ReadonlyMap<RepoPath, ReadonlyMap<string, AnchorPlace>>
  /**
   * Why each block is there; decoded from the index when it is first asked for.
   *
   * @param isUsed - true for a word that pages of today use: a change of it is no mended spelling; without it every
   *   word is taken to be used
   */
  blocks(isUsed?: (word: string) => boolean): BlockHistory
  /** The change with this full id or unique prefix of 7 or more characters. */
  change(id: string): Change | undefined
}
