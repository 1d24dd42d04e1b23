import type { ChangeOf } from '../content/links.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { History } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import { commitOfReason } from '../model/reason-file.ts'
import { type ShownChange, shortId } from './assembly.ts'
import { monthOf, type SiteRoutes } from './site-routes.ts'

/** Where a link to the file of a reason leads: to the change that it explains. */
export function changeOfReason(
  history: History,
  shown: ReadonlyMap<string, ShownChange>,
  routes: SiteRoutes,
): ChangeOf {
  return (path) => {
    const change = shown.get(history.change(commitOfReason(path) ?? '')?.id ?? '')
    if (change === undefined) return null
    const id = shortId(change.change)
    return change.hasPage
      ? { route: routes.change(id), hash: '' }
      : { route: routes.month(monthOf(change.change.landedAt)), hash: `#c-${id}` }
  }
}

/** Files of reasons whose name fits no change: nobody would ever read them. A shallow copy may not know the change. */
export function reasonFindings(files: readonly RepoPath[], history: History): readonly Finding[] {
  if (!history.complete) return []
  return files
    .filter((path) => history.change(commitOfReason(path) ?? '') === undefined)
    .map((path) =>
      finding(
        'history/reason-for-nothing',
        'warning',
        'The name of this file fits no change of a page, so the reason in it is shown nowhere.',
        {
          path,
        },
      ),
    )
}
