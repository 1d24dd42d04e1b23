import { commonSequence } from '../text/sequence.ts'
import type { Heading } from './headings.ts'

/** What an entry did to the headings of a page: those of the part that changed, before and after. */
export interface ChangedHeadings {
  /** Number of the page. */
  readonly page: number
  readonly before: readonly Heading[]
  readonly after: readonly Heading[]
}

/** A heading that is now called something else, or stands on another page. */
export interface HeadingMove {
  readonly page: number
  readonly anchor: string
  readonly toPage: number
  readonly toAnchor: string
}

/** Words of a heading that proves something on another page: many pages have an “Overview”. */
const FEWEST_WORDS = 2
/** Share of words that two names of one heading have in common. */
const ALIKE = 0.5
/** Pairs of names that are compared in one place. */
const MOST_COMPARED = 10_000

/** True where a heading is gone from the part of a page that changed. */
export function losesHeadings({ before, after }: ChangedHeadings): boolean {
  if (before.length === 0) return false
  const left = new Set(after.map(({ anchor }) => anchor))
  return before.some(({ anchor }) => !left.has(anchor))
}

/**
 * Finds where the headings went that an entry took from their pages: to the only page that gained a heading of the same
 * name, else to the heading that stands in their place.
 */
export function movedHeadings(changes: readonly ChangedHeadings[]): readonly HeadingMove[] {
  const losses = changes.map(lossesOf)
  const gained = new Map<string, number[]>()
  for (const { page, gaps } of losses) {
    for (const { anchor } of gaps.flatMap(({ come }) => come)) {
      const pages = gained.get(anchor) ?? []
      pages.push(page)
      gained.set(anchor, pages)
    }
  }
  const moves: HeadingMove[] = []
  for (const { page, gaps } of losses) {
    for (const { gone, come } of gaps) {
      const left: Heading[] = []
      for (const heading of gone) {
        const pages = wordsOf(heading).length < FEWEST_WORDS ? [] : (gained.get(heading.anchor) ?? [])
        const [only] = pages
        if (pages.length === 1 && only !== undefined) {
          moves.push({ page, anchor: heading.anchor, toPage: only, toAnchor: heading.anchor })
        } else left.push(heading)
      }
      for (const [from, to] of renamed(left, come)) {
        moves.push({ page, anchor: from.anchor, toPage: page, toAnchor: to.anchor })
      }
    }
  }
  return moves
}

/** Headings that went and came between two that stayed. */
interface Gap {
  readonly gone: readonly Heading[]
  readonly come: readonly Heading[]
}

function lossesOf({ page, before, after }: ChangedHeadings): { readonly page: number; readonly gaps: readonly Gap[] } {
  const numbers = new Map<string, number>()
  const number = ({ anchor }: Heading): number => {
    const known = numbers.get(anchor) ?? numbers.size
    numbers.set(anchor, known)
    return known
  }
  const [a, b] = [before.map(number), after.map(number)]
  // What only stands elsewhere on the page has not gone.
  const [stillThere, wasThere] = [new Set(b), new Set(a)]
  const gone = (from: number, to: number) =>
    before.slice(from, to).filter((heading) => !stillThere.has(number(heading)))
  const come = (from: number, to: number) => after.slice(from, to).filter((heading) => !wasThere.has(number(heading)))
  const gaps: Gap[] = []
  let [atA, atB] = [0, 0]
  for (const [inA, inB] of [...commonSequence(a, b), [a.length, b.length] as const]) {
    gaps.push({ gone: gone(atA, inA), come: come(atB, inB) })
    atA = inA + 1
    atB = inB + 1
  }
  return { page, gaps }
}

/** A lone heading in the place of another; of several, those with the same words. */
function renamed(gone: readonly Heading[], come: readonly Heading[]): readonly (readonly [Heading, Heading])[] {
  const [from, to] = [gone[0], come[0]]
  const isAlone = gone.length === 1 && come.length === 1 && from !== undefined && from.depth === to?.depth
  if (isAlone && to !== undefined) return [[from, to]]
  if (gone.length * come.length > MOST_COMPARED) return []
  return gone.flatMap((heading) => {
    const near = come.filter((other) => likeness(heading, other) >= ALIKE)
    const [only] = near
    return near.length === 1 && only !== undefined ? [[heading, only] as const] : []
  })
}

const wordsOf = ({ anchor }: Heading): readonly string[] => anchor.split('-').filter((word) => word !== '')

function likeness(a: Heading, b: Heading): number {
  const [wordsA, wordsB] = [new Set(wordsOf(a)), new Set(wordsOf(b))]
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length
  return (2 * shared) / Math.max(1, wordsA.size + wordsB.size)
}
