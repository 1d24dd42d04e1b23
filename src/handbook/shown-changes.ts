import type { Audience } from '../model/front-matter.ts'
import type { Change, History, PageChange } from '../model/history.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { ShownChange, ShownTouch } from './assembly.ts'
import { type Gate, isRedacted, isShown } from './visibility.ts'

/** History as this build may show it. */
export interface ShownHistory {
  readonly changes: readonly ShownChange[]
  readonly changeById: ReadonlyMap<string, ShownChange>
  readonly changesOfPage: ReadonlyMap<Route, readonly PageChange[]>
  readonly historyHidden: ReadonlySet<Route>
}

/** Joins each touch with today's page and leaves out what may not be shown. */
export function shownHistory(gate: Gate, history: History): ShownHistory {
  const { content } = gate
  const pageOf = new Map<Change, Map<RepoPath, Page>>()
  const changesOfPage = new Map<Route, readonly PageChange[]>()
  const historyHidden = new Set<Route>()
  for (const page of content.pages) {
    const rule = gate.ruleOf(page.path)
    if ((rule.history?.show ?? gate.configuration.history.show) === 'none') historyHidden.add(page.route)
    const shown = history
      .changesOf(page.path)
      .filter(({ change, touch }) => !isRedacted(change, gate.configuration) && isShown(gate, touch, page))
    changesOfPage.set(page.route, shown)
    for (const { change, touch } of shown) {
      const pages = pageOf.get(change) ?? new Map<RepoPath, Page>()
      pages.set(touch.path, page)
      pageOf.set(change, pages)
    }
  }

  const changes: ShownChange[] = []
  for (const change of history.changes) {
    if (isRedacted(change, gate.configuration)) continue
    const pages = pageOf.get(change)
    const touches: ShownTouch[] = []
    for (const touch of change.touches) {
      const page = pages?.get(touch.path) ?? null
      if (page !== null || isShown(gate, touch, null)) touches.push({ touch, page })
    }
    if (touches.length === 0) continue
    const isWeighty = touches.some(({ page }) => page !== null && (page.kind === 'policy' || page.kind === 'decision'))
    changes.push({ change, touches, hasPage: change.reasoning !== null || isWeighty })
  }
  return {
    changes,
    changeById: new Map(changes.map((shown) => [shown.change.id, shown])),
    changesOfPage,
    historyHidden,
  }
}

/**
 * Old names of pages, for links and old addresses; not those that a page had only while it was a draft, or internal in
 * a public build: such a name may tell what nobody was to know.
 *
 * @returns old path to the path of today
 */
export function shownNames(history: History, audience: Audience): ReadonlyMap<RepoPath, RepoPath> {
  return new Map(
    [...history.moved].filter(([old, now]) =>
      history
        .changesOf(now)
        .some(
          ({ touch: { path, previousPath, visibility } }) =>
            (path === old || previousPath === old) &&
            (visibility === 'public' || (visibility === 'internal' && audience === 'internal')),
        ),
    ),
  )
}
