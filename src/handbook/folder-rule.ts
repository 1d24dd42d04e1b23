import type { Configuration, FolderRule } from '../model/configuration.ts'
import type { RepoPath } from '../model/ids.ts'

/**
 * What the configuration's folder rules say of a page: the longest matching folder wins, key by key.
 *
 * @param path - repository path of the page
 * @param contentRoot - folders in the configuration are relative to it
 */
export function folderRule(configuration: Configuration, path: RepoPath, contentRoot: RepoPath): FolderRule {
  const inside = contentRoot === '' ? path : path.startsWith(`${contentRoot}/`) ? path.slice(contentRoot.length + 1) : path
  const matching = Object.entries(configuration.folders)
    .map(([folder, rule]) => ({ folder: folder.replace(/^\/+|\/+$/g, ''), rule }))
    .filter(({ folder }) => folder === '' || inside.startsWith(`${folder}/`))
    .sort((a, b) => a.folder.length - b.folder.length)
  return Object.assign({}, ...matching.map(({ rule }) => rule)) as FolderRule
}
