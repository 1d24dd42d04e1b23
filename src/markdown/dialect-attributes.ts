import { isInside, type Range } from './code-ranges.ts'
import type { Edit } from './dialect-edits.ts'

// No list goes on past the start of another: what is never closed is else read to its line's end from every start.
const BLOCK = /^([ \t>]*)\{:([^{}\n]*)\}[ \t]*$/gm
const SPAN = /\{:(?!\/|:)[ \t]*(?:[.#][^{}\n]*|[\w-]+(?:=[^{}\n]*)?)\}/g
/** kramdown's extensions: options, comments, end tags. */
const EXTENSION = /\{:(?::([a-z]*)[^{}\n]*|\/[^{}\n]*)\}/g
/** Attributes right after a link, an image or a code span, as MkDocs and Pandoc write them. */
const TRAILING =
  /(?<=[)\]`])\{[ \t]*(?:[.#][\w-]+|[\w-]+=(?:"[^"{\n]*"|'[^'{\n]*'|[^\s"'{}]+))(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"{\n]*"|'[^'{\n]*'|[^\s"'{}]+)))*[ \t]*\}/g
const TOC = /^[ \t]*(?:\[\[_?TOC_?\]\]|\[TOC\])[ \t]*$/gim
const HEADING = /^[ \t>]*#{1,6}[ \t]/
/** An unquoted address in a tag: Sätteri links it and shows the tag as text. */
const UNQUOTED = /(<[a-z][^<>\n]*?[ \t](?:href|src)[ \t]*=[ \t]*)(https?:[^\s"'<>`]+)/gi

/** Removes attribute lists (`{: .class}`, `{width=50%}`), keeping the anchors in them; and markers for a table of contents. */
export function plainAttributes(text: string, code: readonly Range[]): Edit[] {
  const edits: Edit[] = []
  const outside = (pattern: RegExp) => [...text.matchAll(pattern)].filter(({ index }) => !isInside(code, index))

  for (const { 0: all, 1: prefix = '', 2: list = '', index } of outside(BLOCK)) {
    if (list.startsWith(':') || list.startsWith('/')) continue
    const id = /#([\w-]+)/.exec(list)?.[1]
    const above = lineAbove(text, index)
    if (list.trim() === 'toc' || list.trim().startsWith('toc ')) {
      const placeholder = above !== null && /^[ \t]*(?:[-+*]|\d+[.)])[ \t]+\S.*$/.test(above.text)
      edits.push({ start: placeholder ? above.start : index, end: index + all.length, text: '', name: 'toc' })
    } else if (id !== undefined && above !== null && HEADING.test(above.text)) {
      edits.push({ start: index - 1, end: index + all.length, text: ` {#${id}}`, name: 'attributes' })
    } else {
      const anchor = id === undefined ? '' : `${prefix}<a id="${id}"></a>`
      edits.push({ start: index, end: index + all.length, text: anchor, name: 'attributes' })
    }
  }
  const isInHeading = headingTest(text)
  for (const { 0: all, index } of outside(SPAN)) {
    const isAnchor = /#[\w-]/.test(all) && isInHeading(index)
    if (!isAnchor) edits.push({ start: index, end: index + all.length, text: '', name: 'attributes' })
  }
  let close = 0
  for (const { 0: all, 1: word, index } of outside(EXTENSION)) {
    let end = index + all.length
    if (word === 'comment' && close !== -1) {
      if (close < end) close = text.indexOf('{:/', end)
      if (close !== -1) end = close
    }
    edits.push({ start: index, end, text: '', name: 'attributes' })
  }
  for (const { 0: all, index } of outside(TRAILING))
    edits.push({ start: index, end: index + all.length, text: '', name: 'attributes' })
  for (const { 0: all, index } of outside(TOC))
    edits.push({ start: index, end: index + all.length, text: '', name: 'toc' })
  for (const { 0: all, 1: before = '', 2: address = '', index } of outside(UNQUOTED)) {
    edits.push({ start: index, end: index + all.length, text: `${before}"${address}"`, name: null })
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
