import type { RepoPath } from '../model/ids.ts'
import { withoutEnd } from '../text/edges.ts'

/** What the settings of the generator that a handbook was written for say of its folders. */
export interface Hints {
  /** Folder that holds the pages, as its settings name it; null when they do not. */
  readonly contentRoot: RepoPath | null
  /** Folders that are not part of an address: `src` when Jekyll's collections lie in `src/_company`. */
  readonly unnamed: readonly RepoPath[]
}

/** Where each generator names its content folder, as a line of its settings. Data only: nothing is evaluated. */
const SETTINGS: readonly { readonly file: string; readonly line: RegExp }[] = [
  { file: '_config.yml', line: /^source:[ \t]*(.+)$/m },
  { file: 'mkdocs.yml', line: /^docs_dir:[ \t]*(.+)$/m },
  { file: '.gitbook.yaml', line: /^root:[ \t]*(.+)$/m },
  { file: 'book.toml', line: /^src[ \t]*=[ \t]*(.+)$/m },
  { file: 'hugo.toml', line: /^contentDir[ \t]*=[ \t]*(.+)$/im },
  { file: 'hugo.yaml', line: /^contentDir:[ \t]*(.+)$/im },
  { file: 'config.toml', line: /^contentDir[ \t]*=[ \t]*(.+)$/im },
]

/** Characters of a settings file that are looked at. */
const MOST = 100_000

/**
 * Reads the hints that other generators' settings at the top of the repository give.
 *
 * @param read - text of a file of the repository, null when there is none
 */
export async function readHints(read: (path: RepoPath) => Promise<string | null>): Promise<Hints> {
  let contentRoot: RepoPath | null = null
  let collections: RepoPath | null = null
  for (const { file, line } of SETTINGS) {
    const text = (await read(file as RepoPath))?.slice(0, MOST) ?? ''
    contentRoot ??= folderIn(text, line)
    if (file === '_config.yml') collections = folderIn(text, /^collections_dir:[ \t]*(.+)$/m)
  }
  if (collections === null || collections === '') return { contentRoot, unnamed: [] }
  return { contentRoot: contentRoot ?? ('' as RepoPath), unnamed: [collections] }
}

function folderIn(text: string, line: RegExp): RepoPath | null {
  const value = line
    .exec(text)?.[1]
    ?.replace(/[ \t]#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  if (value === undefined || value === '') return null
  const folder = withoutEnd(value.replace(/^(?:\.?\/)+/, ''), /\//).replace(/^\.$/, '')
  return folder.split('/').includes('..') ? null : (folder as RepoPath)
}
