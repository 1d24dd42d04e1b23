import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { folderOf } from './file-names.ts'
import { joinPath } from './join-path.ts'
import { parseTarget } from './link-target.ts'
import type { Places } from './places.ts'
import { FILE_ON_FORGE, type SiteRoots } from './site-roots.ts'

/**
 * Files of the repository that pages link to and the site does not carry: they exist, so a link to them is not
 * broken, and leads to the forge. Only whether they are there is looked at.
 *
 * @returns every path that was looked for, true for those that are there
 */
export function repositoryFiles(
  root: string,
  pages: readonly Page[],
  places: Places,
  roots: SiteRoots,
): ReadonlyMap<RepoPath, boolean> {
  const looked = new Map<RepoPath, boolean>()
  for (const page of pages) {
    for (const { target } of page.outline.links) {
      if (roots.projects.size === 0 && /^(?:#|[a-z]+:)/i.test(target)) continue
      for (const path of pathsOf(page, target)) {
        if (places.at(path) === undefined && !looked.has(path)) looked.set(path, isThere(root, path))
      }
    }
  }
  return looked

  function pathsOf(page: Page, written: string): RepoPath[] {
    const target = parseTarget(written)
    if (target.kind === 'path') {
      const path = target.isAbsolute ? joinPath('', target.path) : joinPath(folderOf(page.path), target.path)
      return path === null || path === '' ? [] : [path as RepoPath]
    }
    if (target.kind !== 'address') return []
    const rest = FILE_ON_FORGE.exec(target.url.pathname)?.[2]
    const path = rest === undefined ? null : joinPath('', rest.slice(rest.indexOf('/') + 1))
    return path === null || path === '' ? [] : [path as RepoPath]
  }
}

function isThere(root: string, path: string): boolean {
  if (/(?:^|\/)\.git(?:\/|$)|\0/i.test(path)) return false
  try {
    const stats = lstatSync(join(root, path))
    return stats.isFile() || stats.isDirectory()
  } catch {
    return false
  }
}
