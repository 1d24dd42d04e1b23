import type { RepoPath } from '../model/ids.ts'
import { folderOf } from './file-names.ts'

/** One line of a navigation file: a page, a group, or both. */
export interface NavigationEntry {
  readonly path: RepoPath | null
  readonly label: string | null
  readonly children: readonly NavigationEntry[]
}

/** What navigation files say: the order of pages and what pages and folders are called. */
export interface Navigation {
  /** Place of a page in reading order, from 0. */
  readonly order: ReadonlyMap<RepoPath, number>
  readonly labels: ReadonlyMap<RepoPath, string>
  /** Name of a folder: the heading over its pages, where no other folder's pages stand under it. */
  readonly folderLabels: ReadonlyMap<RepoPath, string>
  /** Place of a page or folder among its neighbours, where a file in their folder says it. */
  readonly places: ReadonlyMap<RepoPath, number>
}

/** Entries inside each other and in all that are looked at. */
const DEEPEST = 20
const MOST = 20_000

/**
 * What the entries of a navigation say.
 *
 * @param top - folder whose pages they are; it is never named after a group
 */
export function navigationOf(entries: readonly NavigationEntry[], top: RepoPath): Navigation {
  const order = new Map<RepoPath, number>()
  const labels = new Map<RepoPath, string>()
  const claims = new Map<RepoPath, Set<string>>()
  let left = MOST
  const visit = (list: readonly NavigationEntry[], depth: number): RepoPath[] =>
    list.flatMap((entry) => {
      left -= 1
      if (left < 0) return []
      const own = entry.path === null ? [] : [entry.path]
      if (entry.path !== null && !order.has(entry.path)) {
        order.set(entry.path, order.size)
        if (entry.label?.trim()) labels.set(entry.path, entry.label.trim())
      }
      const below = depth < DEEPEST ? visit(entry.children, depth + 1) : []
      const folder = entry.path === null && entry.label?.trim() ? commonFolder(below) : null
      if (folder !== null && folder !== top) {
        claims.set(folder, (claims.get(folder) ?? new Set()).add(entry.label?.trim() ?? ''))
      }
      return [...own, ...below]
    })
  visit(entries, 0)
  const folderLabels = new Map<RepoPath, string>()
  for (const [folder, names] of claims) {
    const [name] = names
    if (names.size === 1 && name !== undefined) folderLabels.set(folder, name)
  }
  return { order, labels, folderLabels, places: new Map() }
}

/** The deepest folder that holds all of some pages; null for none. */
function commonFolder(paths: readonly RepoPath[]): RepoPath | null {
  const [first, ...rest] = paths
  if (first === undefined) return null
  let folder = folderOf(first)
  for (const path of rest) {
    while (folder !== '' && !path.startsWith(`${folder}/`)) folder = folderOf(folder)
  }
  return folder as RepoPath
}

/** Several navigations as one: of two that speak of a page the first counts, and its pages come first. */
export function together(all: readonly Navigation[]): Navigation {
  const order = new Map<RepoPath, number>()
  for (const each of all) for (const path of each.order.keys()) if (!order.has(path)) order.set(path, order.size)
  const merged = <Key, Of>(maps: readonly ReadonlyMap<Key, Of>[]): Map<Key, Of> =>
    new Map(maps.toReversed().flatMap((map) => [...map]))
  return {
    order,
    labels: merged(all.map(({ labels }) => labels)),
    folderLabels: merged(all.map(({ folderLabels }) => folderLabels)),
    places: merged(all.map(({ places }) => places)),
  }
}
