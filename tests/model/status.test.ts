import { describe, expect, test } from 'vitest'
import type { FrontMatter, Kind } from '../../src/model/front-matter.ts'
import type { Day } from '../../src/model/ids.ts'
import { reviewDueOn, type StatusInput, statusesAt, statusRank } from '../../src/model/status.ts'

const today = '2026-03-01' as Day

function shown(kind: Kind, frontMatter: FrontMatter, more: Partial<StatusInput> = {}): string[] {
  return statusesAt({ kind, frontMatter, supersededBy: null, rule: {}, ...more }, today).map(
    ({ label, dateWord, date }) => [label, dateWord, date].filter(Boolean).join(' '),
  )
}

describe('the status of a page', () => {
  test.each<[string, Kind, FrontMatter, string[]]>([
    ['a plain page claims nothing', 'page', {}, []],
    ['a draft', 'page', { draft: true, effective: '2026-01-01' }, ['Draft']],
    ['a page with a date is in force', 'page', { effective: '2026-01-01' }, ['In force since 2026-01-01']],
    ['a policy without dates', 'policy', {}, ['In force']],
    ['a policy on its first day', 'policy', { effective: '2026-03-01' }, ['In force since 2026-03-01']],
    ['a policy the day before', 'policy', { effective: '2026-03-02' }, ['In force from 2026-03-02']],
    ['a policy on its last day', 'policy', { until: '2026-03-01' }, ['In force until 2026-03-01']],
    ['a policy that has ended', 'policy', { effective: '2025-01-01', until: '2026-02-28' }, ['Ended 2026-02-28']],
    ['a decision without a word', 'decision', {}, []],
    ['a decision with only a date', 'decision', { decided: '2026-01-20' }, ['Accepted 2026-01-20']],
    ['a proposed one', 'decision', { status: 'proposed', until: '2026-04-01' }, ['Proposed open until 2026-04-01']],
    ['an accepted one that has ended', 'decision', { status: 'accepted', until: '2026-01-01' }, ['Ended 2026-01-01']],
    ['a rejected one', 'decision', { status: 'rejected', decided: '2026-02-02' }, ['Rejected 2026-02-02']],
    ['a deferred one', 'decision', { status: 'deferred', until: '2026-06-01' }, ['Deferred until 2026-06-01']],
    ['a withdrawn one', 'decision', { status: 'withdrawn', decided: '2026-02-02' }, ['Withdrawn 2026-02-02']],
    ['one that says it is superseded', 'decision', { status: 'superseded' }, ['Superseded']],
    ['a policy still proposed', 'policy', { status: 'proposed', effective: '2026-01-01' }, ['Proposed']],
    ['a controlled policy', 'policy', { controlled: true }, ['In force', 'Controlled document']],
  ])('%s', (_, kind, frontMatter, statuses) => {
    expect(shown(kind, frontMatter)).toEqual(statuses)
  })

  test('is superseded from the day its successor takes effect, and not before', () => {
    const frontMatter = { effective: '2025-01-01' }
    const by = (effective: string | null) => ({
      supersededBy: { title: 'New leave', effective: effective as Day | null },
    })
    expect(shown('policy', frontMatter, by('2026-03-01'))).toEqual(['Superseded 2026-03-01'])
    expect(shown('policy', frontMatter, by('2026-03-02'))).toEqual(['In force since 2025-01-01'])
    expect(shown('policy', frontMatter, by(null))).toEqual(['Superseded'])
  })

  test.each<[string, string, string[]]>([
    ['2025-03-31', '12 months', ['Review due 2026-03-31']],
    ['2025-04-01', '12 months', []],
    ['2025-03-01', '1 year', ['Review due 2026-03-01']],
    ['2025-02-28', '1 year', ['Review was due 2026-02-28']],
    ['2025-12-01', '90 days', ['Review due 2026-03-01']],
  ])('last reviewed %s, every %s', (last, every, statuses) => {
    expect(shown('page', { review: { last, every } })).toEqual(statuses)
  })

  test('takes the review span from the folder and counts from the effective day', () => {
    const rule = { review: '12 months', controlled: true }
    const statuses = shown('policy', { effective: '2025-01-01' }, { rule })
    expect(statuses).toEqual(['In force since 2025-01-01', 'Review was due 2026-01-01', 'Controlled document'])
    expect(shown('policy', { effective: '2025-01-01', controlled: false }, { rule })).not.toContain(
      'Controlled document',
    )
    expect(reviewDueOn({ frontMatter: {}, rule })).toBeNull()
  })

  test('asks for no review of what no longer counts', () => {
    expect(shown('policy', { until: '2025-01-01', review: { last: '2020-01-01', every: '1 year' } })).toEqual([
      'Ended 2025-01-01',
    ])
  })

  test('lists in force, proposed, accepted, then what no longer counts', () => {
    const names = ['ended', 'accepted', 'proposed', 'superseded', 'force'] as const
    expect([...names].sort((a, b) => statusRank(a) - statusRank(b)).slice(0, 3)).toEqual([
      'force',
      'proposed',
      'accepted',
    ])
    expect(statusRank(null)).toBe(statusRank('force'))
  })
})
