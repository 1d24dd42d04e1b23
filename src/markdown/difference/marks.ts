import type { Element, ElementContent, Text } from 'hast'

/** One of the two versions that a difference can be read as. */
export type Side = 'before' | 'after'

/**
 * What an element of a difference stands for. Elements without one are the same on both sides.
 *
 * `pair`: a block of both versions, each with its own name and attributes. `chain`: an element inside a line of text;
 * parts of one that follow each other are one element. `mark`: the `ins` or `del` around words. `whole`: a block that
 * one side has.
 */
export type Standing =
  | { readonly kind: 'pair'; readonly before: Element; readonly after: Element }
  | { readonly kind: 'chain'; readonly before: Element | null; readonly after: Element | null }
  | { readonly kind: 'mark'; readonly side: Side }
  | { readonly kind: 'whole'; readonly side: Side; move?: Move }

/** A block that stands elsewhere in the other version. */
export interface Move {
  /** Where it stood or stands: `section 2`, `“Receipts”`, `the beginning`. */
  place: string
}

declare module 'hast' {
  interface ElementData {
    /** Only in the tree of a difference. */
    standing?: Standing
  }
}

export const standingOf = (node: ElementContent): Standing | null =>
  node.type === 'element' ? (node.data?.standing ?? null) : null

/** The side of a mark or of a block that one side has. */
export function sideOf(node: ElementContent): Side | null {
  const standing = standingOf(node)
  return standing !== null && (standing.kind === 'mark' || standing.kind === 'whole') ? standing.side : null
}

export const text = (value: string): Text => ({ type: 'text', value })

export function marked(side: Side, children: ElementContent[]): Element {
  const tagName = side === 'before' ? 'del' : 'ins'
  return { type: 'element', tagName, properties: {}, children, data: { standing: { kind: 'mark', side } } }
}

export function whole(side: Side, block: Element): Element {
  return { ...block, data: { standing: { kind: 'whole', side } } }
}

export function paired(before: Element, after: Element, children: ElementContent[]): Element {
  const { tagName, properties } = after
  return { type: 'element', tagName, properties, children, data: { standing: { kind: 'pair', before, after } } }
}
