import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonSequence } from '../../src/text/sequence.ts'

/** Length of the longest common sequence, by the textbook. */
function longest(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const value of a) {
    const next = [0]
    for (const [place, other] of b.entries()) {
      next.push(value === other ? (row[place] ?? 0) + 1 : Math.max(row[place + 1] ?? 0, next[place] ?? 0))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** Pairs must rise on both sides and join equal values. */
function expectCommon(a: readonly number[], b: readonly number[]) {
  const pairs = commonSequence(a, b)
  for (const [index, [left, right]] of pairs.entries()) {
    expect(a[left]).toBe(b[right])
    expect(left).toBeGreaterThan(pairs[index - 1]?.[0] ?? -1)
    expect(right).toBeGreaterThan(pairs[index - 1]?.[1] ?? -1)
  }
  return pairs
}

test('finds a longest common sequence of short lists', () => {
  const list = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
  fc.assert(
    fc.property(list, list, (a, b) => {
      expect(expectCommon(a, b).length).toBe(longest(a, b))
    }),
  )
})

test('pairs equal lists whole, and lists without a common value not at all', () => {
  expect(commonSequence([4, 4, 2], [4, 4, 2])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ])
  expect(commonSequence([1, 2], [3])).toEqual([])
  expect(commonSequence([], [])).toEqual([])
})

test('still answers, by values that stand once on each side, when lists differ beyond the limit', () => {
  const a = Array.from({ length: 6000 }, (_, index) => index)
  const reversed = [...a].reverse()
  expect(expectCommon(a, reversed).length).toBeGreaterThan(0)
  // Every other ten has moved to the end: the rest is found in order, and the last ten with it.
  const kept = a.filter((value) => Math.floor(value / 10) % 2 === 0)
  const moved = a.filter((value) => Math.floor(value / 10) % 2 === 1)
  expect(expectCommon(a, [...kept, ...moved]).length).toBe(3010)
})

test('takes lists of a hundred thousand values', () => {
  const a = Array.from({ length: 100_000 }, (_, index) => index % 1000)
  expect(commonSequence(a, [...a, 7]).length).toBe(100_000)
})
