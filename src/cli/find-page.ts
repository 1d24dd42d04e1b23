import type { History } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import { withoutEdges } from '../text/edges.ts'
import { nearest } from '../text/nearest.ts'
import { slug } from '../text/slug.ts'

/** What a page's name on the command line leads to. */
export type FoundPage =
  | { readonly path: RepoPath }
  | { readonly several: readonly RepoPath[] }
  /** A folder without a page of its own, by the pages in it. */
  | { readonly inside: readonly RepoPath[] }
  | { readonly near: readonly RepoPath[] }

/** Paths of the Markdown files that stand at HEAD, as the history tells. */
export function livePaths(history: History): ReadonlySet<RepoPath> {
  const seen = new Set<RepoPath>()
  const live = new Set<RepoPath>()
  // Newest first: the first that is heard of a path is how it stands.
  for (const { touches } of history.changes) {
    for (const { kind, path, previousPath } of touches) {
      if (!seen.has(path) && kind !== 'removed') live.add(path)
      seen.add(path)
      if (previousPath !== null) seen.add(previousPath)
    }
  }
  return live
}

/**
 * Finds the page that somebody means: by its path in the repository, a path it had, the end of its path, its address,
 * its name as words (`Parental leave`), or the same of a path it had. In that order; more than one of a kind is asked
 * back.
 */
export function findPage(asked: string, paths: ReadonlySet<RepoPath>, moved: History['moved']): FoundPage {
  const wanted = plain(asked) as RepoPath
  if (paths.has(wanted)) return { path: wanted }
  const today = moved.get(wanted)
  if (today !== undefined && paths.has(today)) return { path: today }
  const all = [...paths]
  const stem = stemOf(wanted)
  const former = [...moved].filter(([, now]) => paths.has(now))
  const ways = waysTo(wanted, stem)
  for (const way of stem === '' && wanted !== '' ? [] : ways) {
    const found = all.filter(way)
    if (found.length > 0) return oneOf(found)
  }
  for (const way of stem === '' ? [] : ways) {
    const found = former.filter(([old]) => way(old)).map(([, now]) => now)
    if (found.length > 0) return oneOf([...new Set(found)])
  }
  const inside = stem === '' ? [] : all.filter((path) => `/${folderOf(stemOf(path))}/`.includes(`/${stem}/`))
  return inside.length > 0 ? { inside: inside.sort(byLength) } : { near: nearPaths(stem, all) }
}

/** How a path may be meant, the surest first. */
function waysTo(wanted: string, stem: string): readonly ((path: RepoPath) => boolean)[] {
  const words = slug(stemOf(lastPart(wanted)))
  return [
    (path) => endsWith(path, wanted),
    (path) => stemOf(path) === stem,
    (path) => endsWith(stemOf(path), stem),
    (path) => words !== '' && slug(lastPart(stemOf(path))) === words,
  ]
}

function oneOf(found: readonly RepoPath[]): FoundPage {
  const [first] = found
  return found.length === 1 && first !== undefined ? { path: first } : { several: [...found].sort(byLength) }
}

/** What was typed without the parts that only an address has. */
function plain(asked: string): string {
  const path = asked.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  return withoutEdges(path.replace(/^\.\//, ''), /\//)
}

/** Path without what an address leaves out: ending, index file, upper case. */
function stemOf(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.(html\.)?(md|mdx|markdown|html)$/, '')
    .replace(/(^|\/)(index|readme|_index)$/, '')
}

function endsWith(path: string, end: string): boolean {
  return path.toLowerCase() === end.toLowerCase() || path.toLowerCase().endsWith(`/${end.toLowerCase()}`)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1)
}

/** Nearest by the whole path first, then by the last part alone. */
function nearPaths(stem: string, paths: readonly RepoPath[]): readonly RepoPath[] {
  const close = new Set([
    ...nearest(stem, paths.map(stemOf), { most: 3 }),
    ...nearest(
      lastPart(stem),
      paths.map((path) => lastPart(stemOf(path))),
      { most: 3 },
    ),
  ])
  const isNear = (path: RepoPath) => close.has(stemOf(path)) || close.has(lastPart(stemOf(path)))
  return paths.filter(isNear).sort(byLength).slice(0, 3)
}
