import type { Element, Root } from 'hast'
import { differenceOf } from '../difference/difference.ts'
import { quotedHtml } from '../difference/html.ts'
import { standingOf } from '../difference/marks.ts'
import { pageTree } from '../difference/page-tree.ts'
import { sectionWalk } from '../difference/sections.ts'
import { wordsIn } from '../difference/tokens.ts'
import { findFences } from '../front-matter-fences.ts'
import { textOf } from '../text-of.ts'
import { isTwisted } from '../twisted.ts'

/** A block that a page had, and that no version since has had. */
export interface RemovedBlock {
  /** Place of the version that came without it, in the list that was given. */
  readonly since: number
  /** Section it stood in: `section 2`, `“Receipts”`, `the beginning`. */
  readonly section: string
  /** Safe HTML. */
  readonly html: string
}

/** Shorter ones say nothing that anybody would look for. */
const leastWords = 4

/**
 * What used to stand on a page, newest first: blocks that one version had and the next had not, neither changed nor
 * elsewhere, and that did not come back. A pair of versions at a time, so that whoever shows them can rest between.
 *
 * @param sources - texts of the file, newest first
 */
export function* removedBlocks(sources: Iterable<string>): Iterable<readonly RemovedBlock[]> {
  let newer: Root | null = null
  let since = -1
  const standing = new Set<string>()
  for (const source of sources) {
    const tree = treeOf(source)
    if (newer !== null && tree !== null) {
      const found: RemovedBlock[] = []
      sectionWalk(differenceOf(tree, newer), (node, sections) => {
        const own = standingOf(node)
        if (own?.kind !== 'whole' || node.type !== 'element') return true
        const text = plain(node)
        if (own.side === 'before' && own.move === undefined && !standing.has(text) && wordsIn(text) >= leastWords)
          found.push({ since, section: sections.before, html: quotedHtml({ type: 'root', children: [loose(node)] }) })
        return false
      })
      yield found
    }
    if (tree !== null) {
      for (const each of blocksIn(tree)) standing.add(plain(each))
      newer = tree
    }
    since += 1
  }
}

function treeOf(source: string): Root | null {
  const fences = findFences(source)
  const body = fences.kind === 'none' || fences.kind === 'broken' ? source : fences.body
  return isTwisted(body) ? null : pageTree(body)
}

const plain = (node: Element): string => textOf(node).replace(/\s+/g, ' ').trim()

/** A part of a list or table as it can stand alone. */
function loose(node: Element): Element {
  if (!/^(?:li|tr|td|th|dt|dd|thead|tbody|tfoot|caption|summary|figcaption)$/.test(node.tagName)) return node
  if (node.tagName === 'li') return { type: 'element', tagName: 'ul', properties: {}, children: [node] }
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: cells(node) }] }
}

const cells = (node: Element): string => {
  const inside = node.children.filter((child) => child.type === 'element')
  return inside.length === 0 ? plain(node) : inside.map(plain).join(' | ')
}

function* blocksIn(parent: Root | Element): Iterable<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    yield child
    yield* blocksIn(child)
  }
}
