import { describe, expect, it, test } from 'vitest'
import { askedIn, versionOn, versionsBetween } from '../../src/client/past/asked.ts'
import type { Archive } from '../../src/model/archive.ts'
import { sourceTitle } from '../../src/text/source-title.ts'

const version = (id: string, at: string | null) => ({ id, at, title: id, why: null, by: [], path: 'a.md', runs: [] })
const archive: Archive = {
  schema: 1,
  parts: [],
  versions: [
    version('cccccccccccc', '2026-03-03T23:30:00-05:00'),
    version('bbbbbbbbbbbb', null),
    version('aaaaaaaaaaaa', '2025-01-01T00:00:00Z'),
  ],
  older: 0,
}

describe('an address asks', () => {
  it.each([
    ['?at=2026-03-03', { kind: 'day', day: '2026-03-03' }],
    ['?from=aaaaaaaaaaaa&to=cccccccccccc', { kind: 'comparison', from: 'aaaaaaaaaaaa', to: 'cccccccccccc' }],
    ['?to=cccccccccccc', { kind: 'comparison', from: null, to: 'cccccccccccc' }],
    ['?at=2026-02-30', { kind: 'nonsense' }],
    ['?at=', { kind: 'nonsense' }],
    ['?at=<img src=x onerror=alert(1)>', { kind: 'nonsense' }],
    ['?from=javascript:alert(1)', { kind: 'nonsense' }],
    ['?from=../../x&to=cccccccccccc', { kind: 'nonsense' }],
    ['?at=9999999-01-01', { kind: 'nonsense' }],
  ])('%s', (search, asked) => {
    expect(askedIn(search)).toEqual(asked)
  })
})

test('the version of a day is the newest that had landed by its end, by the clock where it landed', () => {
  expect(versionOn(archive, '2026-03-03')?.id).toBe('cccccccccccc')
  expect(versionOn(archive, '2026-03-02')?.id).toBe('aaaaaaaaaaaa')
  expect(versionOn(archive, '2024-12-31')).toBeUndefined()
})

test('a comparison is with the version before, or with the newest, where one side is left out', () => {
  const ids = (from: string | null, to: string | null) => {
    const { before, after } = versionsBetween(archive, { from, to })
    return [before?.id, after?.id]
  }
  expect(ids(null, 'bbbbbbbbbbbb')).toEqual(['aaaaaaaaaaaa', 'bbbbbbbbbbbb'])
  expect(ids('aaaaaaa', null)).toEqual(['aaaaaaaaaaaa', 'cccccccccccc'])
  expect(ids('ddddddd', 'cccccccccccc')).toEqual([undefined, 'cccccccccccc'])
})

test('an old version is called what its front matter or its first heading says', () => {
  expect(sourceTitle('---\ntitle: "A: b"\n---\n# C\n')).toBe('A: b')
  expect(sourceTitle('\uFEFF---\r\nowner: x\r\n---\r\n\r\n# The **old** rules {#top}\r\n')).toBe('The old rules')
  expect(sourceTitle('Text.\n')).toBeNull()
})
