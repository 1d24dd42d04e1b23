import { expect, it } from 'vitest'
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
