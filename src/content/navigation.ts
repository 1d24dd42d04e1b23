import { join } from 'node:path'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import { folderNavigation } from './folder-navigation.ts'
import { mkdocsNavigation } from './mkdocs-navigation.ts'
import { type Navigation, type NavigationEntry, navigationOf, together } from './navigation-entry.ts'
import { readRegularFile } from './read-file.ts'
import { sidebarNavigation } from './sidebar-navigation.ts'
import { readSummaries } from './summary.ts'

/** Where Docusaurus keeps its navigation; what it is in other languages than plain data is not looked at. */
const SIDEBARS = ['sidebars.js', 'sidebars.json', 'sidebars.ts', 'sidebars.cjs', 'sidebars.mjs']

/** Files that navigation is read from. */
export interface NavigationFiles {
  /** `SUMMARY.md` and the like. */
  readonly navigation: readonly RepoPath[]
  /** `.pages` and `_category_.json`. */
  readonly folders: readonly RepoPath[]
  readonly markdown: readonly RepoPath[]
}

/**
 * Reads every navigation file of a handbook, of whatever generator. They order and name pages; a page that none of
 * them names stays in the tree where its folder is.
 */
export function readNavigation(root: string, contentRoot: RepoPath, files: NavigationFiles): Navigation {
  const texts = (paths: readonly RepoPath[]) =>
    paths.flatMap((path) => {
      const text = textOf(root, path)
      return text === null ? [] : [{ path, text }]
    })
  const lists: (readonly NavigationEntry[] | null)[] = [
    ...['mkdocs.yml', 'mkdocs.yaml'].map((name) => {
      const text = textOf(root, name as RepoPath)
      return text === null ? null : mkdocsNavigation(text, contentRoot)
    }),
    ...[...SIDEBARS, ...SIDEBARS.map((name) => `website/${name}`)].map((name) => {
      const text = textOf(root, name as RepoPath)
      return text === null ? null : sidebarNavigation(text, contentRoot, files.markdown)
    }),
  ]
  return together([
    readSummaries(texts(files.navigation)),
    ...lists.flatMap((entries) => (entries === null ? [] : [navigationOf(entries, contentRoot)])),
    folderNavigation(texts(files.folders)),
  ])
}

function textOf(root: string, path: RepoPath): string | null {
  const file = readRegularFile(join(root, path))
  return 'bytes' in file ? decodeText(file.bytes).text : null
}
