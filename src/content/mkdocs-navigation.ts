import type { RepoPath } from '../model/ids.ts'
import { isMarkdown } from './file-names.ts'
import { isData, settingsOf } from './generator-settings.ts'
import { joinPath } from './join-path.ts'
import type { NavigationEntry } from './navigation-entry.ts'

/**
 * The `nav` of `mkdocs.yml`.
 *
 * @param folder - of its pages
 * @returns null without one
 */
export function mkdocsNavigation(source: string, folder: RepoPath): readonly NavigationEntry[] | null {
  const nav = settingsOf(source)?.['nav']
  return Array.isArray(nav) ? entriesOf(nav, folder) : null
}

function entriesOf(list: readonly unknown[], folder: RepoPath): NavigationEntry[] {
  return list.flatMap((item): NavigationEntry[] => {
    if (typeof item === 'string') return entry(null, item, folder)
    if (!isData(item)) return []
    return Object.entries(item).flatMap(([label, value]): NavigationEntry[] => {
      if (typeof value === 'string') return entry(label, value, folder)
      return Array.isArray(value) ? [{ path: null, label, children: entriesOf(value, folder) }] : []
    })
  })
}

function entry(label: string | null, written: string, folder: RepoPath): NavigationEntry[] {
  const path = isMarkdown(written) ? joinPath(folder, written.replace(/^\//, '')) : null
  return path === null ? [] : [{ path: path as RepoPath, label, children: [] }]
}
