import type { Root } from 'hast'
import { counted } from '../../text/counting.ts'
import type { textOf } from '../text-of.ts'
import { newAddress } from './changed.ts'
import { sideOf, standingOf } from './marks.ts'
import { sectionWalk } from './sections.ts'
import { wordsIn } from './tokens.ts'

/** What a difference amounts to. */
export interface Summary {
  /** Names of the sections in which something changed, in order. */
  readonly sections: readonly string[]
  readonly wordsOut: number
  readonly wordsIn: number
  readonly moved: number
  readonly links: number
  readonly picturesOut: number
  readonly picturesIn: number
}

const mostSections = 2

/** Counts what changed; a block that moved counts as that alone. */
export function summaryOf(difference: Root): Summary {
  const sections = new Set<string>()
  const links = new Set<unknown>()
  const out = { before: 0, after: 0 }
  const pictures = { before: 0, after: 0 }
  let moved = 0
  sectionWalk(difference, (node, now) => {
    if (node.type !== 'element') return false
    const side = sideOf(node)
    const standing = standingOf(node)
    const isMoved = standing?.kind === 'whole' && standing.move !== undefined
    if (isMoved && side === 'after') moved += 1
    if (newAddress(node) !== null) {
      sections.add(now.after)
      links.add(standing?.kind === 'chain' ? standing.after : node)
    }
    if (side === null) return true
    if (isMoved && side === 'before') return false
    sections.add(now[side])
    if (isMoved) return false
    out[side] += wordsIn(spaced(node))
    pictures[side] += picturesIn(node)
    return false
  })
  return {
    sections: [...sections],
    wordsOut: out.before,
    wordsIn: out.after,
    moved,
    links: links.size,
    picturesOut: pictures.before,
    picturesIn: pictures.after,
  }
}

/** `section 4, 7 words out, 18 words in`; empty where a reader would see no difference. */
export function summaryWords(summary: Summary): string {
  const { sections } = summary
  const named = sections.filter((name) => name !== 'the beginning')
  const numbers = named.flatMap((name) => /^section (\d+)$/.exec(name)?.[1] ?? [])
  const more = named.length - mostSections
  const where =
    named.length === 0
      ? []
      : more > 0
        ? [counted(named.length, 'section')]
        : numbers.length === named.length && numbers.length > 1
          ? [`sections ${numbers.join(' and ')}`]
          : [named.join(' and ')]
  const parts = [
    summary.wordsOut > 0 && `${counted(summary.wordsOut, 'word')} out`,
    summary.wordsIn > 0 && `${counted(summary.wordsIn, 'word')} in`,
    summary.moved > 0 && `${counted(summary.moved, 'block')} moved`,
    summary.links > 0 && `${counted(summary.links, 'link')} changed`,
    summary.picturesOut > 0 && `${counted(summary.picturesOut, 'picture')} out`,
    summary.picturesIn > 0 && `${counted(summary.picturesIn, 'picture')} in`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : [...where, ...parts].join(', ')
}

function spaced(node: Parameters<typeof textOf>[0]): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inline = node.type === 'element' && /^(?:ins|del|a|b|i|em|strong|code|s|u|span|sub|sup|kbd)$/.test(node.tagName)
  return node.children.map(spaced).join(inline ? '' : ' ')
}

function picturesIn(node: Parameters<typeof textOf>[0]): number {
  if (node.type === 'element' && node.tagName === 'img') return 1
  return 'children' in node ? node.children.reduce((sum, child) => sum + picturesIn(child), 0) : 0
}
