import type { CommitId } from '../model/ids.ts'
import { type CommitNode, commitNode } from './commit-node.ts'
import { dateQueue } from './date-queue.ts'
import { gitErrors } from './errors.ts'
import type { IsomorphicObjects } from './isomorphic-objects.ts'
import type { Range } from './repository.ts'

/** History as a graph of commits; a shallow clone ends where its file says. */
export interface CommitGraph {
  /** @throws {WhybookError} `git/missing-object` */
  node(id: CommitId): Promise<CommitNode>
  /** A commit object as it is stored; null when it cannot be read. */
  bytes(id: CommitId): Promise<Buffer | null>
  /** Commits of a range, of all parents. */
  reachable(range: Range): Promise<ReadonlySet<CommitId>>
  /** The main line of a range, oldest first. */
  firstParents(range: Range): Promise<readonly CommitNode[]>
  mergeBase(a: CommitId, b: CommitId): Promise<CommitId | null>
  isAncestor(a: CommitId, b: CommitId): Promise<boolean>
}

/** Bytes of commit objects that are kept: a walk needs each twice, for its parents and for its text. */
const KEPT_BYTES = 32 * 1024 * 1024
/** How many commits git looks past the last that seems to matter, since clocks go wrong; `SLOP` in its `revision.c`. */
const SLOP = 5

const [ONE, OTHER, STALE, RESULT] = [1, 2, 4, 8]

/** @param shallow - commits whose parents are not here */
export function commitGraph(objects: IsomorphicObjects, shallow: ReadonlySet<string>): CommitGraph {
  const nodes = new Map<CommitId, Promise<CommitNode>>()
  const kept = new Map<CommitId, Buffer>()
  let keptBytes = 0

  async function bytes(id: CommitId): Promise<Buffer | null> {
    const known = kept.get(id)
    if (known !== undefined) return known
    const read = await objects.read(id, 'commit')
    if (read !== null && keptBytes < KEPT_BYTES && !kept.has(id)) {
      kept.set(id, read)
      keptBytes += read.length
    }
    return read
  }

  async function load(id: CommitId): Promise<CommitNode> {
    const read = await bytes(id)
    const found = read === null ? null : commitNode(id, read)
    if (found === null) throw gitErrors.missingObject(id, false)
    return shallow.has(id) ? { ...found, parents: [] } : found
  }

  function node(id: CommitId): Promise<CommitNode> {
    const known = nodes.get(id)
    if (known !== undefined) return known
    const loading = load(id)
    nodes.set(id, loading)
    // What is missing now may be fetched while we serve.
    loading.catch(() => nodes.delete(id))
    return loading
  }

  /** All ancestors: no order is needed, so nothing depends on anybody's clock. */
  async function allFrom(to: CommitId): Promise<Set<CommitId>> {
    const found = new Set([to])
    for (const id of found) for (const parent of (await node(id)).parents) found.add(parent)
    return found
  }

  async function reachable({ from, to }: Range): Promise<ReadonlySet<CommitId>> {
    if (from === null) return allFrom(to)
    const unwanted = new Set<CommitId>([from])
    const wanted = new Map<CommitId, number>()
    const seen = new Set<CommitId>([from, to])
    const queue = dateQueue()
    for (const id of new Set([to, from])) queue.push(await node(id))
    let oldest = Number.POSITIVE_INFINITY
    for (let slop = SLOP; slop > 0; ) {
      const next = queue.pop()
      if (next === undefined) break
      const isUnwanted = unwanted.has(next.id)
      if (!isUnwanted) {
        wanted.set(next.id, next.seconds)
        oldest = Math.min(oldest, next.seconds)
      }
      for (const id of next.parents) {
        const isNews = isUnwanted && !unwanted.has(id)
        if (isNews) unwanted.add(id)
        // One that was passed as wanted is passed again, so that its own parents are unwanted too.
        if (!seen.has(id) || (isNews && wanted.has(id))) queue.push(await node(id))
        seen.add(id)
      }
      if (queue.some(({ id }) => !unwanted.has(id)) || (queue.peek()?.seconds ?? 0) >= oldest) slop = SLOP
      else slop -= 1
    }
    return new Set([...wanted.keys()].filter((id) => !unwanted.has(id)))
  }

  async function firstParents(range: Range): Promise<readonly CommitNode[]> {
    const inside = range.from === null ? null : await reachable(range)
    const line: CommitNode[] = []
    for (let id: CommitId | undefined = range.to; id !== undefined; ) {
      if (inside !== null && !inside.has(id)) break
      const found: CommitNode = await node(id)
      line.push(found)
      id = found.parents[0]
    }
    return line.reverse()
  }

  /** Walks down from two commits at once until all that is left is behind a common one, as `paint_down_to_common`. */
  async function paint(one: CommitId, other: CommitId) {
    const flags = new Map<CommitId, number>()
    const common: CommitNode[] = []
    const queue = dateQueue()
    for (const [id, flag] of [
      [one, ONE],
      [other, OTHER],
    ] as const) {
      flags.set(id, (flags.get(id) ?? 0) | flag)
      queue.push(await node(id))
    }
    while (queue.some(({ id }) => ((flags.get(id) ?? 0) & STALE) === 0)) {
      const next = queue.pop()
      if (next === undefined) break
      const all = flags.get(next.id) ?? 0
      let flag = all & (ONE | OTHER | STALE)
      if (flag === (ONE | OTHER)) {
        if ((all & RESULT) === 0) common.push(next)
        flags.set(next.id, all | RESULT)
        flag |= STALE
      }
      for (const id of next.parents) {
        const before = flags.get(id) ?? 0
        if ((before & flag) === flag) continue
        flags.set(id, before | flag)
        queue.push(await node(id))
      }
    }
    return { flags, common: common.filter(({ id }) => ((flags.get(id) ?? 0) & STALE) === 0) }
  }

  async function isAncestor(a: CommitId, b: CommitId): Promise<boolean> {
    const { flags } = await paint(a, b)
    return ((flags.get(a) ?? 0) & OTHER) !== 0
  }

  return {
    node,
    bytes,
    reachable,
    firstParents,
    isAncestor,
    async mergeBase(a, b) {
      if (a === b) return (await node(a)).id
      const { common } = await paint(a, b)
      const best: CommitNode[] = []
      for (const each of common) {
        let isBest = true
        for (const than of common) if (than !== each && (await isAncestor(each.id, than.id))) isBest = false
        if (isBest) best.push(each)
      }
      return best.sort((x, y) => y.seconds - x.seconds)[0]?.id ?? null
    },
  }
}
