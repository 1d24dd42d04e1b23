import { expect, test } from 'vitest'
import type { RepoPath } from '../../src/model/ids.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { historyIn, indexPlace, page, read, told } from './reading.ts'

async function fourCommits(): Promise<Repo> {
  const r = await repo({ 'a.md': page('apples'), 'b.md': page('bears') })
  await r.commit('Two', { 'a.md': `${page('apples')}\nTwo.\n` })
  await r.commit('Three', { 'a.md': `${page('apples')}\nThree.\n` })
  await r.commit('Four', { 'a.md': null, 'fruit/apples.md': `${page('apples')}\nThree.\n`, 'c.md': page('cats') })
  return r
}

test('a shallow clone begins where it is cut off, and no page is said to have been made then', async () => {
  const clone = await (await fourCommits()).clone({ depth: 2 })
  const { history, findings } = await read(clone)
  expect(history).toMatchObject({ complete: false, startsAt: '2026-01-05T11:00:00+00:00' })
  expect(history.changes.map(({ title }) => title)).toEqual(['Four'])
  expect(told(history, 'b.md')).toEqual([])
  expect(told(history, 'c.md')).toEqual(['added c.md: Four'])
  expect(history.changesOf('fruit/apples.md' as RepoPath).map(({ touch }) => touch)).toMatchObject([
    { kind: 'moved', previousPath: 'a.md', added: 0, removed: 0 },
  ])
  expect(findings).toHaveLength(1)
  expect(findings[0]?.reason).toContain('fetch-depth: 0')
  expect(findings[0]?.reason).toContain('GIT_DEPTH: 0')
  expect(findings[0]?.reason).toContain('2026-01-05')
})

test('a shallow clone counts lines against the version it began with', async () => {
  const clone = await (await fourCommits()).clone({ depth: 3 })
  const [, change] = (await historyIn(clone)).changesOf('fruit/apples.md' as RepoPath)
  expect(change?.touch).toMatchObject({ kind: 'modified', added: 1, removed: 1 })
})

test('once the rest has been fetched, the whole history is read', async () => {
  const clone = await (await fourCommits()).clone({ depth: 2 })
  const indexFile = indexPlace()
  await read(clone, { indexFile })
  clone.git('fetch', '--quiet', '--unshallow')
  const { history, findings } = await read(clone, { indexFile })
  expect(history).toMatchObject({ complete: true, startsAt: null })
  expect(told(history, 'fruit/apples.md')).toHaveLength(4)
  expect(findings).toEqual([])
})

test('a shallow clone that grows gives the same with and without an index', async () => {
  const r = await fourCommits()
  const clone = await r.clone({ depth: 2 })
  const indexFile = indexPlace()
  await read(clone, { indexFile })
  await r.commit('Five', { 'b.md': `${page('bears')}\nFive.\n` })
  clone.git('fetch', '--quiet')
  clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD')
  const update = await read(clone, { indexFile })
  expect(update.history.changes).toEqual((await historyIn(clone)).changes)
  expect(told(update.history, 'b.md')).toEqual(['modified b.md: Five'])
})

test('a partial clone has every change with its date, and says what is missing', async () => {
  const clone = await (await fourCommits()).clone({ filter: 'blob:none' })
  const { history, findings } = await read(clone)
  expect(history.complete).toBe(false)
  expect(history.startsAt).toBeNull()
  expect(history.changes.map(({ landedAt }) => landedAt?.slice(11, 13))).toEqual(['12', '11', '10', '09'])
  expect(told(history, 'b.md')).toEqual(['added b.md: First pages'])
  // Nothing can be said of the text, but that it is the same shows in its id.
  expect(told(history, 'fruit/apples.md')).toHaveLength(4)
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['history/unreadable-versions'])
})

test('one lost version costs its counts and nothing else', async () => {
  const r = await repo({ 'a.md': page('apples') })
  await r.commit('Two', { 'a.md': `${page('apples')}\nTwo.\n` })
  const lost = r.blobId('a.md')
  await r.commit('Three', { 'a.md': `${page('apples')}\nThree.\n` })
  await r.commit('Four', { 'a.md': `${page('apples')}\nThree.\n\nFour.\n` })
  r.lose(lost)
  const indexFile = indexPlace()
  const { history, findings } = await read(r, { indexFile })
  const changes = history.changesOf('a.md' as RepoPath)
  expect(changes.map(({ change, touch }) => [change.title, touch.added, touch.removed])).toEqual([
    ['Four', 2, 0],
    ['Three', 0, 0],
    ['Two', 0, 0],
    ['First pages', 13, 0],
  ])
  expect(findings[0]?.reason).toContain(lost.slice(0, 12))
  // It stays lost: the index is good as it is, and the finding stands.
  const again = await read(r, { indexFile })
  expect(again.stats).toEqual({ commitsRead: 0, fromIndex: true })
  expect(again.findings).toEqual(findings)
})

test('a version that comes back is read, and the finding goes away', async () => {
  const r = await repo({ 'a.md': page('apples') })
  const text = `${page('apples')}\nTwo.\n`
  await r.commit('Two', { 'a.md': text })
  await r.commit('Three', { 'a.md': '# Three\n' })
  const [, , lost] = [null, null, r.blobId('a.md', (await historyIn(r)).changes[1]?.id)]
  r.lose(lost)
  const indexFile = indexPlace()
  await read(r, { indexFile })
  r.object('blob', text)
  const { history, findings } = await read(r, { indexFile })
  expect(history.changesOf('a.md' as RepoPath)[1]?.touch.added).toBe(2)
  expect(findings).toEqual([])
})

test('a commit that is missing is an error with the object’s name, not a shorter history', async () => {
  const r = await fourCommits()
  const history = await historyIn(r)
  const id = history.changes.at(-1)?.id ?? ''
  r.lose(id)
  await expect(read(r)).rejects.toMatchObject({ code: 'git/missing-object' })
})
