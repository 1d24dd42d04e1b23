import { expect, test } from 'vitest'
import { dueWords, nearWords } from '../../src/client/clock-words.ts'

const now = new Date(2026, 2, 24, 9, 40)
const at = (days: number, hours = 7, minutes = 2) => new Date(2026, 2, 24 + days, hours, minutes).toISOString()

test.each([
  [at(0), 'Today, 07:02'],
  [at(-1), 'Yesterday, 07:02'],
  [at(-6), '6 days ago'],
  ['2026-03-23', 'Yesterday'],
  [at(-7), null],
  [at(1), null],
  ['no date', null],
])('words a day near today: %s', (iso, words) => {
  expect(nearWords(iso, now)).toBe(words)
})

test.each([
  ['2026-03-24', 'today'],
  ['2026-03-25', 'in 1 day'],
  ['2026-04-05', 'in 12 days'],
  ['2026-02-18', '34 days ago'],
  ['2027-01-01', null],
])('words a review that is due on %s', (iso, words) => {
  expect(dueWords(iso, now)).toBe(words)
})
