import { Buffer } from 'node:buffer'
import { slug } from '../text/slug.ts'

/** A heading as links name it. */
export interface Heading {
  readonly depth: number
  /** Without the number that a second one of its name gets on a page. */
  readonly anchor: string
}

const HASH = 35
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/gm
/** An id that its author wrote: `{#leave}`, `{: #leave}`. */
const EXPLICIT = /\{:?[ \t]*#([^\s{}]+)[^{}]*\}[ \t#]*$/
const LINK = /!?\[([^\]]*)\]\([^()\s]*\)/g

/**
 * Headings in a part of a Markdown source, in their order. Reads lines only: a comment in a code block counts too, which
 * costs nothing but an anchor that no link names.
 */
export function headingsIn(source: Uint8Array): readonly Heading[] {
  if (!source.includes(HASH)) return []
  const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString().replaceAll('\r', '')
  return [...text.matchAll(HEADING)].flatMap(({ 1: marks = '', 2: written = '' }) => {
    if (written.length > LONGEST) return []
    const explicit = EXPLICIT.exec(written)?.[1]
    const anchor = explicit ?? slug(withoutMarks(written.replaceAll(LINK, '$1')))
    return anchor === '' ? [] : [{ depth: marks.length, anchor }]
  })
}

const LONGEST = 300

/** Closing marks, and white space around. */
function withoutMarks(written: string): string {
  const text = written.trim()
  let end = text.length
  while (end > 0 && text[end - 1] === '#') end -= 1
  return (end < text.length && /[ \t]/.test(text[end - 1] ?? ' ') ? text.slice(0, end) : text).trim()
}
