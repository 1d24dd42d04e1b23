import { gitErrors } from './errors.ts'
import { MOST_DIFFERENCES, type PathDifference } from './followed.ts'
import { compareEntries, type TreeEntry } from './tree-entries.ts'

/** Gives the entries of a tree that are folders or have a name that is looked for. */
export type ReadTree = (id: string) => Promise<readonly TreeEntry[]>

/** Folders inside folders; git's own limit (`core.maxTreeDepth`). */
const DEEPEST = 2048
/** Trees that one comparison reads before it is taken for an attack. */
const MOST_TREES = 500_000

const nothing = { mode: '', id: '' }

/**
 * Compares two trees as `git diff-tree -r --no-renames` does, in its order; reads only folders whose ids differ.
 *
 * @param before - null for no tree
 * @param commit - whose comparison this is, for the error
 * @throws {WhybookError} `git/too-many-files`, and what reading a tree throws
 */
export async function treeDifferences(
  readTree: ReadTree,
  before: string | null,
  after: string,
  commit: string,
): Promise<readonly PathDifference[]> {
  const found: PathDifference[] = []
  /** Folders in which nothing is looked for, at any depth: a tree can name one of them millions of times. */
  const barren = new Set<string>()
  let trees = 0

  async function entriesOf(id: string | null): Promise<readonly TreeEntry[]> {
    if (id === null || barren.has(id)) return []
    trees += 1
    if (trees > MOST_TREES) throw gitErrors.tooManyFiles(commit)
    return readTree(id)
  }

  async function compare(a: string | null, b: string | null, folder: string, depth: number): Promise<void> {
    if (depth > DEEPEST) throw gitErrors.tooManyFiles(commit)
    const [olds, news] = [await entriesOf(a), await entriesOf(b)]
    const counted = found.length
    let [i, j] = [0, 0]
    while (i < olds.length || j < news.length) {
      const [old, young] = [olds[i], news[j]]
      const order = old === undefined ? 1 : young === undefined ? -1 : compareEntries(old, young)
      if (order <= 0) i += 1
      if (order >= 0) j += 1
      // Most entries of a folder are the same on both sides.
      if (order === 0 && old?.id === young?.id && old?.mode === young?.mode) continue
      await pair(order <= 0 ? old : undefined, order >= 0 ? young : undefined, folder, depth)
    }
    if (found.length > counted) return
    // One side alone and nothing found: the folder holds nothing that is looked for.
    if (a === null && b !== null) barren.add(b)
    if (b === null && a !== null) barren.add(a)
  }

  /** Two entries of one name; equal names are equal kinds, since a folder sorts apart from a file. */
  async function pair(old: TreeEntry | undefined, young: TreeEntry | undefined, folder: string, depth: number) {
    const entry = old ?? young
    if (entry === undefined) return
    const path = `${folder}${entry.name.toString('utf8')}`
    if (entry.isFolder) return compare(old?.id ?? null, young?.id ?? null, `${path}/`, depth + 1)
    found.push({ path, before: old ?? nothing, after: young ?? nothing })
    if (found.length > MOST_DIFFERENCES) throw gitErrors.tooManyFiles(commit)
  }

  await compare(before, after, '', 0)
  return found
}
