import type { Element, ElementContent, Root } from 'hast'
import { textOf } from '../text-of.ts'
import { writeHtml } from '../write.ts'
import { childrenOf, type Parent } from './kinds.ts'
import { type Side, standingOf } from './marks.ts'
import { sectionWalk } from './sections.ts'
import { wordsIn } from './tokens.ts'

/** Shorter blocks say the same by chance. */
const leastWords = 4

interface Place {
  readonly block: Element
  readonly section: string
}

/** Marks blocks that one side lost and the other got, word for word, as moved. Changes the tree. */
export function findMoves(root: Root): void {
  const sides: Record<Side, Map<string, Place[]>> = { before: new Map(), after: new Map() }
  if (!hasBoth(root)) return
  sectionWalk(root, (node, sections) => {
    const standing = standingOf(node)
    if (standing?.kind !== 'whole' || node.type !== 'element') return
    const { side } = standing
    // Only written out where there may be another.
    const key = writeHtml(node)
    const known = sides[side].get(key)
    const place = { block: node, section: sections[side] }
    if (known === undefined) sides[side].set(key, [place])
    else known.push(place)
  })
  for (const [key, from] of sides.before) {
    const to = sides.after.get(key) ?? []
    if (to.length === 0 || wordsIn(textOf((from[0] as Place).block)) < leastWords) continue
    for (let at = 0; at < Math.min(from.length, to.length); at += 1) {
      const [left, right] = [from[at] as Place, to[at] as Place]
      moved(left.block, right.section)
      moved(right.block, left.section)
    }
  }
}

function moved(block: Element, place: string): void {
  const standing = standingOf(block)
  if (standing?.kind === 'whole') standing.move = { place }
}

function hasBoth(root: Root): boolean {
  const found = { before: false, after: false }
  const visit = (parent: Parent): boolean =>
    childrenOf(parent).some((child: ElementContent) => {
      const standing = standingOf(child)
      if (standing?.kind === 'whole') found[standing.side] = true
      return (found.before && found.after) || (child.type === 'element' && visit(child))
    })
  return visit(root)
}
