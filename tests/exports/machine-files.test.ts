import { expect, test } from 'vitest'
import { machineFiles } from '../../src/exports/files.ts'
import type { Handbook } from '../../src/handbook/handbook.ts'
import { pageFileSchema, pagesFileSchema } from '../../src/model/machine-files.ts'
import { handbookRepo, open } from '../handbook/open.ts'

const site = 'https://handbook.example.org/'
const why = 'We pay the whole fee now because people paid it themselves and told nobody.'

function filesOf(handbook: Handbook): ReadonlyMap<string, string> {
  return new Map([...machineFiles(handbook, handbook.routes())].map(({ path, make }) => [path, make()]))
}

async function millrace() {
  const r = await handbookRepo({
    'index.md': '---\ndescription: How Millrace works.\n---\n# Millrace\n',
    'policies/old-fees.md': '---\nkind: policy\neffective: 2025-01-01\n---\n# Old fees\n\nHalf.\n',
    'policies/fees.md':
      '# Fees\n\nThe [old rule](old-fees.md#why) and [home](../index.md).\n\n<!-- ask Ben -->\n\n`<!-- code -->`\n',
    'handbook.yml': 'folders:\n  policies: { kind: policy, owner: finance }\n',
  })
  await r.commit(`Pay the whole fee (#7)\n\n${why}`, {
    'policies/fees.md':
      '---\nsupersedes: policies/old-fees\neffective: 2026-01-01\nconsulted: [ben@example.org]\n---\n# Fees\n\nAll of it. The [old rule](old-fees.md#why) and [home](../index.md).\n\n<!-- ask Ben -->\n\n`<!-- code -->`\n',
  })
  return r
}

test('every page has a JSON file of the documented shape, and so has the list of pages', async () => {
  const files = filesOf(await open((await millrace()).path, { site }))
  for (const path of ['index.json', 'policies/fees.json', 'policies/old-fees.json']) {
    expect(pageFileSchema.safeParse(JSON.parse(files.get(path) ?? '')).error, path).toBeUndefined()
  }
  expect(pagesFileSchema.safeParse(JSON.parse(files.get('pages.json') ?? '')).error).toBeUndefined()
  expect(JSON.parse(files.get('_whybook/schemas/page.json') ?? '').required).toContain('history')
})

test('the JSON file of a page tells its status, its history and its reasons, and no address of a person', async () => {
  const text = filesOf(await open((await millrace()).path, { site })).get('policies/fees.json') ?? ''
  const page = JSON.parse(text)
  expect(page).toMatchObject({
    url: `${site}policies/fees/`,
    kind: 'policy',
    owner: 'finance',
    isCurrent: true,
    status: [{ name: 'force', label: 'In force', date: '2026-01-01' }],
    supersedes: [{ route: '/policies/old-fees/', title: 'Old fees' }],
    frontMatter: { consulted: ['ben'] },
  })
  expect(page.history.changes[0]).toMatchObject({
    title: 'Pay the whole fee',
    reasoning: { text: why, kind: 'why', source: 'squash' },
    mergeRequest: { reference: '#7' },
  })
  expect(text).not.toContain('@')
})

test('the Markdown twin has what the page shows: no comments, code as it is, links to other twins', async () => {
  const files = filesOf(await open((await millrace()).path))
  expect(files.get('policies/fees.md')).toBe(
    `---
route: /policies/fees/
kind: policy
status:
  - In force since 2026-01-01
owner: finance
changed: 2026-01-05T10:00:00+00:00
path: policies/fees.md
---

# Fees

All of it. The [old rule](old-fees.md) and [home](../index.md).



\`<!-- code -->\`
`.replace('route:', 'title: Fees\nroute:'),
  )
})

test('titles are text in Markdown, whatever signs they hold', async () => {
  const title = 'Use *a* [link](x) & <b> `code` snake_case'
  const r = await handbookRepo({ 'index.md': '# Home', 'a.md': `---\ntitle: "${title}"\n---\nText.\n` })
  const files = filesOf(await open(r.path, { site }))
  const written = 'Use \\*a\\* \\[link\\](x) & \\<b\\> \\`code\\` snake_case'
  expect(files.get('a.md')).toContain(`\n# ${written}\n`)
  expect(files.get('llms.txt')).toContain(`- [${written}](${site}a.md)`)
  expect(files.get('llms-full.txt')).toContain(`\n# ${written}\n`)
})

test('language models are given what counts first, and what was superseded with a word that says so', async () => {
  const files = filesOf(await open((await millrace()).path, { site }))
  const list = files.get('llms.txt') ?? ''
  expect(list).toContain('> How Millrace works.')
  expect(list).toContain(`- [Fees](${site}policies/fees.md)`)
  expect(list.slice(list.indexOf('## Optional'))).toContain(
    `- [Old fees](${site}policies/old-fees.md) (Superseded 2026-01-01)`,
  )
  const whole = files.get('llms-full.txt') ?? ''
  expect(whole.indexOf('# Fees\n')).toBeLessThan(whole.indexOf('# Old fees (Superseded 2026-01-01)'))
})

