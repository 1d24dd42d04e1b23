import type { RepoPath, Route } from '../model/ids.ts'
import { fold, folderOf, indexRank, isHtmlSource, nameOf, stemOf, withoutNumber } from './file-names.ts'
import { pageSegmentOf } from './segments.ts'

/** Addresses of pages and folders, before it is known whether two pages want the same. */
export interface Addresses {
  /** Address that a Markdown file has by its path. */
  pageRoute(path: RepoPath): Route
  /** Address that a file which is gone had by its path; below the repository when it lay outside the content folder. */
  formerRoute(path: RepoPath): Route
  /** Address of a folder, given relative to the repository. */
  folderRoute(folder: RepoPath): Route
}

/**
 * Addresses follow the handbook's own tree: `content/benefits/leave.md` is `/benefits/leave/`.
 *
 * A folder's index (`index`, before `README`, before `_index`) has the folder's address; `index.html.md` and a second
 * file of the same name want it too, and are told as a collision. Another index beside it, or one beside a page
 * called as its folder, keeps its own name below it. `02-` before a name and `_` before a folder are left out, but not
 * where two names in a folder would then be one. Names that differ in case or in composition alone are one name,
 * written as most files below it have it, else as the first of them.
 *
 * @param paths - every Markdown file below the content folder, hidden ones too: an address must not depend on
 *   who may read what
 * @param unnamed - folders that are no part of an address
 */
export function addressesOf(
  paths: readonly RepoPath[],
  contentRoot: RepoPath,
  unnamed: readonly RepoPath[] = [],
): Addresses {
  const bases = [...unnamed.filter((folder) => folder !== contentRoot), contentRoot]
  const inside = (path: string): string => {
    const base = bases.find((folder) => folder !== '' && (path === folder || path.startsWith(`${folder}/`)))
    return base === undefined ? path : path.slice(base.length + 1)
  }
  const names = namesByFolder(paths.map(inside))
  const segments = new Map([...names].map(([folder, list]) => [folder, segmentsOf(list, folder === '')]))
  const routes = new Map<string, string>([['', '/']])
  const routeOf = (folder: string, isFolder = false): string => {
    const known = routes.get(folder)
    if (known !== undefined) return known
    const parent = folderOf(folder)
    const segment = segments.get(fold(parent))?.get(fold(nameOf(folder))) ?? plainSegment(folder, isFolder)
    const route = `${routeOf(parent, true)}${segment}/`
    routes.set(folder, route)
    return route
  }
  const indexes = firstIndexes(paths.map(inside), names)
  return {
    pageRoute: (path) => {
      const own = inside(path)
      const folder = folderOf(own)
      if (indexRank(own) === null) return routeOf(stemOf(own)) as Route
      const first = indexes.get(fold(folder))
      if (first === own || first === undefined || isSecond(own, first)) return routeOf(folder) as Route
      return `${routeOf(folder)}${pageSegmentOf(nameOf(stemOf(own)).toLowerCase(), folder === '')}/` as Route
    },
    formerRoute: (path) => routeOf(indexRank(path) === null ? stemOf(inside(path)) : folderOf(inside(path))) as Route,
    folderRoute: (folder) => routeOf(inside(folder)) as Route,
  }
}

/** Address of a path that is not in the tree any more. */
function plainSegment(path: string, isFolder: boolean): string {
  return pageSegmentOf(preferred({ name: nameOf(path), isFolder }), !path.includes('/'))
}

interface Name {
  readonly name: string
  readonly isFolder: boolean
  /** How many files stand at or below it. */
  count: number
}

/** Names of pages and folders in each folder; keys are folded. */
function namesByFolder(paths: readonly string[]): Map<string, Name[]> {
  const names = new Map<string, Name[]>()
  const seen = new Map<string, Name>()
  const add = (folder: string, name: string, isFolder: boolean): void => {
    const key = `${fold(folder)}/${isFolder ? 'd' : 'f'}/${name}`
    const known = seen.get(key)
    if (known !== undefined) {
      known.count += 1
      return
    }
    const fresh = { name, isFolder, count: 1 }
    seen.set(key, fresh)
    const list = names.get(fold(folder))
    if (list === undefined) names.set(fold(folder), [fresh])
    else list.push(fresh)
  }
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
      add(folderOf(folder), nameOf(folder), true)
    if (indexRank(path) === null) add(folderOf(path), nameOf(stemOf(path)), false)
  }
  return names
}

/** The part of the address that each name in a folder gets, by folded name. */
function segmentsOf(names: readonly Name[], isAtTop: boolean): Map<string, string> {
  const sorted = names.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const wanting = new Map<string, Set<string>>()
  for (const name of sorted) {
    const short = fold(preferred(name))
    wanting.set(short, (wanting.get(short) ?? new Set()).add(fold(name.name)))
  }
  const segments = new Map<string, string>()
  for (const name of sorted) {
    const short = preferred(name)
    const isFree = wanting.get(fold(short))?.size === 1
    if (!segments.has(fold(name.name)))
      segments.set(fold(name.name), pageSegmentOf(isFree ? short : name.name, isAtTop))
  }
  return segments
}

function preferred({ name, isFolder }: Pick<Name, 'name' | 'isFolder'>): string {
  const short = withoutNumber(name)
  return isFolder && /^_[\p{L}\p{N}]/u.test(short) ? short.slice(1) : short
}

/** The index file that has its folder's address, by folded folder; none where a page has the folder's name. */
function firstIndexes(
  paths: readonly string[],
  names: ReadonlyMap<string, readonly Name[]>,
): Map<string, string | null> {
  const first = new Map<string, string | null>()
  for (const path of paths) {
    const rank = indexRank(path)
    if (rank === null) continue
    const folder = fold(folderOf(path))
    const beside = names.get(fold(folderOf(folder))) ?? []
    if (folder !== '' && beside.some(({ name, isFolder }) => !isFolder && fold(name) === nameOf(folder))) {
      first.set(folder, null)
      continue
    }
    const known = first.get(folder)
    const isBefore = known === undefined || (known !== null && compareIndexes(path, known) < 0)
    if (isBefore) first.set(folder, path)
  }
  return first
}

function compareIndexes(a: string, b: string): number {
  return (
    Number(isHtmlSource(a)) - Number(isHtmlSource(b)) || (indexRank(a) ?? 0) - (indexRank(b) ?? 0) || (a < b ? -1 : 1)
  )
}

/** True for an index that wants the address of its folder's first, and is told as a second file for it. */
function isSecond(path: string, first: string | null): boolean {
  return first !== null && (isHtmlSource(path) || indexRank(path) === indexRank(first))
}
