import type { RawCommit } from '../git/parse-commit.ts'
import type { CommitId } from '../model/ids.ts'

/** Commits of a range by id; a parent that is not among them lies before the range, or is not in a shallow clone. */
export type Commits = ReadonlyMap<CommitId, RawCommit>

/** Stands for everything before the range: all of it belongs to the one history that is already known. */
const BEFORE = 'before'

/**
 * Tells which commits have no common ancestor, from the commits alone and without asking git for each merge.
 *
 * Two commits have a common ancestor exactly when they go back to a common root; each commit's set of roots is
 * computed once, in linear time, and shared between commits that have the same.
 */
export function relations(commits: Commits): { areRelated(a: CommitId, b: CommitId): boolean } {
  const roots = [...commits.values()].filter(({ parents }) => parents.length === 0)
  // With one root every commit is related to every other: nearly all repositories.
  const reachesBefore = [...commits.values()].some(({ parents }) => parents.some((parent) => !commits.has(parent)))
  if (roots.length + (reachesBefore ? 1 : 0) < 2) return { areRelated: () => true }
  const sets = rootSets(commits)
  const rootsOf = (id: CommitId): ReadonlySet<string> => sets.get(id) ?? new Set([BEFORE])
  return { areRelated: (a, b) => [...rootsOf(a)].some((root) => rootsOf(b).has(root)) }
}

function rootSets(commits: Commits): ReadonlyMap<CommitId, ReadonlySet<string>> {
  const shared = new Map<string, ReadonlySet<string>>()
  const share = (set: ReadonlySet<string>) => {
    const key = [...set].sort().join()
    const known = shared.get(key)
    if (known === undefined) shared.set(key, set)
    return known ?? set
  }
  const before = share(new Set([BEFORE]))
  const sets = new Map<CommitId, ReadonlySet<string>>()
  for (const { id, parents } of parentsFirst(commits)) {
    if (parents.length === 0) sets.set(id, share(new Set([id])))
    else {
      const [first = before, ...others] = parents.map((parent) => sets.get(parent) ?? before)
      const isSame = others.every((other) => other === first)
      sets.set(id, isSame ? first : share(new Set([first, ...others].flatMap((set) => [...set]))))
    }
  }
  return sets
}

/** Every commit after all of its parents. */
function* parentsFirst(commits: Commits): Generator<RawCommit> {
  const done = new Set<CommitId>()
  for (const start of commits.keys()) yield* ancestorsFirst(start, commits, done)
}

/** A commit after all its ancestors that are not yet `done`; oldest first. Iterative: histories are deep. */
export function* ancestorsFirst(start: CommitId, commits: Commits, done: Set<CommitId>): Generator<RawCommit> {
  const open: { readonly commit: RawCommit; next: number }[] = []
  const enter = (id: CommitId) => {
    const commit = done.has(id) ? undefined : commits.get(id)
    if (commit === undefined) return
    done.add(id)
    open.push({ commit, next: 0 })
  }
  enter(start)
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const parent = top.commit.parents[top.next]
    if (parent === undefined) {
      open.pop()
      yield top.commit
    } else {
      top.next += 1
      enter(parent)
    }
  }
}
