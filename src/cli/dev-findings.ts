import { relative, sep } from 'node:path'
import { checkPage } from '../checks/check-page.ts'
import { withheldPages } from '../checks/withheld.ts'
import type { Handbook } from '../handbook/handbook.ts'
import type { Finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { countsOf, marks, placeOf, sortFindings, withheldLines } from './findings.ts'
import { bold, dim, green, type Terminal } from './terminal.ts'

/** Tells somebody who writes what is wrong, while it is fresh. */
export interface DevFindings {
  /**
   * What is wrong when they begin: pages that are not there, and how much else.
   *
   * @param check - the command line that lists it all
   */
  begin(check: string): void
  /** What is wrong in a file that was saved, and what that broke elsewhere; nothing twice. */
  read(file: string | null): void
}

export function devFindings(handbook: Handbook, terminal: Terminal): DevFindings {
  let known = new Set(handbook.findings.map(keyOf))
  /** What was said last of each file. */
  const said = new Map<RepoPath, string>()
  const say = (finding: Finding): void =>
    terminal.say(marks[finding.level], '  ', bold(placeOf(finding)), `  ${finding.reason}  `, dim(finding.ruleId))

  const ofFile = (path: RepoPath): void => {
    const found = sortFindings(checkPage(handbook, path))
    const now = found.map(keyOf).join('\n')
    const before = said.get(path) ?? ''
    said.set(path, now)
    if (now === before) return
    for (const finding of found) say(finding)
    const isPage = handbook.pages.some((page) => page.path === path)
    if (found.length === 0 && isPage) terminal.say(green('in order'), ' ', bold(path))
  }

  return {
    begin: (check) => {
      for (const line of withheldLines(withheldPages(handbook), check)) terminal.say(...line)
      const counts = countsOf(handbook.findings)
      if (counts !== null) terminal.say(dim(`${counts}. They are listed by:  ${check}`))
    },
    read: (file) => {
      const path = file === null ? null : (relative(handbook.root, file).split(sep).join('/') as RepoPath)
      if (path !== null) ofFile(path)
      const elsewhere = handbook.findings.filter((each) => each.path !== path && !known.has(keyOf(each)))
      for (const finding of sortFindings(elsewhere)) say(finding)
      known = new Set(handbook.findings.map(keyOf))
    },
  }
}

/** The same fault stays the same when lines above it come and go. */
function keyOf({ path, ruleId, reason }: Finding): string {
  return `${path} ${ruleId} ${reason}`
}
