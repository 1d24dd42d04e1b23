import type { RepoPath } from '../model/ids.ts'
import type { Host } from './host.ts'

/** A file of the repository that may already be where init would write. */
export type Existing =
  | { readonly text: string }
  /** Something that is no plain text file, or is reached through a link: it is left alone. */
  | { readonly problem: string }

/** What is known of a repository before anything is asked. */
export interface Found {
  /** Absolute path, without links in it. */
  readonly root: string
  /** Branch that is published. */
  readonly branch: string
  /** Address of the remote, without credentials. */
  readonly remote: string | null
  /** By the remote; null when it does not tell. */
  readonly host: Host | null
  /** Folder that the pages are in as Whybook finds it by itself; empty for the repository. */
  readonly content: RepoPath
  readonly pages: number
  /** Name of the handbook as it would be without a configuration. */
  readonly name: string
  /** What is where init would write, by path; a path without an entry is free. */
  readonly existing: ReadonlyMap<string, Existing>
  /** Names of files and folders at the top that are no output of ours. */
  readonly taken: ReadonlySet<string>
  /** Version of this Whybook. */
  readonly version: string
}

/** What was answered, on the terminal or by flags. */
export interface Answers {
  readonly host: Host
  readonly name: string
  /** Null leaves it to be found. */
  readonly content: RepoPath | null
  readonly site: string | null
  /** How `package.json` names Whybook: an exact version, `file:NAME.tgz`, or the address of a tarball. */
  readonly spec: string
}

/** Text of a file that is there and can be read. */
export function textOf({ existing }: Pick<Found, 'existing'>, path: string): string | null {
  const file = existing.get(path)
  return file !== undefined && 'text' in file ? file.text : null
}
