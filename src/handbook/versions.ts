import { splitBlocks } from '../markdown/blocks.ts'
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

/** A block of a page and the change that made it read as it does. */
export interface BlockOrigin {
  /** Lines of the page's file, from 1, both included. */
  readonly line: number
  readonly endLine: number
  readonly text: string
  /** Null when the text is not committed as it stands, or its history may not be shown. */
  readonly change: PageChange | null
}

/**
 * The block at a line of a page, or the first that holds some words, with the change since which it has said, word
 * for word, what it says: the oldest of the newest run of versions that hold it.
 *
 * @param wanted - a line of the file from 1, or words of the text
 * @returns null when there is no such block below the front matter
 */
export async function originOf(
  assembly: Assembly,
  page: Page,
  wanted: number | string,
  readBlobs: ReadBlobs,
): Promise<BlockOrigin | null> {
  const isWanted =
    typeof wanted === 'number'
      ? ({ line, endLine }: Place) => line <= wanted && wanted <= endLine
      : ({ text }: Place) => plain(text).toLowerCase().includes(plain(wanted).toLowerCase())
  const before = page.bodyLine - 1
  const visibleLines = withoutNotes(page.body).split(/\r\n|\n/)
  const block = splitBlocks(page.body)
    .map(({ line, endLine, text }) => ({
      line: line + before,
      endLine: endLine + before,
      said: plain(text),
      text: visibleLines
        .slice(line - 1, endLine)
        .join('\n')
        .trim(),
    }))
    .find(isWanted)
  if (block === undefined) return null
  const { said, ...place } = block
  const oldest = await oldestWith(said, assembly.history.changesOf(page.path), readBlobs)
  return { ...place, change: oldest === null ? null : shownOrigin(assembly, page, oldest) }
}

/** Changes of a page, newest first, that made the versions which hold a block. */
type Run = readonly PageChange[]

/** @returns null where a version cannot be read: nobody knows then what it held */
async function oldestWith(said: string, all: readonly PageChange[], readBlobs: ReadBlobs): Promise<Run | null> {
  // A few at a time: most blocks are found in the newest versions, and a page may have hundreds.
  for (let at = 0; at < all.length; at += batch) {
    const some = all.slice(at, at + batch)
    const texts = await readBlobs(some.flatMap(({ touch }) => touch.after ?? []))
    for (const [index, { touch }] of some.entries()) {
      const { after } = touch
      const text = after === null ? '' : (texts.get(after) ?? null)
      if (text === null) return null
      if (!splitBlocks(text).some((block) => plain(block.text) === said)) return all.slice(0, at + index)
    }
  }
  return all
}

/**
 * The change that a block is from, as this build may tell it. Of one that nobody was to see before, that is the change
 * since which it is public; what is redacted has no such change.
 */
function shownOrigin(assembly: Assembly, page: Page, run: Run): PageChange | null {
  const isShown = shownOf(assembly, page)
  const wasPublic = run.findLast((each) => each.touch.visibility === 'public' || isShown(each))
  if (wasPublic === undefined || !isShown(wasPublic)) return null
  return assembly.changesOfPage.get(page.route)?.find(({ touch }) => touch === wasPublic.touch) ?? null
}

type Place = Omit<BlockOrigin, 'change'>

const batch = 16

/** Lines may be wrapped anew without saying something else. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** People's addresses that the page no longer gives are gone from its old versions too. */
function withoutOldAddresses(page: Page, text: string): string {
  const kept = new Set(addressesOf(page))
  return withoutAddresses(text, (_, address) => (kept.has(address) ? address : '(e-mail address)'))
}
