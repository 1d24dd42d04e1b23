import type { Route } from '../model/ids.ts'

/**
 * Names at the top of the site that Whybook's own pages have. Where the handbook has a page or folder of the same
 * name it wins, and ours moves under `/_/` (DESIGN, Addresses).
 */
export const OUR_NAMES: ReadonlySet<string> = new Set([
  'changes',
  'decisions',
  'policies',
  'proposals',
  'start',
  'search',
  'insights',
])

/**
 * True for an address at which Whybook has, or may come to have, a page of its own.
 *
 * @param taken - folded addresses of the handbook's pages and folders
 */
export function isOurs(route: Route, taken: ReadonlySet<string>): boolean {
  const [, top = '', ...rest] = route.toLowerCase().slice(0, -1).split('/')
  if (top === '_' || top === '_whybook' || /^(?:404|500)$/.test(top)) return true
  if (OUR_NAMES.has(top) && !taken.has(`/${top}/`)) return rest.length === 0 || top === 'changes' || top === 'proposals'
  const last = rest.at(-1) ?? top
  const parent = route.toLowerCase().slice(0, -(last.length + 1))
  if (last === 'history') return taken.has(parent)
  // `PAGE/_/history/`, and the files beside a page: `PAGE.md`, `PAGE.json`, `PAGE/feed.xml`.
  return rest.includes('_') || /\.(?:md|json)$/.test(last) || last === 'feed.xml'
}
