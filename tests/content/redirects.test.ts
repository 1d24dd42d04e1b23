import { describe, expect, test } from 'vitest'
import { isOurs } from '../../src/content/our-addresses.ts'
import { addressOf } from '../../src/content/redirects.ts'
import type { Route } from '../../src/model/ids.ts'
import { readFiles, told } from './read-files.ts'

const front = (lines: string): string => `---\n${lines}\n---\n# Page\n`

describe('old addresses', () => {
  test('come from front matter in its three spellings and from renames', async () => {
    const { content } = await readFiles(
      {
        'hr/leave.md': front(
          'aliases: [/leave/parental, old-leave]\nredirect_from: /guides/leave.html\npermalink: /handbook/leave/',
        ),
      },
      { moved: { 'people/02-leave.md': 'hr/leave.md', 'README.md': 'hr/leave.md', 'gone.md': 'gone-too.md' } },
    )
    expect(content.redirects).toEqual([
      { from: '/leave/parental/', to: '/hr/leave/' },
      { from: '/hr/old-leave/', to: '/hr/leave/' },
      { from: '/guides/leave.html/', to: '/hr/leave/' },
      { from: '/handbook/leave/', to: '/hr/leave/' },
      { from: '/people/leave/', to: '/hr/leave/' },
    ])
  })

  test('come from settings of GitBook, MkDocs and hosts, where they lead to a page', async () => {
    const { content, findings } = await readFiles({
      '.gitbook.yaml': 'root: ./\nredirects:\n  old/rules: new/rules.md\n  gone: nowhere.md\n  taken: new/rules.md\n',
      'mkdocs.yml':
        'plugins:\n  - search\n  - redirects:\n      redirect_maps:\n        "old/leave.md": "new/leave.md"\n        "out.md": "https://a.example/"\n',
      _redirects: '# Moved\n/pay/* /new/:splat 301\n/salary /new/pay 301\n/wage /new/pay.html\n/proxied /new/pay 200\n',
      'new/rules.md': '# Rules',
      'new/leave.md': '# Leave',
      'new/pay.md': '---\nurl: /money/\nslug: money\n---\n# Pay',
      'taken.md': '# Taken',
    })
    expect(content.redirects).toEqual([
      { from: '/money/', to: '/new/pay/' },
      { from: '/old/rules/', to: '/new/rules/' },
      { from: '/old/leave/', to: '/new/leave/' },
      { from: '/salary/', to: '/new/pay/' },
      { from: '/wage/', to: '/new/pay/' },
    ])
    expect(told(findings)).toEqual(['redirects/taken .gitbook.yaml:1'])
  })

  test('never take the place of a page, a folder, a file or our own pages', async () => {
    const { content, findings } = await readFiles(
      {
        'a.md': front('aliases: [/B, /folder/, /map.png, /map.png/x, /changes/, /changes/2026-01/, /b/history/, /404]'),
        'b.md': '# B',
        'folder/c.md': '# C',
        'map.png': 'PNG',
      },
      { moved: { 'B.md': 'a.md' } },
    )
    expect(content.redirects).toEqual([])
    expect(told(findings).map((line) => line.split(' ')[0])).toEqual([
      ...Array(4).fill('redirects/taken'),
      ...Array(4).fill('redirects/reserved'),
    ])
  })

  test('of two pages that claim one the first gets it, and a person goes before a rename', async () => {
    const { content, findings } = await readFiles(
      { 'a.md': front('aliases: /old/'), 'b.md': front('aliases: /Old'), 'c.md': '# C' },
      { moved: { 'old.md': 'c.md' } },
    )
    expect(content.redirects).toEqual([{ from: '/old/', to: '/a/' }])
    expect(told(findings)).toEqual(['redirects/twice b.md:1'])
    expect(findings[0]?.reason).toContain('a.md')
  })

  test('a change of case is no redirect', async () => {
    expect((await readFiles({ 'leave.md': '# L' }, { moved: { 'Leave.md': 'leave.md' } })).content.redirects).toEqual(
      [],
    )
  })

  test('a page that only points elsewhere is an old address', async () => {
    const { content, addresses } = await readFiles({
      'old.md': front('redirect_to: /new/'),
      'new.md': '# New',
      'away.md': front('redirect_to: https://example.org/'),
      'to-nothing.md': front('redirect_to: /nothing/'),
    })
    expect(content.redirects).toEqual([{ from: '/old/', to: '/new/' }])
    expect(Object.keys(addresses)).toEqual(['away.md', 'new.md', 'to-nothing.md'])
  })

  test.each<[string, string | null]>([
    ['/a/b', '/a/b/'],
    ['/a/index.html', '/a/'],
    ['https://handbook.example/handbook/a/', '/a/'],
    ['/handbook/a', '/a/'],
    ['https://evil.example/a', null],
    ['javascript:alert(1)', null],
    ['/../../etc', null],
    ['/a%2F..%2F..%2Fb', null],
    ['/a%20b?x=1#y', '/a b/'],
    [`/${'x'.repeat(300)}`, null],
    ['/CON/a:b', '/~43ON/a~3Ab/'],
    ['', null],
  ])('%s is read as %s', (written, route) => {
    expect(addressOf(written, '/', 'https://handbook.example/handbook/')).toBe(route)
  })

  test('our own addresses', () => {
    const ours = (route: string, ...taken: string[]) => isOurs(route as Route, new Set(taken))
    expect(
      ['/changes/', '/search/', '/policies/', '/_whybook/x/', '/a/_/b/', '/a/feed.xml/'].map((route) => ours(route)),
    ).not.toContain(false)
    expect(['/policies/leave/', '/a/', '/a/history/', '/researching/'].map((route) => ours(route))).not.toContain(true)
    expect(ours('/changes/x/', '/changes/')).toBe(false)
    expect(ours('/a/history/', '/a/')).toBe(true)
  })
})
