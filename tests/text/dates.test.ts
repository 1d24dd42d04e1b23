import { expect, test } from 'vitest'
import { dayWords, monthWords } from '../../src/text/dates.ts'

test.each([
  ['2026-03-03', '3 March 2026'],
  ['2026-12-31T23:59:00-05:00', '31 December 2026'],
])('writes %s as the day it was where it was recorded', (iso, words) => {
  expect(dayWords(iso)).toBe(words)
})

test('writes a month without a date as a phrase', () => {
  expect([monthWords('2026-03'), monthWords('undated')]).toEqual(['March 2026', 'Without a date'])
})
