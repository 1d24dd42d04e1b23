import type { Handbook } from '../handbook/handbook.ts'
import { reasonsOf } from '../history/which-opens.ts'
import type { BlockStory } from '../model/block-history.ts'
import type { PageChange } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import type { PageEntry } from '../model/machine-files.ts'
import type { Page } from '../model/page.ts'
import { reasonLabel, sourceWords, withoutOwnLabel } from '../model/reason-words.ts'
import { localDay } from '../text/dates.ts'
import { oneLine } from '../text/one-line.ts'
import { visible } from '../text/visible.ts'

/** What every answer says of a page: where it is, whether it counts, who owns it, what changed it last. */
export function aboutPage(handbook: Handbook, page: Page): string {
  const entry = entryToday(handbook, page)
  const last = handbook.changesOf(page)[0]?.change
  return [
    `Title: ${oneLine(page.title)}`,
    `Address: ${entry.url ?? entry.route}`,
    `Source: ${page.path}`,
    `Status: ${statusOf(entry)}`,
    ...(entry.owner === null ? [] : [`Owner: ${oneLine(entry.owner)}`]),
    last === undefined
      ? 'Last change: none is known'
      : `Last change: ${dayKnown(last.landedAt)}, ${titleOf(last)} (${last.id.slice(0, 12)})`,
  ].join('\n')
}

/** What lists tell of a page, with how it stands on the day of the question and not only on that of the commit. */
export function entryToday(handbook: Handbook, page: Page): PageEntry {
  const entry = handbook.pageEntry(page)
  const today = localDay(new Date())
  const turn = entry.turns.findLast(({ from }) => from <= today)
  if (turn === undefined) return entry
  const { from, ...then } = turn
  return { ...entry, ...then, asOf: from }
}

/** A page in one line of a list. */
export function pageLine(entry: PageEntry): string {
  const owner = entry.owner === null ? '' : `, owned by ${oneLine(entry.owner)}`
  return `- ${oneLine(entry.title)} (${entry.url ?? entry.route}; ${entry.path}): ${statusOf(entry)}${owner}, last change ${dayKnown(entry.changedAt)}`
}

const mostPaths = 20

/**
 * A change with its reason.
 *
 * @param paths - what it touched, where that is asked for
 */
export function changeText(
  { change, reasoning }: Pick<PageChange, 'change' | 'reasoning'>,
  paths: readonly RepoPath[] = [],
): string {
  const people = change.authors.map(({ name }) => name).join(', ')
  const reference = change.mergeRequest === null ? '' : ` (${change.mergeRequest.reference})`
  const named = paths.slice(0, mostPaths).map((path) => oneLine(visible(path)))
  const others = paths.length > mostPaths ? ` and ${paths.length - mostPaths} more` : ''
  const touched = paths.length === 0 ? '' : `\nTouched: ${named.join(', ')}${others}`
  const head = `${dayKnown(change.landedAt)}: ${titleOf(change)}${reference} by ${people}, change ${change.id.slice(0, 12)}${touched}`
  if (reasoning === null) return `${head}\nNo reason was recorded.`
  const text = withoutOwnLabel(reasoning.text)
  return `${head}\n${reasonLabel(reasoning)} (${sourceWords(reasoning.source)}): ${text}`
}

/** A block, and the two changes that explain it. */
export function blockText(block: BlockStory, page: Page): string {
  const { last, introduced } = reasonsOf(block)
  const where = `Lines ${block.line} to ${block.endLine} of ${page.path}:\n${visible(block.text, { lines: true })}`
  const told = [
    ...(last === null ? [] : [`Last changed\n${changeText(last.change)}`]),
    ...(introduced === null
      ? []
      : [`${last === null ? 'It reads so since' : 'It came in with'}\n${changeText(introduced.change)}`]),
    ...(block.copiedFrom === null ? [] : [`Its text was copied from ${oneLine(visible(block.copiedFrom.path))}.`]),
  ]
  const unknown = 'It reads so since changes that are not committed, or whose history is not shown or cannot be read.'
  const edited = block.standing === 'changed' ? ['It has been changed since the last commit. Before that:'] : []
  return [where, ...edited, ...(told.length === 0 ? [unknown] : told)].join('\n\n')
}

const titleOf = ({ title }: PageChange['change']): string => oneLine(visible(title)) || 'Without a title'

/** Statuses in words; a page that claims nothing is simply a page. */
export function statusOf({ status, isCurrent, isInForce, kind }: PageEntry): string {
  const told = status.map(({ words }) => words).join('; ')
  if (told === '') return `${kind}, no status of its own`
  // Statuses are those of the day of the commit; whoever asks later is told what has been known since then.
  if (isCurrent && !isInForce) return `${told}. DO NOT TAKE IT FOR THE RULE: it is not in force`
  return isCurrent ? told : `${told}. DO NOT RELY ON IT: it no longer counts`
}

/** A day, or that there is none. */
export const dayKnown = (instant: string | null): string => instant?.slice(0, 10) ?? 'on an unknown day'
