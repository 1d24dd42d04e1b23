import type { CommitId } from '../model/ids.ts'

/** Where a commit stands in history. */
export interface CommitNode {
  readonly id: CommitId
  readonly tree: string
  readonly parents: readonly CommitId[]
  /** Committer's clock, in seconds; only the order of the walk follows it. */
  readonly seconds: number
}

/**
 * Reads the head of a commit object as strictly as git does: its tree first, then its parents, nothing between.
 *
 * @returns null for bytes that git calls a bogus commit
 */
export function commitNode(id: CommitId, bytes: Buffer): CommitNode | null {
  const end = bytes.indexOf('\n\n')
  const lines = bytes.toString('latin1', 0, end < 0 ? bytes.length : end).split('\n')
  const [, tree] = lines[0]?.match(/^tree ([0-9a-f]{40})$/) ?? []
  if (tree === undefined) return null
  const parents: CommitId[] = []
  for (const line of lines.slice(1)) {
    if (!line.startsWith('parent ')) break
    const parent = line.slice(7)
    if (!/^[0-9a-f]{40}$/.test(parent)) return null
    parents.push(parent as CommitId)
  }
  const [, seconds] = lines.find((line) => line.startsWith('committer '))?.match(/> *(\d{1,12})(?: |$)/) ?? []
  return { id, tree, parents, seconds: Number(seconds ?? 0) }
}
