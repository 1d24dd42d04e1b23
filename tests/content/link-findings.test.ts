import { describe, expect, test } from 'vitest'
import { type ReadOptions, readFiles } from './read-files.ts'

async function reasons(
  page: string,
  more: Readonly<Record<string, string>> = {},
  options: ReadOptions = {},
): Promise<string[]> {
  const { findings } = await readFiles({ 'hr/page.md': page, ...more }, options)
  return findings.map(({ ruleId, level, line, column, reason }) => `${ruleId} ${level} ${line}:${column} ${reason}`)
}

describe('findings about links', () => {
  test('name file, line and column, and what may have been meant', async () => {
    const found = await reasons('---\ntitle: P\n---\n\nSee [leave](leeve.md).\n', { 'hr/leave.md': '# Leave' })
    expect(found).toEqual(['links/broken warning 5:5 The link “leeve.md” leads nowhere. Did you mean “leave.md”?'])
  })

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['[x](../benefits/pension.md)', '../money/pension.md', { 'money/pension.md': '# P' }],
    ['[x](/benefits/pension/)', '/money/pension/', { 'money/pension.md': '# P' }],
    ['[x](pension.md)', '../money/pension/index.md', { 'money/pension/index.md': '# P' }],
    ['[x](#hwo)', '#how', {}],
    ['[x](www.example.org)', 'https://www.example.org', {}],
    ['[x](semver.org)', 'https://semver.org', {}],
    ['![x](images/mpa.png)', 'images/map.png', { 'hr/images/map.png': 'PNG' }],
    ['![x](map.png)', 'images/map.png', { 'hr/images/map.png': 'PNG' }],
  ])('%s: did you mean %s', async (link, suggestion, files) => {
    expect((await reasons(`# P\n\n## How\n\n${link}`, files))[0]).toContain(`Did you mean “${suggestion}”?`)
  })

  test('a target that a page repeats is told once', async () => {
    const found = await reasons('# P\n\n[a](x.md) [b](x.md)\n\n[c](x.md) [d](y.md)\n')
    expect(found).toEqual([
      'links/broken warning 3:1 The link “x.md” leads nowhere. (3 times on this page)',
      'links/broken warning 5:11 The link “y.md” leads nowhere.',
    ])
  })

  test.each<[string, string, Readonly<Record<string, string>>, ReadOptions]>([
    [
      '[x](a.md#nowhere)',
      'links/anchor warning 3:1 The link “a.md#nowhere” names “#nowhere”, which is not on hr/a.md.',
      { 'hr/a.md': '# A' },
      {},
    ],
    [
      '[x](#nowhere)',
      'links/anchor warning 3:1 The link “#nowhere” names “#nowhere”, which is not on this page.',
      {},
      {},
    ],
    [
      '[x](old.md)',
      'links/moved info 3:1 The link “old.md” names a page by where it was; it is now hr/new.md.',
      { 'hr/new.md': '# N' },
      { moved: { 'hr/old.md': 'hr/new.md' } },
    ],
    ['[x]()', 'links/empty warning 3:1 The link “x” has no target.', {}, {}],
    [
      '[x](vbscript:y)',
      'links/scheme warning 3:1 The link “vbscript:y” begins with “vbscript:”, which a page may not use.',
      {},
      {},
    ],
    [
      '[x](../run.sh)',
      'links/outside warning 3:1 The link “../run.sh” is run.sh, a file of the repository that is not part of the handbook.',
      { 'run.sh': '' },
      {},
    ],
    ['![x](a.png)', 'images/missing warning 3:1 The image “a.png” leads nowhere.', {}, {}],
    [
      '![x](http://example.org/a.png)',
      'images/scheme warning 3:1 The image “http://example.org/a.png” is not loaded over https.',
      {},
      {},
    ],
  ])('%s', async (link, reason, files, options) => {
    expect(await reasons(`# P\n\n${link}`, files, options)).toEqual([reason])
  })

  test('say nothing of what works', async () => {
    const page =
      '# P\n\n[a](a.md) [b](A) [c](#p) [d](https://example.org) [e](mailto:a@example.org) ![f](https://example.org/f.png) [g](/hr/)\n\n<a href="a.md#a">h</a> <img src="i.png">'
    expect(await reasons(page, { 'hr/a.md': '# A', 'hr/i.png': 'PNG' })).toEqual([])
  })

  test('show control characters of a target', async () => {
    expect((await reasons('# P\n\n[x](<a\u202Eb.md>)'))[0]).toMatch(/“a(?:⟨U\+202E⟩|%E2%80%AE)b.md”/)
  })
})