test('feeds tell changes with their reasons, by page, folder, owner and kind', async () => {
  const files = filesOf(await open((await millrace()).path, { site }))
  const places = ['', 'policies/', 'policies/fees/', 'changes/in/policies/', 'changes/owned-by/finance/']
  for (const place of places) {
    expect(files.get(`${place}feed.xml`), place).toContain(why)
    const [first] = JSON.parse(files.get(`${place}feed.json`) ?? '').items
    expect(first, place).toMatchObject({ title: 'Pay the whole fee', date_modified: '2026-01-05T10:00:00.000Z' })
    expect(first.url).toMatch(/^https:\/\/handbook\.example\.org\/changes\/[0-9a-f]{12}\/$/)
  }
  expect(files.get('decisions/feed.xml')).not.toContain('<entry>')
})

test("a page's feed tells the page's own reason, by the name that pages give it", async () => {
  const r = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A', 'b.md': '# B' })
  const branch = r.branch('x')
  await branch.commit('Change A\n\nWhy: because nobody understood what was in A.', { 'a.md': '# A\n\nMore.' })
  await branch.commit('Change B\n\nWhy: because everybody asked for more of B.', { 'b.md': '# B\n\nMore.' })
  await r.merge('x', "Merge branch 'x'")
  const files = filesOf(await open(r.path, { site }))
  const feed = files.get('a/feed.xml') ?? ''
  expect(feed).toContain('<p><b>Why (in the commits of the branch):</b></p>')
  expect(feed).toContain('because nobody understood')
  expect(feed).not.toMatch(/everybody asked|Why: because/)
  expect(files.get('feed.xml')).toMatch(/nobody understood[\s\S]*everybody asked/)
})

test('owners whose names look alike keep the addresses of their feeds, whoever changed something last', async () => {
  const of = (owner: string, text: string) => `---\nowner: ${owner}\n---\n# ${text}\n`
  const r = await handbookRepo({ 'index.md': '# Home', 'a.md': of('Team A', 'A'), 'b.md': of('team-a', 'B') })
  const places = async () =>
    [...filesOf(await open(r.path, { site }))]
      .filter(([path]) => /owned-by.*xml$/.test(path))
      .map(([path, text]) => [path, /<title>(.*?)<\/title>/.exec(text)?.[1]])
      .sort()
  await r.commit('Change A', { 'a.md': of('Team A', 'A\n\nMore.') })
  const before = await places()
  await r.commit('Change B', { 'b.md': of('team-a', 'B\n\nMore.') })
  expect(await places()).toEqual(before)
  expect(before).toHaveLength(2)
})

test('without the address of the site there are no feeds', async () => {
  const files = filesOf(await open((await millrace()).path))
  expect([...files.keys()].filter((path) => path.includes('feed'))).toEqual([])
})

test('nothing that somebody wrote becomes markup of a feed', async () => {
  const r = await handbookRepo({ 'index.md': '# <b>Home</b> & ]]>\n' })
  await r.commit(
    `<img src=x onerror=alert(1)> ]]> & "x"\n\n<script>alert(1)</script> because ]]> <b>we</b> had to say it.`,
    {
      'index.md': '# <b>Home</b> & ]]>\n\nMore.\n',
    },
  )
  const atom = filesOf(await open(r.path, { site })).get('feed.xml') ?? ''
  const outside = atom.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  expect(outside).not.toMatch(/<img|<script|<b>|\]\]>/)
  expect(atom).not.toMatch(/<img|<script/)
  expect(atom).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('a feed is made anew when its authors are called something else, or its addresses move', async () => {
  const r = await millrace()
  const named = async () =>
    new Map(
      [...machineFiles(await open(r.path, { site }), [])].map(({ path, madeFrom }) => [path, madeFrom.join(' ')]),
    ).get('policies/fees/feed.xml')
  const first = await named()
  await r.commit('Name people', {
    '.mailmap': 'Somebody Else <ana.lima@example.org>\nSomebody Else <ana@example.org>\n',
  })
  const second = await named()
  expect(second).not.toBe(first)
  await r.commit('Take the address', { 'changes.md': '# Changes' })
  expect(await named()).not.toBe(second)
})

test('a file is made from what is named: without a change nothing is named anew', async () => {
  const r = await millrace()
  const named = (handbook: Handbook) =>
    new Map([...machineFiles(handbook, handbook.routes())].map(({ path, madeFrom }) => [path, madeFrom.join(' ')]))
  const before = named(await open(r.path, { site }))
  await r.commit('Change home', { 'index.md': '# Millrace\n\nMore.\n' })
  const after = named(await open(r.path, { site }))
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
  expect(changed).toContain('index.md')
  expect(changed).toContain('feed.xml')
  expect(changed).not.toContain('policies/old-fees.md')
  expect(changed).not.toContain('policies/feed.xml')
})

test('the whole text is put together from pages that are written already, and is the same without them', async () => {
  const handbook = await open((await millrace()).path, { site })
  const files = filesOf(handbook)
  let made = 0
  const pageText: Handbook['pageText'] = (page) => {
    made += 1
    return handbook.pageText(page)
  }
  const counting: Handbook = Object.create(handbook, { pageText: { value: pageText } })
  const whole = (placed: (path: string) => string | null) =>
    [...machineFiles(counting, handbook.routes())].find(({ path }) => path === 'llms-full.txt')?.make(placed)
  expect(whole((path) => files.get(path) ?? null)).toBe(files.get('llms-full.txt'))
  expect(made).toBe(0)
  // A file of the handbook's own may have the name.
  expect(whole(() => '---\ntitle: Other\n---\n\n# Other\n\nText.\n')).toBe(files.get('llms-full.txt'))
  expect(made).toBe(handbook.pages.length)
})
