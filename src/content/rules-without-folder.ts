import type { Configuration } from '../model/configuration.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { nearest } from '../text/nearest.ts'
import { fold } from './file-names.ts'
import { tidyFolder } from './folder-rules.ts'

/** A rule for a folder that is not there does nothing, which matters when it was meant to hide something. */
export function rulesWithoutFolder(
  { folders }: Configuration,
  contentRoot: RepoPath,
  files: readonly RepoPath[],
  { path, text }: { readonly path: RepoPath; readonly text: string },
): Finding[] {
  const inside = contentRoot === '' ? files : files.filter((file) => file.startsWith(`${contentRoot}/`))
  const known = new Set<string>()
  for (const file of inside) {
    const parts = fold(contentRoot === '' ? file : file.slice(contentRoot.length + 1))
      .split('/')
      .slice(0, -1)
    for (const depth of parts.keys()) known.add(parts.slice(0, depth + 1).join('/'))
  }
  return Object.entries(folders).flatMap(([written, rule]) => {
    const folder = tidyFolder(written)
    const relative =
      contentRoot !== '' && folder.startsWith(`${fold(contentRoot)}/`) ? folder.slice(contentRoot.length + 1) : folder
    if (folder === '' || folder === fold(contentRoot) || known.has(relative)) return []
    const [near] = nearest(relative, known)
    const suggestion = near === undefined ? '' : `; did you mean “${near}”?`
    const line = text.split('\n').findIndex((row) => row.includes(written) && row.includes(':')) + 1
    return finding(
      'configuration/folder',
      rule.audience === 'internal' ? 'error' : 'warning',
      `The rule for “${written}” fits no folder of the handbook${suggestion}`,
      { path, line: line || null },
    )
  })
}
