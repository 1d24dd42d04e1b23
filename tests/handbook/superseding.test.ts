import { expect, it } from 'vitest'
import { llmsText } from '../../src/exports/llms.ts'
import type { Day } from '../../src/model/ids.ts'
import { handbookRepo, open, pageAt, viewOf } from './open.ts'

const decision = (status: string, more = '') =>
  `---\nkind: decision\nstatus: ${status}\ndecided: 2026-01-02\n${more}---\n# D\n`

it('a page that another one supersedes says what to read instead', async () => {
  const repo = await handbookRepo({
    'one.md': decision('accepted'),
    'two.md': decision('accepted', 'supersedes: one\n').replace('# D', '# Two'),
  })
  const page = await pageAt(await open(repo.path), '/one/')
  expect(page.statuses[0]).toMatchObject({ name: 'superseded', link: { label: 'Two', href: '../two/' } })
  expect(page.notice?.text).toBe('This page no longer counts. Read instead:')
})

it.each(['proposed', 'rejected', 'withdrawn', 'deferred'])('a %s decision supersedes nothing', async (status) => {
  const repo = await handbookRepo({ 'one.md': decision('accepted'), 'two.md': decision(status, 'supersedes: one\n') })
  const page = await pageAt(await open(repo.path), '/one/')
  expect(page.statuses[0]?.name).toBe('accepted')
  expect(page.notice).toBeNull()
})

it('a policy counts until the one that supersedes it takes effect', async () => {
  const repo = await handbookRepo({
    'one.md': '---\nkind: policy\neffective: 2026-01-01\n---\n# One\n',
    'two.md': '---\nkind: policy\neffective: 2026-06-01\nsupersedes: one\n---\n# Two\n',
  })
  const at = async (now: string) =>
    (await pageAt(await open(repo.path, { now: now as Day }), '/one/')).statuses[0]?.name
  expect(await at('2026-05-31')).toBe('force')
  expect(await at('2026-06-01')).toBe('superseded')
  const [document] = [...(await open(repo.path, { now: '2026-05-31' as Day })).searchDocuments()]
  expect(document?.replacedBy).toBeNull()
})

it('a policy stays due for review until the one that supersedes it takes effect', async () => {
  const repo = await handbookRepo({
    'one.md': '---\nkind: policy\neffective: 2026-01-01\nreview: { every: 12 months }\n---\n# One\n',
    'two.md': '---\nkind: policy\neffective: 2026-06-01\nsupersedes: one\n---\n# Two\n',
  })
  const due = async (now: string) =>
    (await pageAt(await open(repo.path, { now: now as Day }), '/one/')).facts.find(
      ({ label }) => label === 'Review due',
    )
  expect(await due('2026-05-31')).toMatchObject({ date: '2027-01-01', note: 'every 12 months' })
  expect(await due('2026-06-01')).toBeUndefined()
})

it('the list of decisions says by whom, and strikes what does not count', async () => {
  const repo = await handbookRepo({
    'one.md': decision('accepted', 'deciders: [ana, li]\n'),
    'two.md': decision('withdrawn'),
    'zed.md': decision('proposed', 'deciders: [bo]\n'),
  })
  const { items } = await viewOf(await open(repo.path), '/decisions/', 'list')
  expect(
    items.map(({ href, deciders, isPast }) => [href, deciders && `${deciders.label} ${deciders.value}`, isPast]),
  ).toEqual([
    ['../zed/', 'To be decided by bo', false],
    ['../two/', null, true],
    ['../one/', 'Decided by ana, li', false],
  ])
})

const policy = (more: string, title: string) => `---\nkind: policy\n${more}---\n# ${title}\n\nText.\n`

it('what is decided for a later day is never taken for the rule, and the old rule holds until then', async () => {
  const repo = await handbookRepo({
    'old.md': policy('effective: 2025-01-01\n', 'Old leave'),
    'new.md': policy('effective: 2026-06-01\nsupersedes: old\n', 'New leave'),
  })
  const handbook = await open(repo.path, { now: '2026-03-01' as Day })
  const coming = await pageAt(handbook, '/new/')
  expect(coming.notice).toMatchObject({
    text: 'Not the rule yet: it takes effect on 1 June 2026. Until then this holds:',
    link: { label: 'Old leave' },
  })
  expect(coming.turns).toMatchObject([{ from: '2026-06-01', statuses: [{ name: 'force' }], notice: null }])
  const holding = await pageAt(handbook, '/old/')
  expect(holding.statuses[0]?.name).toBe('force')
  expect(holding.notice).toMatchObject({
    text: 'This holds until 1 June 2026. From that day on:',
    link: { label: 'New leave' },
  })
  expect(holding.turns).toMatchObject([{ from: '2026-06-01', statuses: [{ name: 'superseded' }] }])

  const list = await viewOf(handbook, '/policies/', 'list')
  expect(list.items.map(({ title, status, turns }) => [title, status?.name, turns[0]?.status?.name])).toEqual([
    ['Old leave', 'force', 'superseded'],
    ['New leave', 'later', 'force'],
  ])
  const documents = new Map([...handbook.searchDocuments()].map((each) => [each.title, each]))
  expect(documents.get('New leave')).toMatchObject({ statusShown: { name: 'later', date: '2026-06-01' } })
  expect(documents.get('Old leave')?.turns).toMatchObject([{ from: '2026-06-01', replacedBy: { title: 'New leave' } }])

  const [page] = handbook.pages.filter(({ title }) => title === 'New leave')
  expect(page && handbook.pageEntry(page)).toMatchObject({
    isInForce: false,
    status: [{ words: 'In force from 2026-06-01' }],
    turns: [{ from: '2026-06-01', isInForce: true }],
  })
  expect(llmsText(handbook)).toContain('[New leave](new.md) (In force from 2026-06-01; not the rule yet)')
})

