import { expect, test } from 'vitest'
import type { CommitId } from '../../../src/model/ids.ts'
import { repo } from '../../kit/repo.ts'
import { type Adapter, all, opener } from '../collect.ts'

/** What every adapter says of commits and where they come from. */
export function graphContract(adapter: Adapter): void {
  const opened = opener(adapter)

  test('reads every commit of a range, of all parents', async () => {
    const r = await repo({ 'a.md': '1' })
    const root = r.tip
    const inside = await r.branch('x').commit('Inside', { 'x.md': '1' })
    const merge = await r.merge('x')
    const repository = await opened(r.path)
    const found = await all(repository.commits({ from: root, to: merge }))
    expect(found.map(({ id }) => id).sort()).toEqual([inside, merge].sort())
    const text = Buffer.from(found.find(({ id }) => id === merge)?.bytes ?? []).toString()
    expect(`${text}`).toBe(r.git('cat-file', 'commit', merge))
  })

  test('finds the common ancestor, and none of unrelated histories', async () => {
    const r = await repo({ 'a.md': '1' })
    const root = r.tip
    const branch = r.branch('x')
    await branch.commit('Inside', { 'x.md': '1' })
    await r.commit('Second', { 'a.md': '2' })
    const foreign = (await r.orphan('old', { 'old.md': '1' })).tip
    const repository = await opened(r.path)
    expect(await repository.mergeBase(branch.tip, r.tip)).toBe(root)
    expect(await repository.mergeBase(foreign, r.tip)).toBeNull()
    expect(await repository.isAncestor(root, r.tip)).toBe(true)
    expect(await repository.isAncestor(r.tip, root)).toBe(false)
    expect(await repository.isAncestor('e'.repeat(40) as CommitId, r.tip)).toBe(false)
    expect(await repository.isAncestor(r.tip, '--all' as CommitId)).toBe(false)
  })

  test('does not call histories unrelated because a commit between them is missing', async () => {
    const r = await repo({ 'a.md': '1' })
    const root = r.tip
    const lost = await r.commit('Second', { 'a.md': '2' })
    await r.commit('Third', { 'a.md': '3' })
    r.lose(lost)
    const repository = await opened(r.path)
    const error = { code: 'git/missing-object', message: expect.stringContaining(lost) }
    await expect(repository.mergeBase(root, r.tip)).rejects.toMatchObject(error)
    await expect(repository.isAncestor(root, r.tip)).rejects.toMatchObject(error)
    await expect(all(repository.commits({ from: null, to: r.tip }))).rejects.toMatchObject(error)
  })
}
