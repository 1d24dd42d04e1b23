import { join } from 'node:path'
import type { CommitId } from '../../../src/model/ids.ts'
import type { Repo } from '../repo.ts'

/** What comes of reading a repository's history, as text. */
export type Outcome =
  | {
      /** For each page, its changes, newest first: `kind date title`, with the hour (UTC) of the date. */
      readonly pages: Readonly<Record<string, readonly string[]>>
      /** Rules of the findings. */
      readonly findings?: readonly string[]
    }
  /** Code of the error with which it is refused. */
  | { readonly error: string }
  /** Sentence that says why there is no history. */
  | { readonly absent: string }

/** A repository with one fault or oddity, and what is right to say of it. */
export interface Animal {
  readonly name: string
  /** Makes it; the folder that is opened. */
  make(): Promise<string>
  readonly expected: Outcome
  /** Where an adapter answers otherwise. */
  readonly native?: Outcome
  readonly isomorphic?: Outcome
}

/** For animals that only git can read. */
export const needsGit: Outcome = { error: 'git/needs-git' }

/** A story of two commits, which most animals have: right when nothing of it is lost. */
export const twoCommits = {
  pages: { 'a.md': ['modified 2026-01-05T10 Second', 'added 2026-01-05T09 First pages'] },
} satisfies Outcome

export const ANA = 'Ana Lima <ana@example.org> 1767693600 +0000'

export interface RawCommit {
  readonly tree?: string
  readonly parents?: readonly string[]
  /** Whole line after `author `, or null for none. */
  readonly author?: string | null
  readonly committer?: string | null
  /** Further header lines, each with its line feed. */
  readonly headers?: string
  readonly message?: string | Buffer
}

/** Adds a commit to `main` byte by byte, as an importer or an attacker does. */
export function rawCommit(r: Repo, commit: RawCommit): CommitId {
  const { tree = r.treeId(), parents = [r.tip], author = ANA, headers = '', message = 'Raw\n' } = commit
  const { committer = author } = commit
  const lines = [
    `tree ${tree}\n`,
    ...parents.map((id) => `parent ${id}\n`),
    author === null ? '' : `author ${author}\n`,
    committer === null ? '' : `committer ${committer}\n`,
    headers,
    '\n',
  ]
  const id = r.object('commit', Buffer.concat([Buffer.from(lines.join(''), 'latin1'), Buffer.from(message)]))
  r.ref('refs/heads/main', id)
  return id as CommitId
}

/** A tree written entry by entry: `[mode, name, id]`. */
export function rawTree(r: Repo, entries: readonly (readonly [string, string | Buffer, string])[]): string {
  const bytes = entries.flatMap(([mode, name, id]) => [
    Buffer.from(`${mode} `),
    Buffer.from(name),
    Buffer.from([0]),
    Buffer.from(id, 'hex'),
  ])
  return r.object('tree', Buffer.concat(bytes))
}

/** Where an object stands that is in no pack. */
export function objectFile(r: Repo, id: string): string {
  return join(r.gitDirectory, 'objects', id.slice(0, 2), id.slice(2))
}
