import type { Element, ElementContent } from 'hast'
import type { Piece } from './lines.ts'
import { marked, type Side, standingOf } from './marks.ts'
import type { Token } from './tokens.ts'

/** An element of a line, on the sides that have it. */
interface Link {
  readonly before: Element | null
  readonly after: Element | null
}

/**
 * The pieces of a line as a tree: `ins` and `del` innermost, around words alone, inside the elements that they stand
 * in; what is out stands before what is in.
 */
export function chained(pieces: readonly Piece[]): ElementContent[] {
  const partners = partnersOf(pieces)
  const out: ElementContent[] = []
  const add = (token: Token, chain: readonly Link[], side: Side | null): void => {
    let children = out
    for (const link of chain) children = openIn(children, link)
    if (side !== null) {
      const last = children.at(-1)
      const isOpen = last?.type === 'element' && standingOf(last)?.kind === 'mark' && last.tagName === markOf(side)
      if (!isOpen) children.push(marked(side, []))
      children = (children.at(-1) as Element).children
    }
    const last = children.at(-1)
    if (token.node.type === 'text' && last?.type === 'text') last.value += token.node.value
    else children.push(token.node.type === 'text' ? { ...token.node } : token.node)
  }
  for (const { before, after, isSame } of pieces) {
    if (isSame) {
      for (const [at, token] of after.entries()) {
        const other = before[at] as Token
        const chain = token.chain.map((each, depth) => ({ before: other.chain[depth] ?? null, after: each }))
        add(token, chain, null)
      }
    } else {
      for (const token of before)
        add(
          token,
          token.chain.map((each) => partners.of('before', each)),
          'before',
        )
      for (const token of after)
        add(
          token,
          token.chain.map((each) => partners.of('after', each)),
          'after',
        )
    }
  }
  return out
}

const markOf = (side: Side): string => (side === 'before' ? 'del' : 'ins')

/** The children of the last element when it is this one, else of a new one. */
function openIn(children: ElementContent[], { before, after }: Link): ElementContent[] {
  const last = children.at(-1)
  const standing = last === undefined ? null : standingOf(last)
  const isOpen = standing?.kind === 'chain' && standing.before === before && standing.after === after
  if (isOpen) return (last as Element).children
  const { tagName, properties } = (after ?? before) as Element
  const element: Element = {
    type: 'element',
    tagName,
    properties,
    children: [],
    data: { standing: { kind: 'chain', before, after } },
  }
  children.push(element)
  return element.children
}

/**
 * Which element of the other side one belongs to: the first that it has unchanged words in common with, where that one
 * has none before with another. So a change inside a link or a bold part leaves it one.
 */
function partnersOf(pieces: readonly Piece[]) {
  const partners = new Map<Element, Link>()
  for (const { before, after, isSame } of pieces) {
    if (!isSame) continue
    for (const [at, token] of after.entries()) {
      for (const [depth, element] of token.chain.entries()) {
        const other = before[at]?.chain[depth]
        if (other === undefined || partners.has(element) || partners.has(other)) continue
        const link = { before: other, after: element }
        partners.set(element, link)
        partners.set(other, link)
      }
    }
  }
  return {
    of: (side: Side, element: Element): Link =>
      partners.get(element) ??
      (side === 'before' ? { before: element, after: null } : { before: null, after: element }),
  }
}
