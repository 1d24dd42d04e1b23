import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarText } from '../../src/exports/calendar.ts'
import type { CalendarEntry } from '../../src/handbook/reviews.ts'
import type { Day, Instant } from '../../src/model/ids.ts'
import { handbookRepo, open, viewOf } from '../handbook/open.ts'

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'abc@whybook',
  title: 'Review: Fees',
  description: 'Fees are to be reviewed.',
  url: null,
  due: '2026-12-31' as Day,
  ...more,
})
const about = { name: 'Reviews', headAt: '2026-03-01T10:00:00+02:00' as Instant }

/** Lines as a calendar reads them: unfolded. */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

test('a review is an entry for a whole day, stamped in UTC', () => {
  const lines = linesOf(calendarText(about, [entry({ url: 'https://example.org/fees/' })]))
  expect(lines).toContain('DTSTAMP:20260301T080000Z')
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
  expect(lines).toContain('DTEND;VALUE=DATE:20270101')
  expect(lines).toContain('UID:abc@whybook')
  expect(lines).toContain('URL:https://example.org/fees/')
  expect(lines.at(-1)).toBe('')
})

test('what authors wrote ends no line, value or list', () => {
  const title = 'A; b, c\\n\r\nEND:VEVENT\rBEGIN:VALARM\u2028X\u202Ey\u0007'
  const lines = linesOf(calendarText({ ...about, name: title }, [entry({ title, description: title })]))
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  expect(lines.join('\n')).not.toMatch(/VALARM$/m)
  expect(lines.find((line) => line.startsWith('SUMMARY:'))).toBe(
    'SUMMARY:A\\; b\\, c\\\\n\\nEND:VEVENT\\nBEGIN:VALARM\\nX⟨U+202E⟩y⟨U+0007⟩',
  )
})

test('no line is longer than 75 bytes, and what was folded comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const text = calendarText(about, [entry({ title })])
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(linesOf(text)).toHaveLength(19)
      expect(Buffer.from(text).toString('utf8')).toBe(text)
    }),
    { seed: 6, numRuns: 100 },
  )
})

test('reviews are listed by owner with a calendar each, and only those that have a day', async () => {
  const page = (more: string) => `---\n${more}---\n# Page\n\nText.\n`
  const repo = await handbookRepo({
    'late.md': page('owner: Ana\ntitle: Late\nreview: { last: 2024-01-01, every: 1 year }\n'),
    'soon.md': page('owner: Ana\ntitle: Soon\nreview: { last: 2025-03-20, every: 1 year }\n'),
    'nobody.md': page('title: Nobody’s\nreview: { last: 2026-01-01, every: 1 year }\n'),
    'never.md': page('owner: Ana\nreview: { every: 1 year }\n'),
    'past.md': page('owner: Ana\nuntil: 2025-01-01\nreview: { last: 2020-01-01, every: 1 year }\n'),
  })
  const handbook = await open(repo.path, { now: '2026-03-01' as Day, site: 'https://example.org' })
  const view = await viewOf(handbook, '/reviews/', 'reviews')
  expect(view.sentence).toBe('3 pages with a day of review, 1 of them overdue.')
  expect(
    view.owners.map(({ owner, reviews }) => [owner, reviews.map(({ page, status }) => [page.label, status?.name])]),
  ).toEqual([
    [
      'Ana',
      [
        ['Late', 'overdue'],
        ['Soon', 'due'],
      ],
    ],
    ['Nobody', [['Nobody’s', undefined]]],
  ])
  expect(view.owners[0]?.calendar).toEqual({
    file: 'of-ana.ics',
    subscribe: 'webcal://example.org/reviews/of-ana.ics',
  })
  expect(view.owners[0]?.reviews[1]?.turns).toMatchObject([{ from: '2026-03-21', status: { name: 'overdue' } }])
  expect(handbook.calendars().map(({ route, entries }) => [route, entries.map(({ due }) => due)])).toEqual([
    ['/reviews/all.ics', ['2025-01-01', '2026-03-20', '2027-01-01']],
    ['/reviews/of-ana.ics', ['2025-01-01', '2026-03-20']],
    ['/reviews/of-nobody.ics', ['2027-01-01']],
  ])
  const [first] = handbook.calendars()[0]?.entries ?? []
  await repo.commit('Move it', {
    'late.md': null,
    'other/late.md': page('owner: Ana\ntitle: Late\nreview: { last: 2024-01-01, every: 1 year }\n'),
  })
  const moved = await open(repo.path, { now: '2026-03-01' as Day, site: 'https://example.org' })
  expect(moved.calendars()[0]?.entries[0]?.id).toBe(first?.id)
})

test('a handbook without a day of review has neither list nor calendar', async () => {
  const handbook = await open((await handbookRepo({ 'a.md': '# A\n' })).path)
  expect(handbook.calendars()).toEqual([])
  expect([...handbook.addresses()]).not.toContain('/reviews/')
})
