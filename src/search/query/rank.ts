import type { Term } from './plan.ts'

/** A page that has a term. */
export interface Match {
  /** Pagefind's id of the page's fragment. */
  readonly id: string
  readonly score: number
  /** Positions of the matching words in the page's text, counted in words. */
  readonly words: readonly number[]
}

/** A term and the pages that have it. */
export interface Answer {
  readonly term: Term
  readonly matches: readonly Match[]
}

const phraseShare = 0.6

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
 * first three).
 *
 * @param pages - number of pages in the index
 * @param phrase - pages that have the question's words as they stand: they are what is meant by "on call"
 * @returns best first; pages with equal scores in the order of their ids
 */
export function rankPages(answers: readonly Answer[], pages: number, phrase: readonly Match[] = []): readonly Ranked[] {
  const found = answers.filter(({ term, matches }) => matches.length > 0 || term.isRequired)
  const total = sum(found.map((answer) => weightOf(answer, pages)))
  const sums = new Map<string, { score: number; weight: number; required: number }>()
  for (const answer of found) {
    const weight = weightOf(answer, pages)
    // A phrase has the flat score 1 in Pagefind: what it is worth is how rare it is.
    const factor = answer.term.isRequired ? weight : answer.term.weight
    for (const { id, score } of answer.matches) {
      const page = sums.get(id) ?? { score: 0, weight: 0, required: 0 }
      page.score += factor * score
      page.weight += weight
      if (answer.term.isRequired) page.required += 1
      sums.set(id, page)
    }
  }
  const bonus = phraseShare * rarity(phrase.length, pages)
  for (const { id } of phrase) {
    const page = sums.get(id)
    if (page !== undefined) page.score += bonus
  }
  const required = found.filter(({ term }) => term.isRequired).length
  return [...sums]
    .filter(([, page]) => page.required === required)
    .map(([id, page]) => {
      const covered = total === 0 ? 0 : page.weight / total
      return { id, covered, score: page.score * (0.25 + 0.75 * covered) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** Weight of a term: how rare it is times what its kind of word counts. */
export function weightOf({ term, matches }: Answer, pages: number): number {
  return term.weight * rarity(matches.length, pages)
}

/** The idf of BM25. */
export function rarity(matches: number, pages: number): number {
  const have = Math.min(matches, pages)
  return Math.log(1 + (pages - have + 0.5) / (have + 0.5))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
