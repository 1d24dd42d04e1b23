import type { Element, ElementContent, Root } from 'hast'
import { alignItems, type Match } from './align.ts'
import { alignCells, type Columns, columnsOf } from './cells.ts'
import { codeDifference } from './code-lines.ts'
import { comparable } from './comparable.ts'
import { type Item, itemsOf } from './items.ts'
import type { Parent } from './kinds.ts'
import { type Allowance, mostSteps } from './limit.ts'
import { lineDifference } from './lines.ts'
import { paired, whole } from './marks.ts'
import { findMoves } from './moves.ts'

/**
 * What changed between two versions of a page, as one tree that holds both: see {@link Standing} for what its elements
 * mean, `reading` for getting either version back, and `differenceHtml` for what a person reads.
 *
 * Blocks are matched by what they say, words inside them compared one by one. The work is bounded by counting: where it
 * would take more, a block is out as a whole and in as a whole.
 *
 * @param before - sanitised tree of a page; `null` where there was none
 */
export function differenceOf(before: Root | null, after: Root | null): Root {
  const [a, b] = [before, after].map((root) => comparable(root ?? { type: 'root', children: [] }))
  const allowance: Allowance = { steps: mostSteps }
  const tree: Root = { type: 'root', children: contentOf(a as Root, b as Root, null, allowance) }
  findMoves(tree)
  return tree
}

function contentOf(before: Parent, after: Parent, columns: Columns | null, allowance: Allowance): ElementContent[] {
  const cells =
    before.type === 'element' && after.type === 'element' && after.tagName === 'tr'
      ? alignCells(before, after, columns)
      : null
  const matches = cells ?? alignItems(itemsOf(before), itemsOf(after), allowance)
  return matches.flatMap((match) => matchContent(match, columns, allowance))
}

function matchContent([before, after]: Match, columns: Columns | null, allowance: Allowance): ElementContent[] {
  if (before !== null && after !== null) {
    if (before.key === after.key) return [...after.nodes]
    if (before.block === null || after.block === null) return lineDifference(before.nodes, after.nodes, allowance)
    return [blockDifference(before.block, after.block, columns, allowance)]
  }
  const side = before !== null ? 'before' : 'after'
  const item = (before ?? after) as Item
  if (item.block !== null) return [whole(side, item.block)]
  return side === 'before' ? lineDifference(item.nodes, [], allowance) : lineDifference([], item.nodes, allowance)
}

function blockDifference(before: Element, after: Element, columns: Columns | null, allowance: Allowance): Element {
  if (after.tagName === 'pre') {
    const code = codeDifference(before, after)
    if (code !== null) return code
  }
  const inner = after.tagName === 'table' ? columnsOf(before, after) : columns
  return paired(before, after, contentOf(before, after, inner, allowance))
}
