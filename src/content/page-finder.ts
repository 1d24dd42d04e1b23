import type { RepoPath } from '../model/ids.ts'
import { fold, folderOf, indexRank, nameOf, stemOf } from './file-names.ts'
import { joinPath } from './join-path.ts'

/**
 * Finds the page that a tag of another generator names: by its path from the page, from the top of the content or of
 * the repository, with or without ending; or by a name that only one page has, as Hugo's `ref` does.
 */
export function pageFinder(
  markdown: readonly RepoPath[],
  contentRoot: RepoPath,
): (name: string, from: RepoPath) => RepoPath | null {
  let index: { readonly byPath: Map<string, RepoPath>; readonly byName: Map<string, RepoPath | null> } | null = null
  return (name, from) => {
    index ??= indexOf(markdown)
    const plain = fold(stemOf(name.replace(/\/+$/, '').replace(/\.html?$/i, '')))
    if (plain === '' || plain.length > 1000) return null
    const ways = name.startsWith('/') ? [contentRoot, ''] : [folderOf(from), contentRoot, '']
    for (const folder of ways) {
      const path = joinPath(fold(folder), plain)
      const found = path === null ? undefined : index.byPath.get(path)
      if (found !== undefined) return found
    }
    return index.byName.get(nameOf(plain)) ?? null
  }
}

function indexOf(markdown: readonly RepoPath[]) {
  const byPath = new Map<string, RepoPath>()
  const byName = new Map<string, RepoPath | null>()
  for (const path of markdown) {
    const stem = fold(stemOf(path))
    if (!byPath.has(stem)) byPath.set(stem, path)
    if (indexRank(path) !== null) byPath.set(folderOf(stem), byPath.get(folderOf(stem)) ?? path)
    const name = indexRank(path) === null ? nameOf(stem) : nameOf(folderOf(stem))
    byName.set(name, byName.has(name) ? null : path)
  }
  return { byPath, byName }
}