it('a page without a date to come never changes by itself', async () => {
  const repo = await handbookRepo({ 'a.md': policy('', 'A'), 'b.md': policy('effective: 2020-01-01\n', 'B') })
  const handbook = await open(repo.path)
  expect((await pageAt(handbook, '/a/')).turns).toEqual([])
  expect((await pageAt(handbook, '/b/')).turns).toEqual([])
})

it('an old page leads to the end of what replaced it, as of the day', async () => {
  const repo = await handbookRepo({
    'a.md': policy('effective: 2020-01-01\n', 'A'),
    'b.md': policy('effective: 2021-01-01\nsupersedes: a\n', 'B'),
    'c.md': policy('effective: 2022-01-01\nsupersedes: b\n', 'C'),
    'd.md': policy('effective: 2030-01-01\nsupersedes: c\n', 'D'),
  })
  const handbook = await open(repo.path, { now: '2026-03-01' as Day })
  const page = await pageAt(handbook, '/a/')
  expect(page.notice?.link?.label).toBe('C')
  expect(page.statuses[0]?.link?.label).toBe('B')
  expect(page.turns).toMatchObject([{ from: '2030-01-01', notice: { link: { label: 'D' } } }])
})

it.each<[string, Record<string, string>, readonly [string, string][]]>([
  ['a page that supersedes itself', { 'a.md': policy('supersedes: a\n', 'A') }, [['pages/supersedes', 'a.md']]],
  ['a page that is not there', { 'a.md': policy('superseded_by: gone\n', 'A') }, [['pages/superseded-by', 'a.md']]],
  [
    'two that supersede each other',
    { 'a.md': policy('supersedes: b\n', 'A'), 'b.md': policy('supersedes: a\n', 'B') },
    [
      ['pages/supersedes-circle', 'a.md'],
      ['pages/supersedes-circle', 'b.md'],
    ],
  ],
  [
    'an old page that names another successor',
    {
      'a.md': policy('superseded_by: c\n', 'A'),
      'b.md': policy('supersedes: a\n', 'B'),
      'c.md': policy('supersedes: d\n', 'C'),
      'd.md': policy('', 'D'),
    },
    [
      ['pages/superseded-by', 'a.md'],
      ['pages/superseded-by', 'a.md'],
    ],
  ],
  [
    'both directions where they agree',
    { 'a.md': policy('superseded_by: b\n', 'A'), 'b.md': policy('supersedes: a\n', 'B') },
    [],
  ],
])('finds %s', async (_, files, expected) => {
  const repo = await handbookRepo(files)
  const handbook = await open(repo.path)
  const found = handbook.findings.filter(({ ruleId }) => ruleId.startsWith('pages/supersede'))
  expect(found.map(({ ruleId, path }) => [ruleId, path])).toEqual(expected)
  for (const { route } of handbook.pages) await pageAt(handbook, route)
})

it('a circle of supersession replaces nothing and keeps nothing from being built', async () => {
  const repo = await handbookRepo({
    'a.md': policy('supersedes: c\n', 'A'),
    'b.md': policy('supersedes: a\n', 'B'),
    'c.md': policy('supersedes: b\n', 'C'),
    'old.md': policy('', 'Old'),
    'd.md': policy('supersedes: [old, a]\n', 'D'),
  })
  const handbook = await open(repo.path)
  expect((await pageAt(handbook, '/b/')).statuses[0]?.name).toBe('force')
  expect((await pageAt(handbook, '/old/')).notice?.link?.label).toBe('D')
  expect((await pageAt(handbook, '/a/')).notice?.link?.label).toBe('D')
})

it('an accepted decision says from when it holds, and a superseded one holds until its successor does', async () => {
  const repo = await handbookRepo({
    'one.md': decision('superseded'),
    'two.md': decision('accepted', 'effective: 2026-06-01\nsupersedes: one\n').replace('# D', '# Two'),
  })
  const handbook = await open(repo.path, { now: '2026-03-01' as Day })
  expect((await pageAt(handbook, '/two/')).statuses[0]).toMatchObject({ name: 'later', label: 'Accepted, in force' })
  expect((await pageAt(handbook, '/one/')).statuses[0]?.name).toBe('accepted')
})
