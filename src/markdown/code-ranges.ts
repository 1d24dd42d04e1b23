import type { Nodes } from 'mdast'
import { markdownToMdast } from 'satteri'

/** Part of a text, from `start` up to but without `end`, in UTF-16 units. */
export type Range = readonly [start: number, end: number]

const MAYBE_CODE = /[`<]|~~~|^[ \t>*+\-\d.)]*(?: {4}|\t)/m
const LITERAL_HTML = /<!--[\s\S]*?-->|<(pre|code|script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi

/**
 * Where a Markdown text is code or comment, so that nothing in it is touched: fenced, indented and inline code as the
 * parser sees them, HTML's `pre` and `code`, and comments. In order, not overlapping.
 */
export function codeRanges(text: string): Range[] {
  if (!MAYBE_CODE.test(text)) return []
  const ranges: Range[] = []
  collect(markdownToMdast(text, { features: { frontmatter: false, definitionList: true } }), ranges)
  for (const match of text.matchAll(LITERAL_HTML)) ranges.push([match.index, match.index + match[0].length])
  ranges.sort((a, b) => a[0] - b[0])
  const merged: Range[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last !== undefined && range[0] < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])]
    else merged.push(range)
  }
  return merged
}

function collect(node: Nodes, ranges: Range[]): void {
  if (node.type === 'code' || node.type === 'inlineCode') {
    const { start, end } = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) ranges.push([start.offset, end.offset])
  } else if ('children' in node) for (const child of node.children) collect(child, ranges)
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
