import type { RepoPath } from '../model/ids.ts'
import { fold, folderOf, nameOf, stemOf } from './file-names.ts'
import type { NavigationEntry } from './navigation-entry.ts'
import { type PlainData, plainDataIn } from './plain-data.ts'

/**
 * Docusaurus' `sidebars.js`, where it is plain data.
 *
 * @param markdown - pages, which it names by their path without numbers
 * @returns null where it is code, or says nothing about pages
 */
export function sidebarNavigation(
  source: string,
  folder: RepoPath,
  markdown: readonly RepoPath[],
): readonly NavigationEntry[] | null {
  const data = plainDataIn(source)
  if (data === undefined || !isObject(data)) return null
  const byId = new Map(
    markdown
      .filter((path) => folder === '' || path.startsWith(`${folder}/`))
      .map((path) => [idOf(folder === '' ? path : path.slice(folder.length + 1)), path]),
  )
  const entries = Object.values(data).flatMap((sidebar) => entriesOf(sidebar, byId))
  return entries.length === 0 ? null : entries
}

/** `02-guides/01-start.md` is `guides/start`. */
function idOf(path: string): string {
  return fold(stemOf(path))
    .split('/')
    .map((part) => part.replace(/^\d+\s*[-_.]+\s*(?=.)/, ''))
    .join('/')
}

function entriesOf(data: PlainData, byId: ReadonlyMap<string, RepoPath>): NavigationEntry[] {
  if (Array.isArray(data)) return data.flatMap((item) => entriesOf(item, byId))
  if (typeof data === 'string') return page(data, null, byId)
  if (!isObject(data)) return []
  const { type, id, label, items, link } = data
  const words = typeof label === 'string' ? label : null
  if (typeof id === 'string' && (type === 'doc' || type === 'ref' || type === undefined)) return page(id, words, byId)
  if (Array.isArray(items)) {
    const own = isObject(link) && typeof link['id'] === 'string' ? page(link['id'], null, byId) : []
    return [{ path: null, label: words, children: [...own, ...entriesOf(items, byId)] }]
  }
  if (type !== undefined) return []
  // The short form: names of groups with their items.
  return Object.entries(data).flatMap(([name, value]) =>
    Array.isArray(value) ? [{ path: null, label: name, children: entriesOf(value, byId) }] : [],
  )
}

function page(id: string, label: string | null, byId: ReadonlyMap<string, RepoPath>): NavigationEntry[] {
  const key = idOf(id.replace(/^\//, ''))
  const path = byId.get(key) ?? byId.get(`${key}/index`) ?? byId.get(`${folderOf(key)}/readme`.replace(/^\//, ''))
  return path === undefined || nameOf(path) === '' ? [] : [{ path, label, children: [] }]
}

function isObject(data: PlainData | undefined): data is { readonly [key: string]: PlainData } {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
