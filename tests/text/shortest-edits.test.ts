import { diffArrays } from 'diff'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortestEdits } from '../../src/text/shortest-edits.ts'

const others = (a: number[], b: number[], most: number) =>
  diffArrays(a, b, { maxEditLength: most })?.map(({ added, removed, count }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    count,
  })) ?? null

test('finds the edits that the package diff finds, and gives up where it does', () => {
  const list = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 })
  fc.assert(
    fc.property(list, list, fc.integer({ min: 1, max: 60 }), (a, b, most) => {
      expect(shortestEdits(a, b, most)).toEqual(others(a, b, most))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['two empty lists', [], [], []],
  ['nothing but new values', [], [1, 2], [{ kind: 'added', count: 2 }]],
  ['nothing but old values', [1, 2], [], [{ kind: 'removed', count: 2 }]],
  ['equal lists', [1, 2], [1, 2], [{ kind: 'same', count: 2 }]],
])('answers for %s', (_, a, b, runs) => {
  expect(shortestEdits(a, b, 9)).toEqual(runs)
})

test('gives up after the edits it was allowed', () => {
  expect(shortestEdits([1, 2, 3], [4, 5, 6], 5)).toBeNull()
  expect(shortestEdits([1, 2, 3], [4, 5, 6], 6)).toHaveLength(2)
})
