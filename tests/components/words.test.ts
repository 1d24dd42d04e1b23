import { expect, test } from 'vitest'
import { isUpright, sizeWords } from '../../src/components/words.ts'

test.each([
  [{ added: 3, removed: 1 }, '1 line out, 3 in'],
  [{ added: 0, removed: 2 }, '2 lines out'],
  [{ added: 1, removed: 0 }, '1 line in'],
  [{ added: 0, removed: 0 }, ''],
])('says the size of a change: %o', (change, words) => {
  expect(sizeWords(change)).toBe(words)
})

test.each([
  ['A rule without a door gets climbed over.', false],
  ['Правило без двери', false],
  ['二人目の親の休業 (leave)', true],
  ['كُتبت إجازة', true],
  ['123', false],
])('knows which reasons have no italic: %s', (text, upright) => {
  expect(isUpright(text)).toBe(upright)
})
