import { expect, test } from 'vitest'
import type { CommitId } from '../../../src/model/ids.ts'
import { repo } from '../../kit/repo.ts'
import { type Adapter, all, opener } from '../collect.ts'

/** What every adapter does with changed paths. */
export function changedPathsContract(adapter: Adapter): void {
  const opened = opener(adapter)

  test('tells which Markdown each commit changed, in the order asked for', async () => {
    const r = await repo({ 'a.md': '1', 'b.txt': '1' })
    const first = r.tip
    const both = await r.commit('Both', { 'a.md': '2', 'b.txt': '2', 'docs/c.mdx': '1' })
    const none = await r.commit('None', { 'b.txt': '3' })
    const renamed = await r.rename('a.md', 'z.md')
    const repository = await opened(r.path)
    expect(await all(repository.changedPaths([renamed, none, first, both, none]))).toEqual([
      { id: renamed, paths: ['a.md', 'z.md'] },
      { id: none, paths: [] },
      { id: first, paths: ['a.md'] },
      { id: both, paths: ['a.md', 'docs/c.mdx'] },
      { id: none, paths: [] },
    ])
  })

  test('passes over what cannot be read, and answers for the rest', async () => {
    const r = await repo({ 'a.md': '1' })
    const broken = await r.commit('Second', { 'a.md': '2' })
    const child = await r.commit('Third', { 'b.md': '1' })
    const whole = await r.commit('Fourth', { 'c.md': '1' })
    const absent = 'f'.repeat(40) as CommitId
    r.lose(r.treeId(broken))
    const repository = await opened(r.path)
    expect(await all(repository.changedPaths([absent, broken, whole, child, absent, whole]))).toEqual([
      { id: absent, paths: [] },
      { id: broken, paths: [] },
      { id: whole, paths: ['c.md'] },
      { id: child, paths: [] },
      { id: absent, paths: [] },
      { id: whole, paths: ['c.md'] },
    ])
  })

  test('a merge changed nothing by itself', async () => {
    const r = await repo({ 'a.md': '1' })
    await r.branch('x').commit('One', { 'x.md': '1' })
    await r.commit('Meanwhile', { 'a.md': '2' })
    const merge = await r.merge('x', 'Merge')
    expect(await all((await opened(r.path)).changedPaths([merge]))).toEqual([{ id: merge, paths: [] }])
  })
}
