import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RepoPath } from '../model/ids.ts'
import { isNeverContent } from './never-content.ts'

/** Something found below a folder; nothing is followed and nothing is opened. */
export interface Entry {
  readonly path: RepoPath
  /**
   * `special`: pipe, socket or device. `closed`: a folder that cannot be listed. `submodule`: another repository.
   * `misnamed`: its name is not UTF-8; the path has a sign in the place of each such byte and leads nowhere.
   */
  readonly kind: 'file' | 'symlink' | 'special' | 'closed' | 'submodule' | 'misnamed'
}

/**
 * Everything below a folder, in a fixed order (code units), folders that are never content left out.
 * Symbolic links are reported, not followed.
 *
 * @param root - absolute path of the repository
 * @param folder - where to begin, relative to it
 * @param skip - further folders to leave out: where the build writes
 */
export function walk(root: string, folder: RepoPath, skip: ReadonlySet<string> = new Set()): Entry[] {
  const entries: Entry[] = []
  const misnamed = new Map<RepoPath, ReadonlySet<string>>()
  const isMisnamed = (path: RepoPath, name: string): boolean => {
    if (!name.includes('\uFFFD')) return false
    const known = misnamed.get(path) ?? misnamedIn(join(root, path))
    misnamed.set(path, known)
    return known.has(name)
  }
  const visit = (path: RepoPath): void => {
    const inside = list(join(root, path))
    if (inside === null) {
      entries.push({ path, kind: 'closed' })
      return
    }
    if (path !== folder && inside.some(({ name }) => name === '.git')) {
      entries.push({ path, kind: 'submodule' })
      return
    }
    for (const entry of inside) {
      const below = (path === '' ? entry.name : `${path}/${entry.name}`) as RepoPath
      if (isMisnamed(path, entry.name)) entries.push({ path: below, kind: 'misnamed' })
      else if (!entry.isDirectory()) entries.push({ path: below, kind: kindOf(entry) })
      else if (!isNeverContent(below) && !skip.has(below)) visit(below)
    }
  }
  visit(folder)
  return entries
}

function list(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return null
  }
}

/** Names in a folder that are not UTF-8, as they are shown. One that holds the sign itself is well. */
function misnamedIn(folder: string): ReadonlySet<string> {
  const names = readdirSync(folder, { encoding: 'buffer' })
  return new Set(names.filter((name) => !isUtf8(name)).map((name) => name.toString()))
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file'
  return entry.isSymbolicLink() ? 'symlink' : 'special'
}
