import type { Configuration, FolderRule } from '../model/configuration.ts'
import type { RepoPath } from '../model/ids.ts'
import { fold } from './file-names.ts'
import { writtenFolder } from './written-folder.ts'

/** What the configuration's folder rules say of a file. */
export type RuleOf = (path: RepoPath) => FolderRule

/**
 * Reads the folder rules once: of all rules whose folder holds the file, the longest folder wins, key by key
 * (inside `history` too).
 *
 * Folders are relative to the content folder or to the repository, and compared without regard to case: a rule
 * that hides must not fail because of a capital letter.
 */
export function folderRules({ folders }: Pick<Configuration, 'folders'>, contentRoot: RepoPath): RuleOf {
  const root = fold(contentRoot)
  const rules = Object.entries(folders)
    .map(([written, rule]) => ({ folder: insideContent(tidyFolder(written), root), rule }))
    .sort((a, b) => a.folder.length - b.folder.length)
  if (rules.length === 0) return () => noRule
  const known = new Map<string, FolderRule>()
  return (path) => {
    const written = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const found = known.get(written)
    if (found !== undefined) return found
    const inside = insideContent(fold(written), root)
    let merged: FolderRule = {}
    for (const { folder: ruled, rule } of rules) {
      if (ruled !== '' && inside !== ruled && !inside.startsWith(`${ruled}/`)) continue
      merged = { ...merged, ...rule, ...(rule.history && { history: { ...merged.history, ...rule.history } }) }
    }
    known.set(written, merged)
    return merged
  }
}

const noRule: FolderRule = {}

/** A folder as written in `handbook.yml`, in the form in which folders are compared. */
export const tidyFolder = (written: string): string => fold(writtenFolder(written))

/** A folded path without the content folder that it begins with: rules may name a folder with it or without. */
export function insideContent(folder: string, root: string): string {
  if (root === '' || folder === root) return folder === root ? '' : folder
  return folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : folder
}
