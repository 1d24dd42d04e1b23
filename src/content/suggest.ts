import { distance } from '../text/nearest.ts'
import { fold, folderOf, indexRank, nameOf, stemOf } from './file-names.ts'
import { joinPath } from './join-path.ts'

/** Suggests what a link that leads nowhere may have meant, as it would be written on the page; null without an idea. */
export type Suggest = (from: string, written: string) => string | null

/**
 * Looks first for a file of the same name elsewhere, the nearest one by path, then for a path that differs by a few
 * letters.
 *
 * @param paths - of everything that could be meant
 */
export function suggestFrom(paths: readonly string[]): Suggest {
  const byName = Map.groupBy(paths, nameKey)
  const memory = new Map<string, string | null>()
  return (from, written) => {
    const wanted = joinPath(folderOf(from), written) ?? written.replace(/^(?:\.\.?\/)+/, '')
    const known = memory.get(wanted)
    const found = known === undefined ? find(wanted) : known
    memory.set(wanted, found)
    return found === null ? null : relativePath(folderOf(from), found)
  }

  function find(wanted: string): string | null {
    const key = nameKey(wanted)
    const same = key.length < 3 ? undefined : byName.get(key)
    if (same !== undefined) return nearestBy(same, (path) => -sharedParts(path, wanted))
    const parent = fold(folderOf(wanted))
    const siblings = paths.filter((path) => fold(folderOf(path)) === parent && indexRank(path) === null)
    const limit = Math.max(1, Math.floor(key.length / 3))
    const close = siblings.filter((path) => distance(nameKey(path), key, limit) <= limit)
    if (close.length > 0) return nearestBy(close, (path) => distance(nameKey(path), key, limit))
    const stem = fold(stemOf(wanted))
    const near = paths.filter(
      (path) => Math.abs(path.length - wanted.length) < 5 && distance(fold(stemOf(path)), stem, 3) <= 3,
    )
    return near.length === 0 ? null : nearestBy(near, (path) => distance(fold(stemOf(path)), stem, 3))
  }
}

/** Name by which a page is known: of its file, or of its folder when it is the folder's index. */
function nameKey(path: string): string {
  const plain = path.replace(/\/+$/, '')
  return fold(stemOf(nameOf(indexRank(plain) === null ? plain : folderOf(plain))).replace(/\.html?$/, ''))
}

function nearestBy(paths: readonly string[], far: (path: string) => number): string | null {
  const [best] = paths
    .map((path) => ({ path, far: far(path) }))
    .sort((a, b) => a.far - b.far || (a.path < b.path ? -1 : 1))
  return best?.path ?? null
}

function sharedParts(a: string, b: string): number {
  const parts = new Set(fold(folderOf(b)).split('/'))
  return fold(folderOf(a))
    .split('/')
    .filter((part) => parts.has(part)).length
}

function relativePath(folder: string, path: string): string {
  const here = folder === '' ? [] : folder.split('/')
  const there = path.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1
  return '../'.repeat(here.length - shared) + there.slice(shared).join('/')
}
