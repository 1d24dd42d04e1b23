import { expect, test } from 'vitest'
import { isUpright, sizeWords } from '../../src/components/words.ts'
import { dayWords, monthWords } from '../../src/text/dates.ts'
import { names } from '../../src/text/names.ts'

test.each([
  ['2026-03-03', '3 March 2026'],
  ['2026-12-31T23:59:00-05:00', '31 December 2026'],
])('writes %s as the day it was where it was recorded', (iso, words) => {
  expect(dayWords(iso)).toBe(words)
})

test('writes a month without a date as a phrase', () => {
  expect([monthWords('2026-03'), monthWords('undated')]).toEqual(['March 2026', 'Without a date'])
})

test.each([
  [{ added: 3, removed: 1 }, '1 line out, 3 in'],
  [{ added: 0, removed: 2 }, '2 lines out'],
  [{ added: 1, removed: 0 }, '1 line in'],
  [{ added: 0, removed: 0 }, ''],
])('says the size of a change: %o', (change, words) => {
  expect(sizeWords(change)).toBe(words)
})

test.each([
  [[], ''],
  [['Ana'], 'Ana'],
  [['Ana', 'Li'], 'Ana and Li'],
  [['Ana', 'Li', 'Oskar', 'Priya'], 'Ana, Li and 2 more'],
])('names people: %o', (people, words) => {
  expect(names(people)).toBe(words)
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
