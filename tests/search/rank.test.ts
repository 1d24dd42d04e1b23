import { describe, expect, test } from 'vitest'
import type { Term } from '../../src/search/query/plan.ts'
import { type Answer, rankPages, rarity } from '../../src/search/query/rank.ts'

const term = (text: string, more: Partial<Term> = {}): Term => ({
  text,
  weight: 1,
  isRequired: false,
  instead: [],
  ...more,
})
const matchesOf = (scores: Readonly<Record<string, number>>) =>
  Object.entries(scores).map(([id, score]) => ({ id, score, words: [] }))
const answer = (which: Term, scores: Readonly<Record<string, number>>): Answer => ({
  term: which,
  worth: Object.keys(scores).length === 0 ? 0 : rarity(Object.keys(scores).length, 100),
  readings: [{ kind: 'own', share: 1, matches: matchesOf(scores) }],
})
const order = (answers: readonly Answer[]): readonly string[] => rankPages(answers, 100).map(({ id }) => id)

describe('order of pages', () => {
  test('shows pages that have only some of the words', () => {
    expect(order([answer(term('paternity'), { leave: 2 }), answer(term('travel'), { trips: 1 })])).toEqual([
      'leave',
      'trips',
    ])
  })

  test('puts a page with all words above one that repeats a single word', () => {
    const travel = answer(term('travel'), { both: 1, one: 1.8 })
    const visa = answer(term('visa'), { both: 1 })
    expect(order([travel, visa])[0]).toBe('both')
  })

  test('ignores words that no page has', () => {
    const [page] = rankPages([answer(term('zzzz'), {}), answer(term('travel'), { trips: 1 })], 100)
    expect(page).toMatchObject({ id: 'trips', covered: 1 })
  })

  test('leaves out pages without a quoted phrase', () => {
    const phrase = answer(term('"on call"', { isRequired: true }), { duty: 1 })
    expect(order([phrase, answer(term('pay'), { duty: 1, salary: 9 })])).toEqual(['duty'])
  })

  test('finds nothing when no page has a quoted phrase', () => {
    expect(order([answer(term('"no such"', { isRequired: true }), {}), answer(term('pay'), { salary: 9 })])).toEqual([])
  })

  test('prefers pages that have the words as they stand', () => {
    const call = answer(term('call'), { sales: 1.2, duty: 1 })
    const phrase = [{ id: 'duty', score: 1, words: [] }]
    expect(rankPages([call], 100, [phrase]).map(({ id }) => id)).toEqual(['duty', 'sales'])
  })

  test('counts of all ways to read a word the one that the page has best, once', () => {
    const leave = {
      ...answer(term('vacation'), { own: 2, both: 2 }),
      readings: [
        { kind: 'own', share: 1, matches: matchesOf({ own: 2, both: 2 }) },
        { kind: 'synonym', share: 0.5, matches: matchesOf({ both: 2, other: 3 }) },
      ],
    }
    const scores = new Map(rankPages([leave], 100).map(({ id, score }) => [id, score]))
    expect(scores.get('both')).toBe(scores.get('own'))
    expect(scores.get('other')).toBeLessThan(scores.get('own') ?? 0)
  })

  test('orders equal pages always the same', () => {
    expect(order([answer(term('x'), { b: 1, a: 1, c: 1 })])).toEqual(['a', 'b', 'c'])
  })
})
