import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RouteKey } from '../handbook/handbook.ts'
import type { SearchDocument } from '../handbook/search-documents.ts'

/**
 * HTML of pages for the search index, kept from build to build. The index is made anew whenever a page changed, and
 * rendering all the others again would be most of what that costs.
 */
export interface KnownHtml {
  /** The same documents; those of pages whose key is known are not rendered again. */
  documents(documents: Iterable<SearchDocument>): Iterable<SearchDocument>
  /** Keeps what the documents had. */
  keep(): void
}

/**
 * @param file - a cache: it may be missing or damaged
 * @param routes - keys of the pages; equal keys, equal HTML
 * @param site - key of Whybook's code
 */
export function knownHtml(file: string, routes: readonly RouteKey[], site: string): KnownHtml {
  const keys = new Map<string, string>(routes.map(({ route, key }) => [route, key]))
  const before = read(file, site)
  const now = new Map<string, string>()
  return {
    *documents(documents) {
      for (const document of documents) {
        const key = keys.get(document.route) ?? ''
        const html = before.get(key) ?? document.html
        if (key !== '') now.set(key, html)
        // By descriptors, because reading `html` of the document is what renders it.
        const own = { ...Object.getOwnPropertyDescriptors(document), html: { value: html, enumerable: true } }
        yield Object.defineProperties({}, own) as SearchDocument
      }
    },
    keep: () => {
      try {
        writeFileSync(file, JSON.stringify({ site, html: [...now] }))
      } catch {
        // A cache: the next build renders them again.
        rmSync(file, { force: true })
      }
    },
  }
}

function read(file: string, site: string): ReadonlyMap<string, string> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { site: unknown; html: [string, string][] }
    return kept.site === site ? new Map(kept.html) : new Map()
  } catch {
    return new Map()
  }
}
