import { expect, it } from 'vitest'
import type { LatelyFile } from '../../src/model/lately-file.ts'
import { handbookRepo, open, pageAt } from './open.ts'

const latelyOf = async (path: string): Promise<LatelyFile> => JSON.parse((await open(path)).latelyJson())

it('tells the newest changes by weight, with the pages whose text changed', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n\nOne two three four.\n' })
  const policy = '---\nkind: policy\n---\n# P\n\nOne.\n'
  await repo.commit('New rule\n\nBecause we need one.', { 'p.md': policy })
  await repo.commit('Change rule', { 'p.md': policy.replace('One', 'Two'), 'a.md': '# A\n\nOne two three five.\n' })
  await repo.commit('Decide', { 'd.md': '---\nkind: decision\n---\n# D\n' })
  await repo.commit('Move', { 'a.md': null, 'b.md': '# A\n\nOne two three five.\n' })
  const { total, changes, pages } = await latelyOf(repo.path)
  const named = changes.map(({ ordinal, title, weight, pages: own }) => [
    ordinal,
    title,
    weight,
    own.map((at) => pages[at]?.[0]),
  ])
  expect(total).toBe(5)
  expect(named.slice(0, 4)).toEqual([
    [5, 'Move', 'rest', []],
    [4, 'Decide', 'decision', ['/d/']],
    [3, 'Change rule', 'policy', ['/b/', '/p/']],
    [2, 'New rule', 'new-policy', ['/p/']],
  ])
  expect(changes[3]?.why).toBe('Because we need one.')
  const handbook = await open(repo.path)
  expect((await pageAt(handbook, '/p/')).mark).toEqual({ id: changes[2]?.id, ordinal: 3 })
  expect(JSON.parse(handbook.buildJson()).newest).toEqual({ id: changes[0]?.id, ordinal: 5 })
})

it('takes no clean-up of many pages for news of each', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n' })
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, at) => [`p${at}.md`, `---\nkind: policy\n---\n# P${at}\n`]),
  )
  await repo.commit('Import', many)
  expect((await latelyOf(repo.path)).changes[0]).toMatchObject({ weight: 'rest', pages: [] })
})

it('tells nothing of what is internal, not even by the numbers', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n' })
  await repo.commit('CANARY', { 's.md': '---\naudience: internal\n---\n# CANARY\n' })
  await repo.commit('Change A', { 'a.md': '# A\n\nText.\n' })
  const handbook = await open(repo.path)
  expect(handbook.latelyJson()).not.toContain('CANARY')
  expect(JSON.parse(handbook.latelyJson())).toMatchObject({ total: 2, changes: [{ ordinal: 2 }, { ordinal: 1 }] })
})
