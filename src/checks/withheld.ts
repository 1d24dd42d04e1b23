import { isMarkdown, isSummary } from '../content/file-names.ts'
import type { Handbook } from '../handbook/handbook.ts'
import type { Finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { commitOfReason } from '../model/reason-file.ts'

/**
 * Pages that are not published because of a fault, each by the first finding that says which; not those that their
 * authors keep back.
 */
export function withheldPages({ pages, findings }: Pick<Handbook, 'pages' | 'findings'>): readonly Finding[] {
  const published = new Set(pages.map(({ path }) => path))
  const found = new Map<string, Finding>()
  for (const each of findings) {
    const { path, level, ruleId } = each
    if (path === null || published.has(path) || found.has(path) || !isPage(path)) continue
    // Of a draft also less than an error may be said.
    if (level === 'error' || ruleId === 'pages/mdx') found.set(path, each)
  }
  return [...found.values()]
}

/** Reasons that were added later and files of navigation are Markdown, and no pages. */
function isPage(path: RepoPath): boolean {
  return isMarkdown(path) && !isSummary(path) && commitOfReason(path) === null
}
