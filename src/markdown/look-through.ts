import type { Definition, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast'
import type { Range } from './code-ranges.ts'
import { mdastOf } from './native/source.ts'
import type { HtmlPiece } from './republish-html.ts'

/** A node with its place in the text. */
export interface Placed<Node> {
  readonly node: Node
  readonly range: Range
}

/** What a text holds beside its words. */
export interface Seen {
  readonly html: readonly HtmlPiece[]
  readonly links: readonly Placed<Link | Image>[]
  readonly references: readonly Placed<LinkReference | ImageReference>[]
  /** The first of each name counts. */
  readonly definitions: ReadonlyMap<string, Placed<Definition>>
  /** Definitions and footnotes that the page does not show. */
  readonly unused: readonly Range[]
}

/**
 * Walks through a text, through a footnote only where something refers to it.
 *
 * @param text - what `refusalOf` does not refuse
 * @param frontmatter - true where the text may begin with it
 */
export function lookThrough(text: string, frontmatter = false): Seen {
  const html: HtmlPiece[] = []
  const links: Placed<Link | Image>[] = []
  const references: Placed<LinkReference | ImageReference>[] = []
  const written: Placed<Definition>[] = []
  const footnotes = new Map<string, Nodes & { readonly children: readonly Nodes[] }>()
  const spare: Range[] = []
  const wanted = new Set<string>()
  const left: Nodes[] = [mdastOf(text, frontmatter)]
  const want = (identifier: string): void => {
    if (wanted.has(identifier)) return
    wanted.add(identifier)
    for (const child of footnotes.get(identifier)?.children ?? []) left.push(child)
  }
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const range = rangeOf(node)
    if (node.type === 'footnoteDefinition') {
      const isFirst = !footnotes.has(node.identifier)
      if (isFirst) footnotes.set(node.identifier, node)
      else if (range !== null) spare.push(range)
      if (isFirst && wanted.has(node.identifier)) for (const child of node.children) left.push(child)
      continue
    }
    // In the order of the text: the first definition of a name counts.
    if ('children' in node) for (const child of node.children.toReversed()) left.push(child)
    if (range === null) continue
    if (node.type === 'html') html.push({ value: node.value, start: range[0], end: range[1] })
    else if (node.type === 'link' || node.type === 'image') links.push({ node, range })
    else if (node.type === 'linkReference' || node.type === 'imageReference') references.push({ node, range })
    else if (node.type === 'definition') written.push({ node, range })
    else if (node.type === 'footnoteReference') want(node.identifier)
  }
  const definitions = new Map<string, Placed<Definition>>()
  const used = new Set(references.map(({ node }) => node.identifier))
  for (const each of written.toSorted((a, b) => a.range[0] - b.range[0])) {
    const { identifier } = each.node
    if (used.has(identifier) && !definitions.has(identifier)) definitions.set(identifier, each)
    else spare.push(each.range)
  }
  for (const [identifier, node] of footnotes) {
    const range = rangeOf(node)
    if (!wanted.has(identifier) && range !== null) spare.push(range)
  }
  html.sort((a, b) => a.start - b.start)
  return { html, links, references, definitions, unused: spare }
}

function rangeOf({ position }: Nodes): Range | null {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? null : [start, end]
}
