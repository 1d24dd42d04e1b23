import type { Element, Root } from 'hast'

/** A block that may be linked to. */
export interface AnchoredBlock {
  /** Its permanent name; null for one that has none. */
  readonly id: string | null
  /** First line, from 1, in the file as it is on disk. */
  readonly line: number
  /** Last line, itself included. */
  readonly endLine: number
}

/** Elements that a block can be; a name is never given to what only holds blocks, or to a word. */
const BLOCKS = new Set('dt h1 h2 h3 h4 h5 h6 li p pre summary tr'.split(' '))

/**
 * Gives the elements of a page the permanent names of their blocks, joined by the line that they begin on (PROVENANCE
 * step 13): the first element of a block gets its name, unless it has one, as headings do. Changes the tree.
 *
 * @param root - sanitised, with places
 * @param blocks - in the order of their lines
 * @param lineOf - line of the file for a line of the text that was parsed
 * @returns for each child of the root the line that it begins on, 0 where nobody knows; and by the name of a block the
 * anchor that leads to it, where that is another
 */
export function anchorBlocks(
  root: Root,
  blocks: readonly AnchoredBlock[],
  lineOf: (line: number) => number,
): { readonly lines: readonly number[]; readonly anchors: ReadonlyMap<string, string> } {
  const names = new Set(blocks.flatMap(({ id }) => id ?? []))
  const anchors = new Map<string, string>()
  const named = new Set<string>()
  let at = 0

  /** The block at a line; lines come in order but for what stands at the end of a page, as footnotes do. */
  const blockAt = (line: number): AnchoredBlock | undefined => {
    if ((blocks[at]?.line ?? 0) > line) at = 0
    while (at < blocks.length && (blocks[at]?.endLine ?? 0) < line) at += 1
    const found = blocks[at]
    return found !== undefined && found.line <= line ? found : undefined
  }
  const visit = (element: Element): number => {
    const { tagName, properties } = element
    // An author's own anchor must not take a block's name from it.
    if (typeof properties['id'] === 'string' && names.has(properties['id'])) delete properties['id']
    const start = element.position?.start.line
    let first = start === undefined ? 0 : lineOf(start)
    const id = first > 0 && BLOCKS.has(tagName) ? (blockAt(first)?.id ?? null) : null
    if (id !== null && !named.has(id)) {
      named.add(id)
      if (typeof properties['id'] === 'string') anchors.set(id, properties['id'])
      else properties['id'] = id
    }
    for (const child of element.children) {
      if (child.type !== 'element') continue
      const line = visit(child)
      if (first === 0) first = line
    }
    return first
  }
  const lines = root.children.map((child) => (child.type === 'element' ? visit(child) : 0))
  return { lines, anchors }
}
