import type { Nodes } from 'mdast'
import { sourceTree } from '#markdown/engine'

/** Part of a text, from `start` up to but without `end`, in UTF-16 units. */
export type Range = readonly [start: number, end: number]

const MAYBE_CODE = /[`<]|~~~|^[ \t>*+\-\d.)]*(?: {4}|\t)/m
const LITERAL_HTML = /<(?:!--|(pre|code|script|style)\b)/gi

/**
 * Where a Markdown text is code or comment, so that nothing in it is touched: fenced, indented and inline code as the
 * parser sees them, HTML's `pre` and `code`, and comments. In order, not overlapping.
 */
export function codeRanges(text: string): Range[] {
  if (!MAYBE_CODE.test(text)) return []
  const ranges: Range[] = []
  collect(sourceTree(text), ranges)
  for (const range of literalHtml(text)) ranges.push(range)
  ranges.sort((a, b) => a[0] - b[0])
  const merged: Range[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last !== undefined && range[0] < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])]
    else merged.push(range)
  }
  return merged
}

/** A list of what is still to be seen, and no recursion: this tree was not judged by its depth yet. */
function collect(root: Nodes, ranges: Range[]): void {
  const left: Nodes[] = [root]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'code' || node.type === 'inlineCode') {
      const { start, end } = node.position ?? {}
      if (start?.offset !== undefined && end?.offset !== undefined) ranges.push([start.offset, end.offset])
    } else if ('children' in node) for (const child of node.children) left.push(child)
  }
}

/** Comments, and elements whose text stands as it is, with their end tags; what nothing ends is no range. */
export function literalHtml(text: string): Range[] {
  const ranges: Range[] = []
  const commentEnd = seeker(text, /-->/g)
  const tagEnd = seeker(text, />/g)
  const endTags = new Map<string, Seek>()
  let at = 0
  for (const { 1: name, index } of text.matchAll(LITERAL_HTML)) {
    if (index < at) continue
    let end: number | null = null
    if (name === undefined) end = commentEnd(index + 4)
    else {
      const tag = name.toLowerCase()
      const endTag = endTags.get(tag) ?? seeker(text, new RegExp(`</${tag}\\s*>`, 'gi'))
      endTags.set(tag, endTag)
      const content = tagEnd(index)
      end = content === null ? null : endTag(content)
    }
    if (end === null) continue
    ranges.push([index, end])
    at = end
  }
  return ranges
}

/** End of the next match at or after a place that never falls; null where there is none. */
type Seek = (from: number) => number | null

/** Searches all of a text once, however often it is asked. */
function seeker(text: string, pattern: RegExp): Seek {
  let next: { readonly start: number; readonly end: number } | null = { start: -1, end: -1 }
  return (from) => {
    if (next !== null && next.start < from) {
      pattern.lastIndex = from
      const match = pattern.exec(text)
      next = match && { start: match.index, end: match.index + match[0].length }
    }
    return next === null ? null : next.end
  }
}

/** True when `offset` stands in one of `ranges`. */
export function isInside(ranges: readonly Range[], offset: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [start, end] = ranges[middle] as Range
    if (offset < start) high = middle - 1
    else if (offset >= end) low = middle + 1
    else return true
  }
  return false
}
