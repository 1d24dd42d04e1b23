import type { CommitId } from '../model/ids.ts'
import type { CommitGraph } from './isomorphic-graph.ts'
import type { IsomorphicObjects } from './isomorphic-objects.ts'
import { isRefName, type Refs } from './isomorphic-refs.ts'
import { isId } from './object-id.ts'

/** Where a short name is looked for, in this order (git's documentation, "gitrevisions"). */
const PLACES = ['', 'refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/']
/** Tags of tags that are followed. */
const LONGEST_CHAIN = 10

/** Commit that a revision written by a person names: a ref, an id or the beginning of one, with `~2` or `^` behind it. */
export async function resolveRevision(
  revision: string,
  { refs, objects, graph }: { readonly refs: Refs; readonly objects: IsomorphicObjects; readonly graph: CommitGraph },
): Promise<CommitId | null> {
  const [, name = '', steps = ''] = revision.match(/^([^~^]+)((?:~\d*|\^\d?)*)$/) ?? []
  let commit = await named(name)
  for (const [, sign, count = ''] of steps.matchAll(/([~^])(\d*)/g)) {
    if (commit === null) return null
    const number = count === '' ? 1 : Number(count)
    if (sign === '^') commit = number === 0 ? commit : await parent(commit, number)
    else for (let each = 0; each < number && commit !== null; each += 1) commit = await parent(commit, 1)
  }
  return commit

  async function parent(id: CommitId, number: number): Promise<CommitId | null> {
    return (await graph.node(id)).parents[number - 1] ?? null
  }

  async function named(word: string): Promise<CommitId | null> {
    if (isId(word)) return peeled(word)
    for (const place of PLACES) {
      const full = place === '' && word === '@' ? 'HEAD' : `${place}${word}`
      const id = isRefName(full) ? await refs.id(full) : null
      if (id !== null) return peeled(id)
    }
    if (!/^[0-9a-f]{4,39}$/.test(word)) return null
    const commits = new Set<CommitId>()
    for (const id of await objects.find(word)) {
      const commit = await peeled(id)
      if (commit !== null) commits.add(commit)
    }
    return commits.size === 1 ? ([...commits][0] ?? null) : null
  }

  /** The commit itself, or the one that a tag is of. */
  async function peeled(id: string): Promise<CommitId | null> {
    let at = id
    for (let depth = 0; depth < LONGEST_CHAIN; depth += 1) {
      if ((await objects.read(at, 'commit')) !== null) return at as CommitId
      const tag = (await objects.read(at, 'tag'))?.toString('latin1')
      const [, next] = tag?.match(/^object ([0-9a-f]{40})\n/) ?? []
      if (next === undefined) return null
      at = next
    }
    return null
  }
}
