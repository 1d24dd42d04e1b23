import type { History, PageChange, PageTouch } from '../model/history.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { ShownChange, ShownTouch } from './assembly.ts'
import { type RedactedTexts, redactedTexts } from './redacted-texts.ts'
import {
  changeAsShown,
  type Gate,
  isHistoryHidden,
  isPrivate,
  reasonAsShown,
  type Sight,
  sightOf,
} from './visibility.ts'

/** History as this build may show it. */
export interface ShownHistory {
  readonly changes: readonly ShownChange[]
  readonly changeById: ReadonlyMap<string, ShownChange>
  readonly changesOfPage: ReadonlyMap<Route, readonly PageChange[]>
  readonly historyHidden: ReadonlySet<Route>
  readonly redacted: RedactedTexts
}

/** Joins each touch with today's page and leaves out what may not be shown. */
export function shownHistory(gate: Gate, history: History, pages: readonly Page[]): ShownHistory {
  const seen = pages.map((page) => ({ page, changes: seenOf(gate, history, page) }))
  const owners = ownersOf(seen)
  const changes: ShownChange[] = []
  for (const change of history.changes) {
    if (gate.redaction.hasCommit(change.id)) continue
    const touches: ShownTouch[] = []
    let hasHidden = false
    for (const touch of change.touches) {
      const owner = owners.get(touch)
      const sight = owner?.sight ?? sightOf(gate, change, touch, null)
      if (sight === 'shown') touches.push({ touch, page: owner?.page ?? null })
      hasHidden ||= sight === 'hidden'
    }
    if (touches.length === 0) continue
    const shown = changeAsShown(gate, change, hasHidden)
    const isWeighty = touches.some(({ page }) => page !== null && (page.kind === 'policy' || page.kind === 'decision'))
    changes.push({ change: shown, touches, hasPage: shown.reasoning !== null || isWeighty })
  }

  const changeById = new Map(changes.map((shown) => [shown.change.id, shown]))
  const ofPage = (all: readonly Seen[]): PageChange[] =>
    all.flatMap(({ change: { id, commits }, touch, reasoning, sight }) => {
      const shown = sight === 'shown' ? changeById.get(id) : undefined
      if (shown === undefined) return []
      const { change } = shown
      return [{ change, touch, reasoning: reasonAsShown(gate, reasoning, change.commits.length < commits.length) }]
    })
  return {
    changes,
    changeById,
    changesOfPage: new Map(seen.map(({ page, changes: all }) => [page.route, ofPage(all)])),
    redacted: redactedTexts(gate.redaction, history),
    historyHidden: new Set(pages.filter((page) => isHistoryHidden(gate, page)).map(({ route }) => route)),
  }
}

interface Seen extends PageChange {
  readonly sight: Sight
}

const seenOf = (gate: Gate, history: History, page: Page): readonly Seen[] =>
  history.changesOf(page.path).map((each) => ({ ...each, sight: sightOf(gate, each.change, each.touch, page) }))

interface Owner {
  readonly page: Page
  readonly sight: Sight
}

/** The page of today that each touch belongs to; where two have a past in common, one that shows it. */
function ownersOf(
  seen: readonly { readonly page: Page; readonly changes: readonly Seen[] }[],
): ReadonlyMap<PageTouch, Owner> {
  const owners = new Map<PageTouch, Owner>()
  for (const { page, changes } of seen) {
    for (const { touch, sight } of changes) {
      if (owners.get(touch)?.sight !== 'shown') owners.set(touch, { page, sight })
    }
  }
  return owners
}

/** Paths that a page has in some of its changes, newest first. */
export function namesIn(changes: readonly PageChange[]): readonly RepoPath[] {
  return [
    ...new Set(
      changes.flatMap(({ touch: { path, previousPath } }) => (previousPath === null ? path : [path, previousPath])),
    ),
  ]
}

/**
 * Old names of pages, for links and old addresses; not those that a page had only while it was private: such a name
 * may tell what nobody was to know.
 *
 * @returns old path to the path of today
 */
export function shownNames(gate: Gate, history: History): ReadonlyMap<RepoPath, RepoPath> {
  const names = new Map<RepoPath, ReadonlySet<RepoPath>>()
  const namesOf = (path: RepoPath): ReadonlySet<RepoPath> => {
    const known =
      names.get(path) ??
      new Set(namesIn(history.changesOf(path).filter(({ change, touch }) => !isPrivate(gate, change, touch))))
    names.set(path, known)
    return known
  }
  return new Map([...history.moved].filter(([old, now]) => namesOf(now).has(old)))
}
