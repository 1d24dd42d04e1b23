import { withoutNotes } from '../markdown/without-notes.ts'
import type { PageChange } from '../model/history.ts'
import type { Day } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { withoutAddresses } from '../text/without-addresses.ts'
import type { Assembly } from './assembly.ts'
import { addressesOf, type ReadBlobs } from './views/change.ts'
import { historyShown } from './visibility.ts'

/** A version of a page: the change that made it, and its source. */
export interface PageVersion {
  readonly change: PageChange
  readonly text: string
}

/** True for a change that made a version of the page which this build may show. */
type IsShown = (change: PageChange) => boolean

function shownOf(assembly: Assembly, page: Page): IsShown {
  if (assembly.historyHidden.has(page.route)) return () => false
  const shown = new Set((assembly.changesOfPage.get(page.route) ?? []).map(({ touch }) => touch))
  return ({ touch }) => shown.has(touch) && !['summary', 'redacted'].includes(historyShown(assembly, { touch, page }))
}

/**
 * A page as it stood at the end of a day.
 *
 * @returns null when it was not there yet, may not be shown, or cannot be read
 */
export async function versionAt(
  assembly: Assembly,
  page: Page,
  day: Day,
  readBlobs: ReadBlobs,
): Promise<PageVersion | null> {
  const all = assembly.history.changesOf(page.path)
  // Of all changes, hidden ones too: the newest that may be shown may be of long before that day.
  const found = all.find((each) => (each.change.landedAt?.slice(0, 10) ?? '9999') <= day)
  if (found === undefined || !shownOf(assembly, page)(found)) return null
  // What a redacted commit put in may be in every later version but that of today.
  const mayHold = assembly.redacted.baseOf(found.touch) !== undefined && found !== all[0]
  const change = assembly.changesOfPage.get(page.route)?.find(({ touch }) => touch === found.touch)
  const blob = found.touch.after
  if (change === undefined || blob === null || mayHold) return null
  const text = (await readBlobs([blob])).get(blob) ?? null
  return text === null ? null : { change, text: withoutOldAddresses(page, withoutNotes(text)) }
}

/** People's addresses that the page no longer gives are gone from its old versions too. */
function withoutOldAddresses(page: Page, text: string): string {
  const kept = new Set(addressesOf(page))
  return withoutAddresses(text, (_, address) => (kept.has(address) ? address : '(e-mail address)'))
}
