import { expect, it } from 'vitest'
import { handbookRepo, open, pageAt, published, viewOf } from './open.ts'

const text = 'Because the lawyers asked for a shorter deadline.'

it('a reason that is added later is no page, and a link to it leads to the change that it explains', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
  const id = await repo.commit('Second', { 'a.md': '# A\n\nShorter.' })
  const short = id.slice(0, 12)
  await repo.commit('Say why', {
    [`reasons/${short}.md`]: `# Canary title\n\n${text}\n`,
    'b.md': `# B\n\n[Why](reasons/${short}.md) and [why](/reasons/${short}/)\n`,
  })
  const handbook = await open(repo.path)
  expect(handbook.pages.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'index.md'])
  expect(handbook.routes().some(({ route }) => route.startsWith('/reasons/'))).toBe(false)
  expect([...handbook.searchDocuments()].map(({ route }) => route)).toEqual(['/a/', '/b/', '/'])
  expect(handbook.treeJson()).not.toContain('reasons')
  expect((await viewOf(handbook, '/', 'home')).sections).toEqual([])

  const { html } = await pageAt(handbook, '/b/')
  expect(html.match(/href="[^"]*"/g)).toEqual([`href="../changes/${short}/"`, `href="../changes/${short}/"`])
  const change = await viewOf(handbook, `/changes/${short}/`, 'change')
  expect(change.change.reason).toMatchObject({ label: 'Why', source: 'in a file added later' })
  // The change that brought the reason touched the page beside it, and no other.
  const [newest] = (await viewOf(handbook, '/changes/', 'changes')).changes
  expect(newest?.pages.map(({ label }) => label)).toEqual(['B'])
  expect(handbook.findings).toEqual([])
})

it('a change that only adds a reason is no change of the handbook', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home' })
  const first = repo.tip
  await repo.commit('Say why', { [`reasons/${first.slice(0, 7)}.md`]: `${text}\n` })
  expect((await viewOf(await open(repo.path), '/changes/', 'changes')).changes.map(({ title }) => title)).toEqual([
    'First pages',
  ])
})

it('a reason that is a draft or internal stays hidden, and so does a link to it', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home' })
  const id = await repo.commit('Second', { 'index.md': '# Home\n\nShorter.' })
  const file = `reasons/${id.slice(0, 12)}.md`
  await repo.commit('Say why', { [file]: `${text}\n`, 'b.md': `# B\n\n[Word](${file})\n` })
  repo.write({ [file]: `---\naudience: internal\n---\n${text}\n` })
  const handbook = await open(repo.path)
  expect(await published(handbook)).not.toContain('lawyers')
  expect((await pageAt(handbook, '/b/')).html).not.toContain('href')
})

it('names a reason that no change can have', async () => {
  const repo = await handbookRepo({
    'index.md': '# Home',
    'reasons/abcdef0123.md': text,
    'reasons/why-we-do.md': '# Why',
  })
  const handbook = await open(repo.path)
  expect(handbook.findings).toMatchObject([{ ruleId: 'history/reason-for-nothing', path: 'reasons/abcdef0123.md' }])
  expect(handbook.pages.map(({ path }) => path)).toEqual(['index.md', 'reasons/why-we-do.md'])
})
