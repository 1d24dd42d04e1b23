import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planSearch } from '../../src/search/query/plan.ts'

const asked = (query: string): readonly string[] => planSearch(query).terms.map(({ text }) => text)

describe('what is asked of the index', () => {
  test.each([
    ['keeps the words that tell something', 'how do I get reimbursed for travel', ['get', 'reimbursed', 'travel']],
    ['keeps stop words when nothing else is left', 'who are we', ['who', 'are', 'we']],
    ['keeps an abbreviation that looks like a stop word', 'who is in IT', ['IT']],
    ['drops stop words from a question in capitals', 'WHERE IS THE LAPTOP', ['LAPTOP']],
    ['drops punctuation around words', '"holiday?', ['holiday']],
    ['keeps + and # of names', 'C++ and C#', ['C++', 'C#']],
    ['splits at slashes', 'sick/annual leave', ['sick', 'annual', 'leave']],
    ['asks for a phrase as it stands', '"parental leave" UK', ['"parental leave"', 'UK']],
    ['asks for a word once', 'leave leave', ['leave']],
    ['drops single letters beside words', 'plan b pension', ['plan', 'pension']],
    ['keeps a single letter when it is all there is', 'b', ['b']],
    ['keeps single figures', 'level 4', ['level', '4']],
    ['finds nothing to ask in punctuation', '?? ...', []],
    ['finds nothing to ask in nothing', '', []],
  ])('%s', (_, query, terms) => {
    expect(asked(query)).toEqual(terms)
  })

  test('makes pages without a quoted phrase no results', () => {
    expect(planSearch('"on call" pay').terms.map(({ isRequired }) => isRequired)).toEqual([true, false])
  })

  test.each([
    ['on call', [['on', 'call']]],
    ['call', []],
    ['who is on call this week', []],
    ['parental leave when twins are born', [['parental', 'leave']]],
    ['"on call" pay', []],
  ])('looks for neighbours side by side too: %s', (query, pairs) => {
    expect(planSearch(query).pairs).toEqual(pairs)
  })

  test('takes stop words from the handbook, and leaves in what is a word of its own there', () => {
    const texts = planSearch('can the will be changed', { stop: ['changed'], keep: ['will'] }).terms
    expect(texts.map(({ text }) => text)).toEqual(['will'])
  })

  test('counts words that are rarely the subject for less', () => {
    const [week, sabbatical] = planSearch('weeks sabbatical').terms
    expect(week?.weight).toBeLessThan(sabbatical?.weight ?? 0)
  })

  test('asks for the parts of a hyphenated word when no page has the whole', () => {
    expect(planSearch('stand-up').terms[0]?.instead).toEqual(['stand', 'up'])
  })

  test('asks for the words of a sentence without spaces when no page has all of them', () => {
    expect(planSearch('経費精算').terms[0]?.instead.length).toBeGreaterThan(1)
  })

  test('never asks for more than a dozen short terms, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (query) => {
        const { terms } = planSearch(query)
        expect(terms.length).toBeLessThanOrEqual(12)
        for (const { text } of terms) {
          expect(text.length).toBeGreaterThan(0)
          expect(text.length).toBeLessThanOrEqual(260)
        }
      }),
    )
  })
})
