import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'

/** One path that differs between a main-line commit and its first parent; renames are never detected by git. */
export interface RawDifference {
  readonly status: 'added' | 'modified' | 'removed'
  readonly path: RepoPath
  /** Full blob ids; null on the side where the file does not exist (or is not a regular file). */
  readonly before: BlobId | null
  readonly after: BlobId | null
}

/** A commit of the main line and the Markdown files that differ from its first parent (all of them for a root). */
export interface MainLineStep {
  readonly id: CommitId
  readonly differences: readonly RawDifference[]
  /** Configurations (`handbook.yml`) in any folder that differ, likewise. */
  readonly settings: readonly RawDifference[]
}

/** Commits to walk: those reachable from `to` and not from `from`. */
export interface Range {
  readonly from: CommitId | null
  readonly to: CommitId
}

/**
 * The one port to git for reading. Adapters hand out raw bytes and ids; `parseCommit` and everything above
 * are shared, so that every adapter gives the same history.
 *
 * Every method may throw {@link WhybookError} with a code of `git/*` (see `git/errors.ts`).
 */
export interface Repository {
  /** Absolute path of the work tree's root; of the git directory when bare. */
  readonly root: string
  /** Absolute path of the git directory (resolved for worktrees and submodules). */
  readonly gitDirectory: string
  readonly adapter: 'native' | 'isomorphic'
  /** Commit HEAD points at; null when there are no commits. */
  head(): Promise<CommitId | null>
  /** Branch HEAD points at; null when detached. */
  branch(): Promise<string | null>
  /** Branch that `origin` calls its default, as this clone remembers it; null where it does not. */
  remoteHead(): Promise<string | null>
  /** Default branch by `refs/remotes/origin/HEAD`, else the branch of HEAD, else `main`. */
  defaultBranch(): Promise<string>
  /** Address of `origin` (else of the only remote) as configured, credentials removed; null without a remote. */
  remoteUrl(): Promise<string | null>
  /** Commits at which a shallow clone is cut off; empty for a whole clone. */
  shallowRoots(): Promise<readonly CommitId[]>
  /** True for a partial clone (promisor remote): blobs may be missing. */
  isPartial(): Promise<boolean>
  /** Commit that a revision written by a person names (`main`, `v1`, an id), or null. */
  resolve(revision: string): Promise<CommitId | null>
  /** First-parent walk, oldest first, restricted to `*.md`, `*.mdx`, `*.markdown` and configurations; every commit is given, also one without differences. */
  mainLine(range: Range): AsyncIterable<MainLineStep>
  /**
   * Markdown files that each commit changed against its first parent, in the order asked for; none for a merge, nor for
   * a commit that cannot be read.
   */
  changedPaths(
    commits: Iterable<CommitId>,
  ): AsyncIterable<{ readonly id: CommitId; readonly paths: readonly RepoPath[] }>
  /** Raw commit objects reachable in the range (all parents), in no promised order. */
  commits(range: Range): AsyncIterable<{ readonly id: CommitId; readonly bytes: Uint8Array }>
  /** Blobs in the order asked for; `bytes` null when missing, corrupt or over 10 MB. Ids may be abbreviated to 12 characters. */
  blobs(ids: Iterable<BlobId>): AsyncIterable<{ readonly id: BlobId; readonly bytes: Uint8Array | null }>
  /** Best common ancestor, or null when the histories are unrelated. */
  mergeBase(a: CommitId, b: CommitId): Promise<CommitId | null>
  /** True when `a` is `b` or an ancestor of it; false also when either is not in the repository. */
  isAncestor(a: CommitId, b: CommitId): Promise<boolean>
  /** Texts of `refs/notes/commits` by commit; empty without notes. */
  notes(): Promise<ReadonlyMap<CommitId, string>>
  /** Full blob ids of the regular files at and below a folder of a commit's tree (`` is all of it), by path. */
  files(commit: CommitId, folder: RepoPath): Promise<ReadonlyMap<RepoPath, BlobId>>
  /** Bytes of a file in a commit's tree, or null. */
  file(commit: CommitId, path: RepoPath): Promise<Uint8Array | null>
  /** Ends child processes; further calls are an error. */
  close(): Promise<void>
}
