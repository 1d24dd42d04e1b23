import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { CommitId } from '../../src/model/ids.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { all, opener } from './collect.ts'

// Each question is a process for the one adapter.
vi.setConfig({ testTimeout: 120_000 })

interface Drawn {
  /** Places of the parents, counted back from the commit. */
  readonly parents: readonly number[]
  /** Hours since the commit before; now and then a clock is wrong. */
  readonly hours: number
}

const drawn = fc.record({
  parents: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 3 }),
  hours: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: -40, max: 40 })),
})

/** Commits of a graph that was drawn by lot, oldest first. */
function commitsOf(r: Repo, graph: readonly Drawn[]): { id: CommitId; parents: readonly CommitId[] }[] {
  const made: { id: CommitId; parents: readonly CommitId[] }[] = []
  let seconds = 1_700_000_000
  for (const [place, { parents, hours }] of graph.entries()) {
    seconds += hours * 3600
    const ids = parents.flatMap((back) => made[place - back]?.id ?? [])
    const people = `author A <a> ${seconds} +0000\ncommitter A <a> ${seconds} +0000\n`
    const head = `tree ${r.treeId()}\n${ids.map((id) => `parent ${id}\n`).join('')}${people}`
    made.push({ id: r.object('commit', `${head}\nCommit ${place}\n`) as CommitId, parents: ids })
  }
  return made
}

test('both adapters say the same of histories drawn by lot, clocks that are wrong included', async () => {
  const r = await repo({ 'a.md': '1' })
  const [native, isomorphic] = [await opener('native')(r.path), await opener('isomorphic')(r.path)]
  const adapters = [native, isomorphic]
  const graphs = fc.sample(fc.array(drawn, { minLength: 6, maxLength: 24 }), { numRuns: 25, seed: 11 })
  for (const graph of graphs) {
    const made = commitsOf(r, graph)
    const parents = new Map(made.map(({ id, parents }) => [id, parents]))
    const ancestors = (id: CommitId) => {
      const found = new Set([id])
      for (const each of found) for (const parent of parents.get(each) ?? []) found.add(parent)
      return found
    }
    const [to, from, other] = [made.at(-1), made.at(-4), made.at(-6)].map((each) => each?.id) as CommitId[]
    if (to === undefined || from === undefined || other === undefined) continue
    const expected = [...ancestors(to)].filter((id) => !ancestors(from).has(id)).sort()
    for (const repository of adapters) {
      const found = (await all(repository.commits({ from, to }))).map(({ id }) => id).sort()
      expect(found, repository.adapter).toEqual(expected)
      expect(await repository.isAncestor(other, to)).toBe(ancestors(to).has(other))
    }
    const lines = await Promise.all(adapters.map((each) => all(each.mainLine({ from, to }))))
    expect(lines[1]?.map(({ id }) => id)).toEqual(lines[0]?.map(({ id }) => id))
    const bases = await Promise.all(adapters.map((each) => each.mergeBase(from, other)))
    const shared = [...ancestors(from)].filter((id) => ancestors(other).has(id))
    expect(bases[1] === null).toBe(shared.length === 0)
    expect(bases[1]).toBe(bases[0])
  }
  await Promise.all(adapters.map((each) => each.close()))
})
