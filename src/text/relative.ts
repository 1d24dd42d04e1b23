/**
 * Percent-encoded form of a route or output path: `/a b/c#d/` gives `/a%20b/c%23d/`.
 *
 * Every byte that has a meaning in an address is encoded. A segment `.` or `..` would walk through the tree in any
 * spelling (`%2e%2e` too), so it is encoded twice: it then names the file called `%2E%2E`, which is how
 * `content/routes.ts` writes such names.
 */
export function encodeRoute(route: string): string {
  const known = encoded.get(route)
  if (known !== undefined) return known
  if (encoded.size >= mostKnown) encoded.clear()
  const result = encodeAnew(route)
  encoded.set(route, result)
  return result
}

/**
 * Every page has dozens of links, most of them to the same few thousand places; without this a link costs eight times
 * as much where routes are not ASCII. Bounded, and what a route gives never changes.
 */
const encoded = new Map<string, string>()
const mostKnown = 20_000

function encodeAnew(route: string): string {
  const segments = route.split('/').filter((segment) => segment !== '')
  const inner = segments.map(encodeSegment).join('/')
  if (inner === '') return '/'
  return `/${inner}${route.endsWith('/') ? '/' : ''}`
}

/** Nothing in it would be encoded. */
const PLAIN = /^[\w-]+$/

function encodeSegment(segment: string): string {
  if (PLAIN.test(segment)) return segment
  if (segment === '.' || segment === '..') return segment.replaceAll('.', '%252E')
  return encodeURIComponent(segment.toWellFormed())
}

/**
 * Address that leads from the page at `from` to `to`, relative and percent-encoded, so that the site works
 * below any prefix.
 *
 * @param from - route of the page the link stands on (`/a/b/`), or of a file (`/404.html`)
 * @param to - route or output path to lead to, decoded
 * @param hash - anchor without `#`, decoded; a link within one page is the anchor alone
 * @returns never empty, never with a protocol, never beginning with `/`
 */
export function hrefFrom(from: string, to: string, hash?: string): string {
  const anchor = hash === undefined || hash === '' ? '' : `#${encodeURIComponent(hash.toWellFormed())}`
  const here = encodeRoute(from)
  const there = encodeRoute(to)
  if (here === there && anchor !== '') return anchor
  // What both have in common ends behind a slash: folders, not letters.
  let shared = 0
  const most = Math.min(here.length, there.length)
  for (let at = 0; at < most && here[at] === there[at]; at += 1) if (here[at] === '/') shared = at + 1
  let up = ''
  for (let at = here.indexOf('/', shared); at !== -1; at = here.indexOf('/', at + 1)) up += '../'
  const down = there.slice(shared)
  return (up + down || './') + anchor
}
