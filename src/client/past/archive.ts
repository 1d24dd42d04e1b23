import type { Archive } from '../../model/archive.ts'
import { archivePath } from '../../text/archive-path.ts'
import { encodeRoute } from '../../text/relative.ts'
import { siteRoot } from '../root.ts'

/** An archive, or why there is none. */
export type Loaded = { readonly archive: Archive } | { readonly problem: string }

const known = new Map<string, Promise<Loaded>>()

/** Versions of the page at a route; loaded once. */
export function loadArchive(route: string): Promise<Loaded> {
  const loading = known.get(route) ?? load(route)
  known.set(route, loading)
  return loading
}

async function load(route: string): Promise<Loaded> {
  try {
    const response = await fetch(siteRoot() + encodeRoute(archivePath(route)).slice(1))
    if (response.status === 404) return { problem: 'There is no older version of this page to be read here.' }
    const archive: Archive = await response.json()
    if (archive.schema === 1) return { archive }
  } catch {
    // Said below.
  }
  known.delete(route)
  return { problem: 'The older versions of this page could not be loaded. Are you offline? Reload to try again.' }
}
