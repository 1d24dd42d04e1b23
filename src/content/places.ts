import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { withoutEnd } from '../text/edges.ts'
import type { Asset } from './asset.ts'
import { fold, folderOf, indexRank, isMarkdown, nameOf, stemOf } from './file-names.ts'

/** Something that a link can lead to. */
export type Place =
  | { readonly kind: 'page'; readonly page: Page }
  /** The page now stands elsewhere; the link names where it was. */
  | { readonly kind: 'moved'; readonly page: Page }
  | { readonly kind: 'folder'; readonly route: Route; readonly path: RepoPath }
  | { readonly kind: 'asset'; readonly asset: Asset }
  /** A file of the repository that the site does not carry. */
  | { readonly kind: 'file'; readonly path: RepoPath }
  /** A reason that was added later. */
  | { readonly kind: 'reason'; readonly path: RepoPath }
  /** A page or file that this build may not show. */
  | { readonly kind: 'withheld' }

/** Everything that links can lead to, by path relative to the repository; without regard to case. */
export interface Places {
  /** What stands at a path: of a file, of a file without its ending, or of an address below the content folder. */
  at(path: string): Place | undefined
}

/** What {@link placesOf} is made from. */
export interface Known {
  readonly contentRoot: RepoPath
  readonly pages: readonly Page[]
  readonly folders: readonly { readonly path: RepoPath; readonly route: Route }[]
  readonly assets: readonly Asset[]
  readonly withheld: ReadonlySet<RepoPath>
  /** Files of reasons that were added later. */
  readonly reasons: readonly RepoPath[]
  /** Symbolic links to files of the content. */
  readonly links: ReadonlyMap<RepoPath, RepoPath>
  /** Old addresses, of whatever origin. */
  readonly redirects: readonly { readonly from: Route; readonly to: Route }[]
  readonly moved: ReadonlyMap<RepoPath, RepoPath>
  /** Those of the redirects that follow from renames alone. */
  readonly renames: readonly { readonly from: Route }[]
  /** Other files of the repository that pages link to. */
  readonly files: readonly RepoPath[]
}

/** Endings that say "a page" in one generator or another. */
const PAGE_ENDING = /\.(?:html\.md|md|markdown|mdx|html?|php|aspx?|adoc|rst)$/i

/** Builds the index of places; what is more exact wins: file, name, address, folder, old address, old path. */
export function placesOf(known: Known): Places {
  const places = new Map<string, Place>()
  const add = (path: string, place: Place): void => {
    const key = keyOf(path)
    if (!places.has(key)) places.set(key, place)
  }
  const below = (route: string): string => `${known.contentRoot}${route}`
  const byRoute = new Map(known.pages.map((page) => [page.route, page]))

  for (const page of known.pages) add(page.path, { kind: 'page', page })
  for (const asset of known.assets) add(asset.path, { kind: 'asset', asset })
  for (const path of known.withheld) add(path, { kind: 'withheld' })
  for (const path of known.reasons) {
    add(path, { kind: 'reason', path })
    add(stemOf(path), { kind: 'reason', path })
  }
  for (const [link, path] of known.links) {
    const place = places.get(keyOf(path))
    if (place !== undefined) add(link, place)
  }
  for (const page of known.pages) add(stemOf(page.path), { kind: 'page', page })
  for (const page of known.pages) add(below(page.route), { kind: 'page', page })
  for (const path of known.withheld) {
    if (isMarkdown(path)) add(indexRank(path) === null ? stemOf(path) : folderOf(path), { kind: 'withheld' })
  }
  for (const { path, route } of known.folders) {
    const page = byRoute.get(route)
    const place: Place = page === undefined ? { kind: 'folder', route, path } : { kind: 'page', page }
    add(path, place)
    add(below(route), place)
  }
  const renamed = new Set(known.renames.map(({ from }) => from))
  for (const { from, to } of known.redirects) {
    const page = byRoute.get(to)
    if (page !== undefined) add(below(from), { kind: renamed.has(from) ? 'moved' : 'page', page })
  }
  const byPath = new Map(known.pages.map((page) => [page.path, page]))
  for (const [old, path] of known.moved) {
    const page = byPath.get(path)
    if (page === undefined) continue
    add(old, { kind: 'moved', page })
    add(stemOf(old), { kind: 'moved', page })
    if (indexRank(old) !== null) add(folderOf(old), { kind: 'moved', page })
  }
  for (const path of known.files) add(path, { kind: 'file', path })
  return { at: (path) => lookUp(places, path) }
}

function lookUp(places: ReadonlyMap<string, Place>, path: string): Place | undefined {
  const exact = places.get(keyOf(path))
  if (exact !== undefined) return exact
  const plain = withoutEnd(path, /\//)
  const stem = plain.replace(PAGE_ENDING, '')
  return places.get(keyOf(stem)) ?? (indexRank(nameOf(stem)) === null ? undefined : places.get(keyOf(folderOf(stem))))
}

/** Leading and trailing slashes do not count. */
function keyOf(path: string): string {
  let start = 0
  let end = path.length
  while (path[start] === '/') start += 1
  while (end > start && path[end - 1] === '/') end -= 1
  return fold(path.slice(start, end))
}
