import type { RepoPath } from '../model/ids.ts'
import { folderOf, nameOf } from './file-names.ts'
import { isData, settingsOf } from './generator-settings.ts'
import { joinPath } from './join-path.ts'
import type { Navigation } from './navigation-entry.ts'
import { plainDataIn } from './plain-data.ts'

/** Files that say how their folder is called and in which order its pages stand. */
const NAMES = /^(?:\.pages|_category_\.(?:json|ya?ml))$/
/** Place of what a list does not name, where it says so with `...`, and else. */
export const REST = 500_000

export const isFolderNavigation = (path: string): boolean => NAMES.test(nameOf(path))

/** Reads `.pages` of MkDocs and `_category_.json` of Docusaurus. */
export function folderNavigation(files: readonly { readonly path: RepoPath; readonly text: string }[]): Navigation {
  const labels = new Map<RepoPath, string>()
  const folderLabels = new Map<RepoPath, string>()
  const places = new Map<RepoPath, number>()
  for (const { path, text } of files) {
    const folder = folderOf(path) as RepoPath
    const data = path.endsWith('.json') ? plainDataIn(text) : settingsOf(text)
    if (!isData(data)) continue
    const label = data['label'] ?? data['title']
    if (typeof label === 'string' && label.trim() !== '') folderLabels.set(folder, label.trim())
    if (typeof data['position'] === 'number') places.set(folder, data['position'])
    const nav = data['nav'] ?? data['arrange']
    if (Array.isArray(nav)) listed(nav, folder, places, labels, folderLabels)
  }
  return { order: new Map(), labels, folderLabels, places }
}

function listed(
  nav: readonly unknown[],
  folder: RepoPath,
  places: Map<RepoPath, number>,
  labels: Map<RepoPath, string>,
  folderLabels: Map<RepoPath, string>,
): void {
  let place = -nav.length
  for (const item of nav) {
    const [label, written] = isData(item) ? (Object.entries(item)[0] ?? [null, null]) : [null, item]
    if (typeof written !== 'string') continue
    if (/^\.\.\.(?:$|\s)/.test(written)) {
      place = REST + 1
      continue
    }
    const path = joinPath(folder, written) as RepoPath | null
    if (path === null) continue
    places.set(path, place)
    place += 1
    if (label !== null && label !== '...') (/\.\w+$/.test(written) ? labels : folderLabels).set(path, label)
  }
}
