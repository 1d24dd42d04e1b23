import type { RepoPath } from '../model/ids.ts'
import { commitOfReason } from '../model/reason-file.ts'
import { nameOf } from './file-names.ts'

/** Parts of other generators that are no pages, wherever they stand. */
const ANYWHERE = new Set([
  'node_modules',
  '_includes',
  '_layouts',
  '_sass',
  '_data',
  '_plugins',
  '_site',
  '__pycache__',
])
/** Names that a handbook may well have further down (`finance/vendor/`), but not at the repository's top. */
const AT_TOP = new Set(['dist', 'vendor'])

/**
 * True for a folder that never holds content: dotfolders (but `.gitbook`, for its images), dependencies, output,
 * and other generators' templates. LICENSE.md, CONTRIBUTING.md and the like are ordinary pages where the
 * content folder is the repository itself, since then people link to them; else they stand outside it.
 *
 * @param path - of the folder, relative to the repository's root
 */
export function isNeverContent(path: RepoPath | string): boolean {
  const name = nameOf(path)
  if (name.startsWith('.')) return name !== '.gitbook'
  return ANYWHERE.has(name) || (name === path && AT_TOP.has(name))
}

/** True when a Markdown file of this path could be a page: below the content folder, in no such folder, and no reason. */
export function isContentPath(path: RepoPath, contentRoot: RepoPath): boolean {
  if (contentRoot !== '' && !path.startsWith(`${contentRoot}/`)) return false
  if (commitOfReason(path) !== null) return false
  for (let at = path.indexOf('/', contentRoot.length + 1); at !== -1; at = path.indexOf('/', at + 1)) {
    const folder = path.slice(0, at)
    if (isNeverContent(folder) || nameOf(folder) === '.gitbook') return false
  }
  return true
}
