import { Buffer } from 'node:buffer'
import { slug } from '../text/slug.ts'

/** A heading as links name it. */
export interface Heading {
  readonly depth: number
  /** Without the number that a second one of its name gets on a page. */
  readonly anchor: string
}

const [LINE_FEED, BLANK, HASH] = [10, 32, 35]
/** Bytes of a line beyond which nobody means a heading. */
const LONGEST = 300
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/
/** An id that its author wrote: `{#leave}`, `{: #leave}`. */
const EXPLICIT = /\{:?[ \t]*#([^\s{}]+)[^{}]*\}[ \t#]*$/
const LINK = /!?\[([^\]]*)\]\([^()\s]*\)/g

/**
 * Headings in a part of a Markdown source, in their order. Reads lines only: a comment in a code block counts too, which
 * costs nothing but an anchor that no link names.
 */
export function headingsIn(source: Uint8Array): readonly Heading[] {
  const headings: Heading[] = []
  // Looks for the mark and not at every line: most of a text is something else, and stays bytes.
  for (let at = source.indexOf(HASH); at !== -1; ) {
    const end = source.indexOf(LINE_FEED, at)
    const next = end === -1 ? source.length : end
    if (next - at <= LONGEST && beginsLine(source, at)) {
      const line = Buffer.from(source.buffer, source.byteOffset + at, next - at).toString()
      const heading = headingOf(line.trimEnd())
      if (heading !== null) headings.push(heading)
    }
    at = source.indexOf(HASH, next)
  }
  return headings
}

/** At most three blanks may stand before the mark. */
function beginsLine(source: Uint8Array, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 3 && source[start - 1] === BLANK) start -= 1
  return start === 0 || source[start - 1] === LINE_FEED
}

function headingOf(line: string): Heading | null {
  const { 1: marks = '', 2: written = '' } = HEADING.exec(line) ?? []
  if (written === '') return null
  const explicit = written.includes('{') ? EXPLICIT.exec(written)?.[1] : undefined
  const anchor = explicit ?? slug(withoutMarks(written.includes('[') ? written.replaceAll(LINK, '$1') : written))
  return anchor === '' ? null : { depth: marks.length, anchor }
}

/** Closing marks, and white space around. */
function withoutMarks(written: string): string {
  const text = written.trim()
  let end = text.length
  while (end > 0 && text[end - 1] === '#') end -= 1
  return (end < text.length && /[ \t]/.test(text[end - 1] ?? ' ') ? text.slice(0, end) : text).trim()
}
