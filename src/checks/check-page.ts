import type { Handbook } from '../handbook/handbook.ts'
import type { Finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { sourceFindings } from './sources.ts'

/** What is wrong with one file, without drawing anything: for somebody who writes it. */
export function checkPage(handbook: Pick<Handbook, 'pages' | 'findings'>, path: RepoPath): readonly Finding[] {
  const pages = handbook.pages.filter((page) => page.path === path)
  return [...handbook.findings.filter((each) => each.path === path), ...sourceFindings({ pages })]
}
