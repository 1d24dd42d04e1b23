import type { RepoPath } from '../model/ids.ts'
import { fold, isMarkdown, nameOf, stemOf } from './file-names.ts'
import type { Hints } from './other-generators.ts'

/** Names that folders of pages have; the first of two that hold as much wins. */
const USUAL = ['content', 'docs', 'handbook', 'pages', 'src', 'doc', 'wiki', 'book', 'source', 'site', 'website']
const NAMED_AFTER = /handbook|playbook/
/** Folders of code around a content folder: what they hold is looked at, they are no content by themselves. */
const AROUND = new Set(['src', 'source', 'site', 'website', 'app'])
/** Files at the top of a repository that tell about the repository. */
const ABOUT =
  /^(?:readme|contributing|changelog|license|licence|code[-_]of[-_]conduct|security|support|governance|authors|maintainers|agents|claude)$/

/**
 * Finds the folder that holds the pages when the configuration does not name it: what another generator's
 * settings say, else the folder with a usual name that holds at least half of the Markdown, else the repository.
 *
 * @param paths - every file of the repository that could be content
 */
export function findContent(paths: readonly RepoPath[], hints: Hints): RepoPath {
  const pages = paths.filter((path) => isMarkdown(path))
  const below = (folder: string): number => pages.filter((path) => path.startsWith(`${folder}/`)).length
  if (hints.contentRoot !== null && (hints.contentRoot === '' || below(hints.contentRoot) > 0)) return hints.contentRoot
  const atTop = pages.filter((path) => !path.includes('/'))
  const hasOwnIndex = atTop.some((path) => ['index', '_index'].includes(fold(stemOf(path))) || path === 'SUMMARY.md')
  if (hasOwnIndex) return '' as RepoPath

  const total = pages.length - atTop.filter((path) => ABOUT.test(fold(stemOf(path)))).length
  const folders = [...new Set(pages.flatMap((path) => path.split('/')[0] ?? []))].filter((name) => !isMarkdown(name))
  const usual = folders
    .filter((name) => USUAL.includes(fold(name)) || NAMED_AFTER.test(fold(name)))
    .map((name) => ({ name, count: below(name), rank: USUAL.indexOf(fold(name)) }))
    .sort((a, b) => b.count - a.count || a.rank - b.rank || (a.name < b.name ? -1 : 1))
  const [most] = usual
  if (most === undefined || most.count * 2 < total) return '' as RepoPath
  return insideOf(most.name, pages)
}

/** Goes down from `src` to `src/content/docs` while there is one way to go. */
function insideOf(folder: string, pages: readonly RepoPath[]): RepoPath {
  const inside = pages.filter((path) => path.startsWith(`${folder}/`))
  const names = [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
  const [only = ''] = names
  const goesOn = names.length === 1 && !isMarkdown(only) && USUAL.includes(fold(only))
  const isAround = AROUND.has(fold(nameOf(folder))) || (nameOf(folder) === 'content' && only === 'docs')
  return goesOn && isAround ? insideOf(`${folder}/${only}`, pages) : (folder as RepoPath)
}
