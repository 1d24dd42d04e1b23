import { isInside } from './output-path.ts'

/** What a server does with a request's address. */
export type Resolution =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'refused' }

/**
 * Files that may answer an address, best first: `/a/` is `a/index.html`; `/a` is the file, or leads on to `/a/`.
 *
 * @param address - path and query as the request has them
 * @param base - where the site stands: `/` or `/group/handbook/`
 */
export function resolveRequest(address: string, base: string): Resolution {
  const [raw = '', query] = splitOnce(address, '?')
  if (`${raw}/` === base) return { kind: 'redirect', to: base + (query === undefined ? '' : `?${query}`) }
  if (!raw.startsWith(base)) return { kind: 'refused' }
  const path = decode(raw.slice(base.length))
  if (path === null) return { kind: 'refused' }
  if (path === '') return { kind: 'files', paths: ['index.html'] }
  const bare = path.endsWith('/') ? path.slice(0, -1) : path
  if (!isInside(bare)) return { kind: 'refused' }
  return { kind: 'files', paths: path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`] }
}

/** Segments are decoded one by one: an encoded slash is no separator, and nothing is decoded twice. */
function decode(raw: string): string | null {
  try {
    const segments = raw.split('/').map(decodeURIComponent)
    return segments.some((segment) => segment.includes('/')) ? null : segments.join('/')
  } catch {
    return null
  }
}

function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
