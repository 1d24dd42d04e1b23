import { codeRanges, isInside, type Range } from '../code-ranges.ts'
import { applyEdits, type Edit, withoutOverlaps } from './edits.ts'
import { alertOf } from './kinds.ts'

// No list goes on past the start of another: what is never closed is else read to its line's end from every start.
const BLOCK = /^([ \t>]*)\{:([^{}\n]*)\}[ \t]*$/gm
const SPAN = /\{:(?!\/|:)[ \t]*(?:[.#][^{}\n]*|[\w-]+(?:=[^{}\n]*)?)\}/g
/** kramdown's extensions: options, comments, end tags. */
const EXTENSION = /\{:(?::([a-z]*)[^{}\n]*|\/[^{}\n]*)\}/g
/** Attributes right after a link, an image or a code span, as MkDocs and Pandoc write them. */
const TRAILING =
  /(?<=[)\]`])\{[ \t]*(?:[.#][\w-]+|[\w-]+=(?:"[^"{\n]*"|'[^'{\n]*'|[^\s"'{}]+))(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"{\n]*"|'[^'{\n]*'|[^\s"'{}]+)))*[ \t]*\}/g
/** An anchor at the end of an item or within a paragraph. */
const ANCHOR = /(?<=[ \t])\{#([\w-]+)\}(?=\s|$)/g
const TOC = /^[ \t]*(?:\[\[_?TOC_?\]\]|\[TOC\])[ \t]*$/gim
const HEADING = /^[ \t>]*#{1,6}[ \t]/
/** An unquoted address in a tag: Sätteri links it and shows the tag as text. */
const UNQUOTED = /(<[a-z][^<>\n]*?[ \t](?:href|src)[ \t]*=[ \t]*)(https?:[^\s"'<>`]+)/gi

/** What a text has to contain before any of this is looked for. */
const SIGN = /\{[:#]|[)\]`]\{|\[\[?_?TOC_?\]|=[ \t]*https?:/i

/**
 * Removes kramdown's and Pandoc's lists of attributes (`{: .class}`, `{width=50%}`), keeping the anchors in them, and
 * markers for a table of contents. A paragraph or quotation of the class `note`, `warning` and so on becomes a
 * call-out. The text keeps its number of lines.
 */
export function translateAttributes(text: string): string {
  if (!SIGN.test(text)) return text
  const code = codeRanges(text)
  return applyEdits(text, withoutOverlaps([...calloutEdits(text, code), ...attributeEdits(text, code)]))
}

/** `{: .note }` above or below a paragraph, as just-the-docs and Minimal Mistakes have it. */
const CLASS = /^[ \t]*\{:[ \t]*\.(?:notice--|callout-|alert-)?([a-z]+)(-title)?[ \t]*\}[ \t]*$/gim

/** What begins so is no paragraph and no quotation. */
const NO_TEXT = /^[ \t]*(?:[#<|`~{-]|\d+\.)/
const LONGEST = 2_000

function calloutEdits(text: string, code: readonly Range[]): Edit[] {
  const edits: Edit[] = []
  for (const { 0: all, 1: name = '', 2: hasTitle, index } of text.matchAll(CLASS)) {
    const alert = alertOf(name)
    if (alert === null || isInside(code, index)) continue
    const end = index + all.length
    const below = text.slice(end + 1, lineEnd(text, end + 1))
    const isAbove = below.trim() !== '' && !HEADING.test(below)
    if (index < (edits.at(-1)?.end ?? 0) || (isAbove && NO_TEXT.test(below))) continue
    const first = isAbove ? end + 1 : paragraphStart(text, index)
    const last = isAbove ? paragraphEnd(text, first) : index - 1
    if (first >= last || last - first > LONGEST || NO_TEXT.test(text.slice(first, last))) continue
    const [opening = '', ...rest] = text.slice(first, last).split('\n')
    const isQuotation = /^[ \t]*>/.test(opening)
    const title = hasTitle === undefined ? '' : ` **${opening.replace(/^[ \t]*>?[ \t]*/, '').trim()}**`
    const lines = hasTitle === undefined ? [opening, ...rest] : ['>', ...rest]
    const quoted = lines.map((line) => (isQuotation || line === '>' ? line : `> ${line}`))
    const marker = `> [!${alert}]${title}`
    edits.push(
      isAbove
        ? { start: index, end: last, text: [marker, ...quoted].join('\n') }
        : { start: first, end, text: [marker, ...quoted].join('\n') },
    )
  }
  return edits
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function paragraphStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start <= LONGEST) {
    const above = text.lastIndexOf('\n', start - 2) + 1
    if (text.slice(above, start - 1).trim() === '') return start
    start = above
  }
  return start
}

function paragraphEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && end - at <= LONGEST) {
    const next = lineEnd(text, end)
    if (text.slice(end, next).trim() === '') return end - 1
    end = next + 1
  }
  return Math.min(end, text.length)
}

function attributeEdits(text: string, code: readonly Range[]): Edit[] {
  const edits: Edit[] = []
  const outside = (pattern: RegExp) => [...text.matchAll(pattern)].filter(({ index }) => !isInside(code, index))

  for (const { 0: all, 1: prefix = '', 2: list = '', index } of outside(BLOCK)) {
    if (list.startsWith(':') || list.startsWith('/')) continue
    const id = /#([\w-]+)/.exec(list)?.[1]
    const above = lineAbove(text, index)
    if (list.trim() === 'toc' || list.trim().startsWith('toc ')) {
      const placeholder = above !== null && /^[ \t]*(?:[-+*]|\d+[.)])[ \t]+\S.*$/.test(above.text)
      edits.push({ start: placeholder ? above.start : index, end: index + all.length, text: '' })
    } else if (id !== undefined && above !== null && HEADING.test(above.text)) {
      edits.push({ start: index - 1, end: index + all.length, text: ` {#${id}}` })
    } else {
      const anchor = id === undefined ? '' : `${prefix}<a id="${id}"></a>`
      edits.push({ start: index, end: index + all.length, text: anchor })
    }
  }
  const isInHeading = headingTest(text)
  const isHeadingAt = headingTest(text)
  for (const { 0: all, index } of outside(SPAN)) {
    const isAnchor = /#[\w-]/.test(all) && isInHeading(index)
    if (!isAnchor) edits.push({ start: index, end: index + all.length, text: '' })
  }
  for (const { 0: all, 1: id = '', index } of outside(ANCHOR)) {
    // Behind a heading the parser's own rule for ids takes it.
    if (isHeadingAt(index)) continue
    edits.push({ start: index, end: index + all.length, text: `<a id="${id}"></a>` })
  }
  let close = 0
  for (const { 0: all, 1: word, index } of outside(EXTENSION)) {
    let end = index + all.length
    if (word === 'comment' && close !== -1) {
      if (close < end) close = text.indexOf('{:/', end)
      if (close !== -1) end = close
    }
    edits.push({ start: index, end, text: '' })
  }
  for (const { 0: all, index } of outside(TRAILING)) edits.push({ start: index, end: index + all.length, text: '' })
  for (const { 0: all, index } of outside(TOC)) edits.push({ start: index, end: index + all.length, text: '' })
  for (const { 0: all, 1: before = '', 2: address = '', index } of outside(UNQUOTED)) {
    edits.push({ start: index, end: index + all.length, text: `${before}"${address}"` })
  }
  return edits
}

/** Whether a place stands in a heading; places must rise, so that each line is looked at once. */
function headingTest(text: string): (at: number) => boolean {
  let start = 0
  let end = -1
  let isHeading = false
  return (at) => {
    if (at < end) return isHeading
    start = text.lastIndexOf('\n', at - 1) + 1
    const next = text.indexOf('\n', at)
    end = next === -1 ? text.length : next
    isHeading = HEADING.test(text.slice(start, end))
    return isHeading
  }
}

function lineAbove(text: string, at: number): { text: string; start: number } | null {
  if (at === 0) return null
  const start = text.lastIndexOf('\n', at - 2) + 1
  return { text: text.slice(start, at - 1), start }
}
