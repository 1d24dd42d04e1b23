import type { Element, ElementContent, Root } from 'hast'
import { childrenOf, type Parent } from './kinds.ts'
import { standingOf } from './marks.ts'

/** The nodes of a difference in which a reader sees that something changed, and those around them. */
export function changedIn(root: Root): ReadonlySet<ElementContent> {
  const changed = new Set<ElementContent>()
  const visit = (parent: Parent): boolean => {
    let any = false
    for (const child of childrenOf(parent)) {
      if (child.type !== 'element') continue
      const inside = visit(child)
      if (!inside && !isChanged(child)) continue
      changed.add(child)
      any = true
    }
    return any
  }
  visit(root)
  return changed
}

function isChanged(element: Element): boolean {
  const standing = standingOf(element)
  return standing?.kind === 'mark' || standing?.kind === 'whole' || newAddress(element) !== null
}

/** Where a link led and leads, when that alone changed. */
export function newAddress(element: Element): { readonly from: string; readonly to: string } | null {
  const standing = standingOf(element)
  if (standing?.kind !== 'chain' || element.tagName !== 'a') return null
  const { before, after } = standing
  if (before === null || after === null) return null
  const [from, to] = [before, after].map(({ properties }) => String(properties['href'] ?? ''))
  return from === to || from === undefined || to === undefined ? null : { from, to }
}
