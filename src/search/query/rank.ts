import type { Term } from './plan.ts'

/** A page that has a term. */
export interface Match {
  /** Pagefind's id of the page's fragment. */
  readonly id: string
  readonly score: number
  /** Positions of the matching words in the page's text, counted in words. */
  readonly words: readonly number[]
}

/** A term, and the pages that have it in any of the ways in which it can be read. */
export interface Answer {
  readonly term: Term
  /** How rare the term is: what finding it counts. */
  readonly worth: number
  readonly readings: readonly {
    readonly kind: string
    readonly share: number
    readonly matches: readonly Match[]
  }[]
}

const pairShare = 0.6
const synonymCovers = 0.7

/** A page that answers some of a question. */
export interface Ranked {
  readonly id: string
  readonly score: number
  /** How much of the question's weight the page has, 0 to 1. */
  readonly covered: number
}

/**
 * Orders pages by the sum of their scores for each term, the more of the question they answer the better
 * (measured against Pagefind's own rule that every word must be there: 72 instead of 42 of 100 questions in the
 * first three). Of the ways to read a term the one counts that the page has best.
 *
 * @param pages - number of pages in the index
 * @param pairs - pages that have two neighbouring words of the question side by side: they are what is meant by "on
 *   call"
 * @returns best first; pages with equal scores in the order of their ids
 */
export function rankPages(
  answers: readonly Answer[],
  pages: number,
  pairs: readonly (readonly Match[])[] = [],
): readonly Ranked[] {
  const total = sum(answers.map(weightOf))
  const sums = new Map<string, { score: number; weight: number; required: number }>()
  for (const answer of answers) {
    const weight = weightOf(answer)
    for (const [id, { score, covers }] of bestByPage(answer)) {
      const page = sums.get(id) ?? { score: 0, weight: 0, required: 0 }
      // A phrase has the flat score 1 in Pagefind: what it is worth is how rare it is.
      page.score += score * (answer.term.isRequired ? weight : answer.term.weight)
      page.weight += weight * covers
      if (answer.term.isRequired) page.required += 1
      sums.set(id, page)
    }
  }
  for (const pair of pairs) {
    const bonus = pairShare * rarity(pair.length, pages)
    for (const { id } of pair) {
      const page = sums.get(id)
      if (page !== undefined) page.score += bonus
    }
  }
  const required = answers.filter(({ term }) => term.isRequired).length
  return [...sums]
    .filter(([, page]) => page.required === required)
    .map(([id, page]) => {
      const covered = total === 0 ? 0 : page.weight / total
      return { id, covered, score: page.score * (0.25 + 0.75 * covered) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

function bestByPage({ readings }: Answer): ReadonlyMap<string, { readonly score: number; readonly covers: number }> {
  const best = new Map<string, { readonly score: number; readonly covers: number }>()
  for (const { kind, share, matches } of readings) {
    const covers = kind === 'synonym' || kind === 'country' ? synonymCovers : share < 0.5 ? 0.5 : 1
    for (const { id, score } of matches) {
      const before = best.get(id)
      best.set(id, {
        score: Math.max(before?.score ?? 0, score * share),
        covers: Math.max(before?.covers ?? 0, covers),
      })
    }
  }
  return best
}

/** Weight of a term: how rare it is times what its kind of word counts. */
export const weightOf = ({ term, worth }: Answer): number => term.weight * worth

/** The idf of BM25. */
export function rarity(matches: number, pages: number): number {
  const have = Math.min(matches, pages)
  return Math.log(1 + (pages - have + 0.5) / (have + 0.5))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
