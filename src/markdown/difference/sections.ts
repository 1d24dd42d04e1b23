import type { Element, ElementContent, Root } from 'hast'
import { areNumbered } from '../page-shape.ts'
import { textOf } from '../text-of.ts'
import { childrenOf, type Parent } from './kinds.ts'
import { type Side, sideOf, standingOf } from './marks.ts'

/** Names of the sections that a place lies in, as each version has them: `section 2`, `“Receipts”`, `the beginning`. */
export type Sections = Readonly<Record<Side, string>>

/**
 * Visits every element and text of a difference in order with the sections it lies in; sections begin with headings of
 * the second level and have numbers where the page shows numbers.
 *
 * @param visit - false leaves out what is inside
 */
export function sectionWalk(root: Root, visit: (node: ElementContent, sections: Sections) => unknown): void {
  const names = { before: namesOf(root, 'before'), after: namesOf(root, 'after') }
  const now = { before: 'the beginning', after: 'the beginning' }
  const walk = (parent: Parent): void => {
    for (const child of childrenOf(parent)) {
      if (child.type === 'element') {
        for (const side of ['before', 'after'] as const) now[side] = names[side].get(child) ?? now[side]
      }
      if (visit(child, now) === false) continue
      if (child.type === 'element') walk(child)
    }
  }
  walk(root)
}

/** Names of one version's sections by the element of the difference that heads them. */
function namesOf(root: Root, side: Side): Map<Element, string> {
  const headings: { readonly element: Element; readonly depth: 2; readonly text: string }[] = []
  const walk = (parent: Parent): void => {
    for (const child of childrenOf(parent)) {
      if (child.type !== 'element') continue
      const standing = standingOf(child)
      if (standing?.kind === 'whole' && standing.side !== side) continue
      const own = standing?.kind === 'pair' ? standing[side] : child
      if (own.tagName === 'h2') headings.push({ element: child, depth: 2, text: words(own) })
      // No heading stands in a line of text, nor in a table.
      else if (!/^(?:p|pre|h\d|table)$/.test(child.tagName) && sideOf(child) === null) walk(child)
    }
  }
  walk(root)
  const isNumbered = areNumbered(headings)
  return new Map(
    headings.map(({ element, text }, at) => [element, isNumbered ? `section ${at + 1}` : `“${text}”`] as const),
  )
}

function words(heading: Element): string {
  const text = textOf(heading).replace(/\s+/g, ' ').trim()
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text
}
