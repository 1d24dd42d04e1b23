import type { Instant } from '../../model/ids.ts'
import { dayWords } from '../../text/dates.ts'
import type { Assembly } from '../assembly.ts'

/** Where the history of a shallow copy begins, as sentences; null for a whole one. */
export const shownStart = ({ history: { startsAt } }: Pick<Assembly, 'history'>): string | null =>
  startsAt === null ? null : historyStart(startsAt)

const historyStart = (startsAt: Instant): string =>
  `History starts on ${dayWords(startsAt)} because the copy this site was built from is shallow. Older reasons are missing, not lost.`

/** Why there is no change to show of the whole handbook, as sentences; null where there are changes. */
export function nothingChanged({ history, changes }: Pick<Assembly, 'changes' | 'history'>): string | null {
  if (history.absent !== null) return history.absent
  if (changes.length > 0) return null
  return history.startsAt === null
    ? 'No page has changed yet.'
    : `${historyStart(history.startsAt)} No page has changed since then.`
}
