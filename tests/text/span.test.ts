import { describe, expect, test } from 'vitest'
import { addSpan, daysBetween } from '../../src/text/span.ts'

describe('spans of days', () => {
  test.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2026-01-10', '12 months', '2027-01-10'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2026-03-01', '2 Weeks', '2026-03-15'],
    ['2026-03-28', '90 days', '2026-06-26'],
  ])('%s and %s give %s', (day, span, later) => {
    expect(addSpan(day, span)).toBe(later)
  })

  test.each([
    ['2026-13-01', '1 day'],
    ['2026-01-01', 'a year'],
    ['2026-01-01', '1.5 months'],
    ['', '1 day'],
    ['2026-01-01', '99999 years'],
  ])('%j and %j cannot be added', (day, span) => {
    expect(addSpan(day, span)).toBeNull()
  })

  test('counts days across months, years and leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
    expect(daysBetween('2026-01-01', 'soon')).toBeNull()
  })
})
