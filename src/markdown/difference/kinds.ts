import type { Element, ElementContent, Root } from 'hast'

/** Elements that a page is laid out in; everything else stands in a line of text. */
const BLOCKS = new Set(
  'blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export type Parent = Root | Element

export const isBlock = (node: ElementContent): node is Element => node.type === 'element' && BLOCKS.has(node.tagName)

/** Children that are elements, words or rarely something else that a page shows nothing of. */
export const childrenOf = (parent: Parent): ElementContent[] => parent.children as ElementContent[]

export const elementNamed = (node: ElementContent | undefined, tagName: string): Element | null =>
  node?.type === 'element' && node.tagName === tagName ? node : null

/** Elements that may stand for each other: a heading of another level, a list with numbers. */
export function groupOf({ tagName }: Element): string {
  if (/^h[1-6]$/.test(tagName)) return 'heading'
  if (tagName === 'ol' || tagName === 'ul') return 'list'
  if (tagName === 'td' || tagName === 'th') return 'cell'
  return tagName
}
