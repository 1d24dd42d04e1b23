import { outlineOf } from '../markdown/outline.ts'
import type { RepoPath } from '../model/ids.ts'
import { folderOf, isMarkdown } from './file-names.ts'
import { joinPath } from './join-path.ts'
import type { Navigation } from './navigation-entry.ts'

/**
 * Reads navigation files.
 *
 * @param files - path and text of each, in a fixed order
 */
export function readSummaries(files: readonly { readonly path: RepoPath; readonly text: string }[]): Navigation {
  const order = new Map<RepoPath, number>()
  const labels = new Map<RepoPath, string>()
  const groups = new Map<string, { readonly label: string; readonly folders: Set<string> }>()
  for (const file of files) {
    const { links, headings } = outlineOf(file.text, 1)
    for (const { target, text, line } of links) {
      const path = pathOf(file.path, target)
      if (path === null || order.has(path)) continue
      order.set(path, order.size)
      if (text.trim() !== '') labels.set(path, text.trim())
      const heading = headings.findLast((candidate) => candidate.depth > 1 && candidate.line < (line ?? 0))
      if (heading === undefined) continue
      const key = `${file.path}:${heading.line}`
      const group = groups.get(key) ?? { label: heading.text, folders: new Set() }
      groups.set(key, group)
      group.folders.add(topFolder(path, folderOf(file.path)))
    }
  }
  const folderLabels = new Map<RepoPath, string>()
  for (const { label, folders } of groups.values()) {
    const [folder] = folders
    if (folders.size === 1 && folder !== undefined && folder !== '' && !folderLabels.has(folder as RepoPath)) {
      folderLabels.set(folder as RepoPath, label)
    }
  }
  return { order, labels, folderLabels, places: new Map() }
}

function pathOf(summary: RepoPath, target: string): RepoPath | null {
  const [written = ''] = target.split(/[#?]/)
  if (!isMarkdown(written) || /^[a-z][a-z0-9+.-]*:/i.test(written)) return null
  let path = written
  try {
    path = decodeURIComponent(written)
  } catch {
    // A lone `%` is part of the name.
  }
  return joinPath(folderOf(summary), path) as RepoPath | null
}

/** The folder right below the navigation file that holds a page; empty for a page beside it. */
function topFolder(path: string, base: string): string {
  const inside = base === '' ? path : path.slice(base.length + 1)
  const slash = inside.indexOf('/')
  if (slash === -1) return ''
  return base === '' ? inside.slice(0, slash) : `${base}/${inside.slice(0, slash)}`
}
