import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { handbookRepo, open, pageAt, viewOf } from './open.ts'

const words = 'This text has changes that are not committed yet. Its history ends before them.'
const findingsOf = async (path: string) =>
  (await open(path)).findings.filter(({ ruleId }) => ruleId === 'history/uncommitted').map(({ reason }) => reason)

it('a page whose text differs from the last commit says so, and no other does', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A', 'b.md': '# B' })
  repo.write({ 'a.md': '# A\n\nMore.\n' })
  const handbook = await open(repo.path)
  const page = await pageAt(handbook, '/a/')
  expect(page.history).toMatchObject({ absent: null, uncommitted: words, total: 1 })
  expect(page.facts.map(({ label }) => label)).toEqual(['Owner', 'Last change', 'Not committed yet'])
  expect((await viewOf(handbook, '/a/history/', 'history')).uncommitted).toBe(words)
  expect((await pageAt(handbook, '/b/')).history.uncommitted).toBeNull()
  expect((await viewOf(handbook, '/', 'home')).index?.uncommitted).toBeNull()
})

it('the first page says so too', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home' })
  repo.write({ 'index.md': '# Home\n\nMore.\n' })
  expect((await viewOf(await open(repo.path), '/', 'home')).index?.uncommitted).toBe(words)
})

it('a new page says that it is not committed, also in a shallow copy', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home' })
  await repo.commit('Second', { 'a.md': '# A' })
  const clone = await repo.clone({ depth: 1 })
  for (const { path } of [repo, clone]) {
    writeFileSync(join(path, 'new.md'), '# New')
    const page = await pageAt(await open(path), '/new/')
    expect(page.history.absent).toBe('Not committed yet: this page has no history so far.')
    expect(page.facts).toContainEqual(expect.objectContaining({ label: 'Last change', value: 'not committed yet' }))
  }
  const old = await pageAt(await open(clone.path), '/a/')
  expect(old.history.absent).toContain('since the history of this copy starts')
  await clone.remove()
})

it('one finding names all such files', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A', 'b.md': '# B' })
  expect(await findingsOf(repo.path)).toEqual([])
  repo.write({ 'a.md': '# A\n\nMore.\n', 'new.md': '# New', 'notes.txt': 'no page' })
  expect(await findingsOf(repo.path)).toEqual([
    '2 pages have text that no commit holds yet, and history tells nothing of it: a.md, new.md.',
  ])
})

it('lines that a checkout ended in another way are no change', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n\nText.\n' })
  repo.write({ 'index.md': '# Home\r\n\r\nText.\r\n' })
  expect(await findingsOf(repo.path)).toEqual([])
})

it('compares in a repository with SHA-256 ids, and says nothing where there is no commit', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' }, { objectFormat: 'sha256' })
  repo.write({ 'a.md': '# A\n\nMore.\n' })
  expect(await findingsOf(repo.path)).toEqual([expect.stringContaining(': a.md.')])
  const empty = await handbookRepo({})
  empty.write({ 'index.md': '# Home' })
  expect(await findingsOf(empty.path)).toEqual([])
})

it('runs no filter that the configuration of the repository names', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', '.gitattributes': '*.md filter=bad\n' })
  repo.configure('[filter "bad"]\n\tclean = touch ran\n\tsmudge = touch ran\n[core]\n\tfsmonitor = touch ran\n')
  repo.write({ 'index.md': '# Home\n\nMore.\n' })
  await findingsOf(repo.path)
  expect(existsSync(join(repo.path, 'ran'))).toBe(false)
})

it('is seen at once while writing', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
  const handbook = await open(repo.path)
  expect((await pageAt(handbook, '/a/')).history.uncommitted).toBeNull()
  const before = handbook.routes().find(({ route }) => route === '/a/history/')?.key
  repo.write({ 'a.md': '# A\n\nMore.\n' })
  expect(await handbook.refreshFile(`${handbook.root}/a.md`)).toBe(true)
  expect((await pageAt(handbook, '/a/')).history.uncommitted).toBe(words)
  expect(handbook.routes().find(({ route }) => route === '/a/history/')?.key).not.toBe(before)
})
