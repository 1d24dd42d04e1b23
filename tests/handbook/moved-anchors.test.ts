import { expect, test } from 'vitest'
import { handbookRepo, open, pageAt } from './open.ts'

const page = (...headings: string[]) =>
  `# Page\n\n${headings.map((text) => `## ${text}\n\nThe text below ${text} stays as it is, word for word.\n`).join('\n')}`

test('a link to a heading that was renamed leads to it, and the author is told', async () => {
  const r = await handbookRepo({ 'a.md': page('Old name'), 'b.md': '# B\n\n[See](a.md#old-name)\n' })
  await r.commit('Rename', { 'a.md': page('New name') })
  const handbook = await open(r.path)
  expect((await pageAt(handbook, '/b/')).html).toContain('href="../a/#new-name"')
  expect(handbook.findings).toContainEqual(
    expect.objectContaining({
      ruleId: 'links/moved',
      path: 'b.md',
      reason: 'The link “a.md#old-name” names “#old-name”, which is now “#new-name”.',
    }),
  )
  expect(JSON.parse(handbook.anchorsJson())).toEqual({ '/a/': { 'old-name': 'a/#new-name' } })
})

test('a heading on another page is found there', async () => {
  const r = await handbookRepo({ 'a.md': page('Long name', 'Stays here'), 'b.md': page('Own name') })
  await r.commit('Move', { 'a.md': page('Stays here'), 'b.md': page('Own name', 'Long name') })
  expect(JSON.parse((await open(r.path)).anchorsJson())).toEqual({ '/a/': { 'long-name': 'b/#long-name' } })
})

test('nothing leads to or from a page that is not shown, nor tells of a redacted change', async () => {
  const r = await handbookRepo({ 'a.md': page('Long name', 'Old name'), 'secret/b.md': page('Own name') })
  const id = await r.commit('Rename', { 'a.md': page('Long name', 'New name') })
  await r.commit('Move', {
    'a.md': page('New name'),
    'secret/b.md': page('Own name', 'Long name'),
    'handbook.yml': `folders:\n  secret: { audience: internal }\nredact: [${id.slice(0, 12)}]\n`,
  })
  expect(JSON.parse((await open(r.path)).anchorsJson())).toEqual({})
})
