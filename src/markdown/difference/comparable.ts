import type { Element, ElementContent, Root } from 'hast'
import { childrenOf, isBlock, type Parent } from './kinds.ts'
import { text } from './marks.ts'

const RENAMED: Readonly<Record<string, string>> = { del: 's', ins: 'u' }

/**
 * A page's tree as it is compared: what its author struck out or added is `s` and `u`, since `del` and `ins` are what
 * changed; blanks between blocks are gone and neighbouring texts are one.
 *
 * @returns a new tree; elements of the one given are not changed
 */
export function comparable(root: Root): Root {
  return { type: 'root', children: contentOf(root) }
}

function contentOf(parent: Parent): ElementContent[] {
  const children: ElementContent[] = []
  const all = childrenOf(parent)
  const holdsBlocks = all.some(isBlock)
  for (const [at, child] of all.entries()) {
    if (child.type === 'text') {
      const [before, after] = [all[at - 1], all[at + 1]]
      const isBetween =
        (before === undefined || isBlock(before) || after === undefined || isBlock(after)) &&
        (holdsBlocks || parent.type === 'root') &&
        child.value.trim() === ''
      const last = children.at(-1)
      if (isBetween || child.value === '') continue
      if (last?.type === 'text') last.value += child.value
      else children.push(text(child.value))
    } else if (child.type === 'element') children.push(copyOf(child))
  }
  return children
}

function copyOf({ tagName, properties, children }: Element): Element {
  const inside = children.length === 0 ? [] : contentOf({ type: 'element', tagName, properties, children })
  return { type: 'element', tagName: RENAMED[tagName] ?? tagName, properties, children: inside }
}
