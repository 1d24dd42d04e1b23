import { plainText } from '../markdown/inline.ts'
import type { Change } from '../model/history.ts'
import type { CommitId } from '../model/ids.ts'
import type { LatelyFile } from '../model/lately-file.ts'
import type { Page } from '../model/page.ts'
import { withoutOwnLabel } from '../model/reason-words.ts'
import { visible } from '../text/visible.ts'
import { type Assembly, type ShownChange, type ShownTouch, shortId } from './assembly.ts'
import { monthOf } from './site-routes.ts'
import { changeTitle } from './views/rows.ts'

/** Changes that are told of; whoever was away for longer reads the months. */
const MOST = 200
const MOST_PAGES = 20
const SHORT_REASON = 160

/** How far a reader has got: the newest change that is shown, and how many there are with it. */
export interface ReadMark {
  readonly id: string
  /** Counts the changes that are shown, from 1 for the oldest; so it tells nothing of those that are not. */
  readonly ordinal: number
}

/** The mark of the whole handbook; null where nothing has changed. */
export function markOf({ changes }: Pick<Assembly, 'changes'>): ReadMark | null {
  const newest = changes[0]
  return newest === undefined ? null : { id: shortId(newest.change), ordinal: changes.length }
}

const ordinals = new WeakMap<Assembly, ReadonlyMap<CommitId, number>>()

/** The mark of a page: its newest change; null where none is shown. */
export function markOfPage(assembly: Assembly, { route }: Page): ReadMark | null {
  const newest = assembly.historyHidden.has(route) ? undefined : assembly.changesOfPage.get(route)?.[0]?.change
  if (newest === undefined) return null
  const { changes } = assembly
  const known = ordinals.get(assembly) ?? new Map(changes.map(({ change }, at) => [change.id, changes.length - at]))
  ordinals.set(assembly, known)
  return { id: shortId(newest), ordinal: known.get(newest.id) ?? 0 }
}

/** The newest changes for `_whybook/lately.json`: what a browser that was here before tells as news. */
export function latelyJson(assembly: Assembly): string {
  const { changes } = assembly
  const pages: [route: string, title: string][] = []
  const places = new Map<string, number>()
  const placeOf = ({ page }: ShownTouch): readonly number[] => {
    if (page === null) return []
    const known = places.get(page.route) ?? pages.push([page.route, page.title]) - 1
    places.set(page.route, known)
    return [known]
  }
  const file: LatelyFile = {
    schema: 1,
    total: changes.length,
    changes: changes.slice(0, MOST).map((shown, at) => ({
      id: shortId(shown.change),
      ordinal: changes.length - at,
      landedAt: shown.change.landedAt,
      title: changeTitle(shown.change),
      why: whyOf(shown.change),
      weight: weightOf(shown),
      to: addressOf(assembly, shown),
      // Of a clean-up no page is news; that of one page is told all the same.
      pages: shown.touches.length > MOST_PAGES ? [] : shown.touches.filter(isOfText).flatMap(placeOf),
    })),
    pages,
  }
  return JSON.stringify(file)
}

/** What only moved says the same as before. */
const isOfText = ({ touch }: ShownTouch): boolean => touch.kind === 'added' || touch.added + touch.removed > 0

/** What kind of news a change is: the heaviest of what it touched. */
function weightOf({ touches }: ShownChange): LatelyFile['changes'][number]['weight'] {
  const told = touches.length > MOST_PAGES ? [] : touches.filter(isOfText)
  const has = (kind: string, isNew: boolean): boolean =>
    told.some(({ page, touch }) => page?.kind === kind && (touch.kind === 'added') === isNew)
  if (has('policy', true)) return 'new-policy'
  if (has('policy', false)) return 'policy'
  return has('decision', true) || has('decision', false) ? 'decision' : 'rest'
}

function whyOf({ reasoning }: Change): string | null {
  return reasoning === null ? null : visible(plainText(withoutOwnLabel(reasoning.text), SHORT_REASON))
}

function addressOf({ routes }: Assembly, { change, hasPage }: ShownChange): readonly [route: string, anchor: string] {
  const id = shortId(change)
  return hasPage ? [routes.change(id), ''] : [routes.month(monthOf(change.landedAt)), `c-${id}`]
}
