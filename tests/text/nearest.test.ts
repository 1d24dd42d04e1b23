import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, nearest } from '../../src/text/nearest.ts'

describe('the nearest word', () => {
  test.each([
    ['biuld', ['build', 'dev', 'check'], ['build']],
    ['forgee', ['folders', 'forge'], ['forge']],
    ['Owner', ['owner'], ['owner']],
    ['zebra', ['build', 'dev'], []],
    ['a', ['b', 'c'], ['b']],
  ])('of %s in %j is %j', (word, candidates, found) => {
    expect(nearest(word, candidates)).toEqual(found)
  })

  test('several come nearest first', () => {
    expect(nearest('leave', ['sleeve', 'leaves', 'leave'], { within: 2, most: 3 })).toEqual([
      'leave',
      'leaves',
      'sleeve',
    ])
  })

  test('a limit changes nothing but how far is counted', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat({ max: 9 }), (a, b, limit) => {
        const edits = distance(a, b)
        expect(edits).toBe(distance(b, a))
        expect(edits === 0).toBe(a === b)
        expect(distance(a, b, limit)).toBe(Math.min(edits, limit + 1))
      }),
      { numRuns: 500 },
    )
  })
})
