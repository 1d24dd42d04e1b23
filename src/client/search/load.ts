import { type IndexEntry, openEngine, type PagefindModule } from '../../search/query/engine.ts'
import { type Finder, finderOf } from '../../search/query/find.ts'
import { siteRoot } from '../root.ts'

/** The index of the pages, and that of changes beside it. */
type IndexName = 'search' | 'search-changes'

const indexAddress = (file: string, name: IndexName = 'search'): string =>
  new URL(`_whybook/${name}/${file}`, siteRoot()).href

const finders = new Map<IndexName, Promise<Finder>>()

/** An index of the site, loaded when it is first asked for; tried again after it could not be loaded. */
export function loadFinder(name: IndexName = 'search'): Promise<Finder> {
  const known = finders.get(name)
  if (known !== undefined) return known
  const finder = load(name)
  finders.set(name, finder)
  finder.catch(() => finders.delete(name))
  return finder
}

/** Whether the index can be reached now: Pagefind says that nothing was found when it cannot load a part of it. */
export async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(indexAddress('pagefind-entry.json'), { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

async function load(name: IndexName): Promise<Finder> {
  const response = await fetch(indexAddress('pagefind-entry.json', name))
  if (!response.ok) throw new Error(`The search index is not there: ${response.status}`)
  const entry = (await response.json()) as IndexEntry
  const pagefind = (await import(/* @vite-ignore */ indexAddress('pagefind.js'))) as PagefindModule
  const lang = document.documentElement.lang || 'unknown'
  return finderOf(await openEngine(pagefind, indexAddress('', name), entry, lang))
}
