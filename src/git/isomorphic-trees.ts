import { gitErrors } from './errors.ts'
import { isConfigurationPath, isMarkdownPath } from './followed.ts'
import type { IsomorphicObjects } from './isomorphic-objects.ts'
import { type TreeEntry, treeEntries } from './tree-entries.ts'

/** Trees of a repository. */
export interface Trees {
  /**
   * Entries of a tree, all of them.
   *
   * @throws {WhybookError} `git/missing-object` for one that is missing or damaged
   */
  all(id: string): Promise<readonly TreeEntry[]>
  /** Folders of a tree, its Markdown and its configurations; those of late are kept, since the next commit has most. */
  followed(id: string): Promise<readonly TreeEntry[]>
}

/** Git knows it without having it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
/** Entries of trees that are kept; some 20 MB. */
const KEPT_ENTRIES = 100_000

export function isomorphicTrees(objects: IsomorphicObjects): Trees {
  const kept = new Map<string, readonly TreeEntry[]>()
  let keptEntries = 0

  async function all(id: string): Promise<readonly TreeEntry[]> {
    const bytes = id === EMPTY_TREE ? Buffer.alloc(0) : await objects.read(id, 'tree')
    const entries = bytes === null ? null : treeEntries(bytes)
    if (entries === null) throw gitErrors.missingObject(id, false)
    return entries
  }

  async function followed(id: string): Promise<readonly TreeEntry[]> {
    const known = kept.get(id)
    if (known !== undefined) {
      kept.delete(id)
      kept.set(id, known)
      return known
    }
    const entries = (await all(id)).filter(({ isFolder, name }) => isFolder || isFollowed(name.toString('utf8')))
    if (!kept.has(id)) keptEntries += entries.length + 1
    kept.set(id, entries)
    for (const [old, { length }] of kept) {
      if (keptEntries <= KEPT_ENTRIES) break
      kept.delete(old)
      keptEntries -= length + 1
    }
    return entries
  }

  return { all, followed }
}

function isFollowed(name: string): boolean {
  return isMarkdownPath(name) || isConfigurationPath(name)
}
