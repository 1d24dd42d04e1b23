import { withoutEdges } from '../text/edges.ts'

/** What an author wrote as the target of a link or image, taken apart. */
export type LinkTarget =
  | { readonly kind: 'nothing' }
  /** Another place on the same page; decoded, without `#`. */
  | { readonly kind: 'anchor'; readonly hash: string }
  /** `http:`, `https:` and `//host`. */
  | { readonly kind: 'address'; readonly url: URL }
  /** `mailto:` and `tel:`. */
  | { readonly kind: 'contact'; readonly href: string }
  /** A scheme that no page may use, or an address that is none. */
  | { readonly kind: 'refused'; readonly scheme: string }
  | PathTarget

export interface PathTarget {
  readonly kind: 'path'
  /** Decoded, `/`-separated, as written otherwise; absolute ones without their slash. */
  readonly path: string
  /** The same, not decoded; equal to `path` for most. */
  readonly encoded: string
  readonly isAbsolute: boolean
  /** `?` and what follows, encoded; empty for none. */
  readonly query: string
  /** Decoded, without `#`; empty for none. */
  readonly hash: string
}

/** Characters that browsers drop from an address before they read its scheme. */
const DROPPED = /[\t\n\r]/g
const EDGE = /[\p{Cc}\s]/u

/** Targets without a character that needs care: nearly all. */
const PLAIN = /^[!-~]+$/

/** Takes a target apart as a browser would, so that nothing can be a scheme for it and a path for us. */
export function parseTarget(written: string): LinkTarget {
  const text = PLAIN.test(written) ? written : withoutEdges(written, EDGE).replace(DROPPED, '')
  if (text === '') return { kind: 'nothing' }
  if (text.startsWith('#')) return { kind: 'anchor', hash: decoded(text.slice(1)) }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined && !/^[/\\]{2}/.test(text)) return parsePath(text)
  if (scheme === 'mailto' || scheme === 'tel') return { kind: 'contact', href: encodeRest(text) }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'refused', scheme }
  const url = URL.parse(text, 'https://handbook.invalid/')
  // `https:page` is a path for a browser on an https page.
  if (url === null || url.hostname === 'handbook.invalid') return { kind: 'refused', scheme: scheme ?? 'https' }
  return { kind: 'address', url }
}

/** Takes a path with query and anchor apart. */
export function parsePath(text: string): PathTarget {
  const [, before = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(text) ?? []
  const slashes = before.replaceAll('\\', '/')
  return {
    kind: 'path',
    path: decoded(slashes).replaceAll('\\', '/').replace(/^\/+/, ''),
    encoded: slashes.replace(/^\/+/, ''),
    isAbsolute: slashes.startsWith('/'),
    query: query === '' || query === '?' ? '' : (URL.parse(query, 'https://handbook.invalid/')?.search ?? ''),
    hash: decoded(hash),
  }
}

/** Percent-decoded; what cannot be decoded stays as it is. */
function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function encodeRest(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s"<>\\^`{|}\p{Bidi_Control}]/gu, (character) => encodeURIComponent(character))
}
