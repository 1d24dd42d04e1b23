import { Buffer } from 'node:buffer'

/**
 * One part of a path as one part of an address, safe on every server and file system, and reversible.
 *
 * Characters that mean something in an address, to a terminal or to Windows become `~` and two hexadecimal digits
 * a byte (`ha#sh` gives `ha~23sh`), never `%`, which is decoded in different ways on the way. Names that
 * no machine should see as they are get their first or last character written so: `..`, `.env`, `CON`, `a.`.
 * The text is NFC.
 */
export function segmentOf(name: string): string {
  const text = name.normalize('NFC').toWellFormed()
  if (text === '_') return '~5F'
  const escaped = text.replace(/~(?=[0-9A-F]{2})/g, '~7E').replace(UNSAFE, bytes)
  return escaped.replace(RESERVED, bytes).replace(/^\./, bytes).replace(/[. ]$/, bytes).replace(/^ /, bytes)
}

/** The name that {@link segmentOf} was given, in NFC. */
export function nameOfSegment(segment: string): string {
  const encoded = segment.replace(/(?:~[0-9A-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('~', ''), 'hex').toString('utf8'),
  )
  return encoded
}

/**
 * The same for a page or folder: what the site writes beside pages (`a.json` beside `a/`) and, at the top of the
 * site, our own folder and the two names that Astro writes as files are kept free.
 */
export function pageSegmentOf(name: string, isAtTop: boolean): string {
  const segment = segmentOf(name).replace(OURS, bytes)
  return isAtTop && /^(?:404|500|_whybook)$/i.test(segment) ? bytes(segment) : segment
}

const UNSAFE = /[#?%:*"<>|\\\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/gu
/** Device names of Windows, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** A page called `a.json` would be a folder where the file of the page `a` belongs. */
const OURS = /\.(?=(?:html?|md|json|xml|txt)$)/i

function bytes(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0)
  const hex = Buffer.from(first).toString('hex').toUpperCase()
  return hex.replace(/../g, '~$&') + text.slice(first.length)
}
