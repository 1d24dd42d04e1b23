import { type IndexEntry, openEngine, type PagefindModule } from '../../search/query/engine.ts'
import { type Finder, finderOf } from '../../search/query/find.ts'
import { siteRoot } from '../root.ts'

const indexAddress = (file: string): string => new URL(`_whybook/search/${file}`, siteRoot()).href

let finder: Promise<Finder> | undefined

/** The site's index, loaded when it is first asked for; tried again after it could not be loaded. */
export function loadFinder(): Promise<Finder> {
  if (finder === undefined) {
    finder = load()
    finder.catch(() => {
      finder = undefined
    })
  }
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

async function load(): Promise<Finder> {
  const response = await fetch(indexAddress('pagefind-entry.json'))
  if (!response.ok) throw new Error(`The search index is not there: ${response.status}`)
  const entry = (await response.json()) as IndexEntry
  const pagefind = (await import(/* @vite-ignore */ indexAddress('pagefind.js'))) as PagefindModule
  return finderOf(await openEngine(pagefind, indexAddress(''), entry, document.documentElement.lang || 'unknown'))
}
