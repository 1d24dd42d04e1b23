import type { Element, ElementContent, Root } from 'hast'
import { childrenOf, type Parent } from './kinds.ts'
import { type Side, standingOf, text } from './marks.ts'

/**
 * One of the two versions that a difference was made of, exactly as it was compared (`comparable`): marks of that side
 * unwrapped, those of the other dropped.
 */
export function reading(difference: Root, side: Side): Root {
  return { type: 'root', children: contentOf(difference, side) }
}

function contentOf(parent: Parent, side: Side): ElementContent[] {
  return joined(partsOf(childrenOf(parent), side), side)
}

/** Children as that side has them, with the elements of the difference that still have to be joined. */
function partsOf(children: readonly ElementContent[], side: Side): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    const standing = standingOf(child)
    if (standing === null || child.type !== 'element') return [child]
    if (standing.kind === 'mark') return standing.side === side ? partsOf(child.children, side) : []
    if (standing.kind === 'whole') return standing.side === side ? [plain(child)] : []
    if (standing.kind === 'pair') return [{ ...plain(standing[side]), children: contentOf(child, side) }]
    return [child]
  })
}

/** Texts beside each other are one; so are the parts of an element that was parted where something changed. */
function joined(parts: readonly ElementContent[], side: Side): ElementContent[] {
  const out: ElementContent[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as ElementContent
    const own = chainOf(part, side)
    const last = out.at(-1)
    if (part.type === 'text') {
      if (last?.type === 'text') out[out.length - 1] = text(last.value + part.value)
      else out.push(part)
    } else if (own === undefined) out.push(part)
    else {
      const content: ElementContent[] = []
      let next = at
      for (; next < parts.length; next += 1) {
        const each = parts[next] as ElementContent
        const other = chainOf(each, side)
        // What only the other side has between two parts does not part them.
        if (other !== own && !(other !== undefined && isEmptyOn(each as Element, side))) break
        if (other === own) content.push(...partsOf((each as Element).children, side))
      }
      at = next - 1
      const children = joined(content, side)
      if (own !== null && children.length > 0) out.push({ ...plain(own), children })
    }
  }
  return out
}

/** The element of a version that a part of a line belongs to; null for none on that side, undefined for no part. */
function chainOf(part: ElementContent, side: Side): Element | null | undefined {
  const standing = standingOf(part)
  return standing?.kind === 'chain' ? standing[side] : undefined
}

const isEmptyOn = (part: Element, side: Side): boolean => joined(partsOf(part.children, side), side).length === 0

function plain({ tagName, properties, children }: Element): Element {
  return { type: 'element', tagName, properties, children }
}
