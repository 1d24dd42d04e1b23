import { splitBlocks } from '../markdown/blocks.ts'
import type { PageChange } from '../model/history.ts'
import type { BlobId, Day } from '../model/ids.ts'
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

/** Changes of a page whose versions this build may show, newest first. */
function versionsOf(assembly: Assembly, page: Page): readonly PageChange[] {
  if (assembly.historyHidden.has(page.route)) return []
  const changes = assembly.changesOfPage.get(page.route) ?? []
  return changes.filter(({ touch }) => historyShown(assembly, { touch, page }) === 'diff')
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
  const change = versionsOf(assembly, page).find((each) => (each.change.landedAt?.slice(0, 10) ?? '9999') <= day)
  const blob = change?.touch.after ?? null
  if (change === undefined || blob === null) return null
  const text = (await readBlobs([blob])).get(blob) ?? null
  return text === null ? null : { change, text: withoutOldAddresses(page, text) }
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
  const block = splitBlocks(page.body)
    .map(({ line, endLine, text }) => ({ line: line + before, endLine: endLine + before, text }))
    .find(isWanted)
  if (block === undefined) return null
  const said = plain(block.text)
  let change: PageChange | null = null
  const versions = versionsOf(assembly, page)
  // A few at a time: most blocks are found in the newest versions, and a page may have hundreds.
  for (let at = 0; at < versions.length; at += batch) {
    const some = versions.slice(at, at + batch)
    const texts = await readBlobs(some.flatMap(({ touch }) => touch.after ?? []))
    for (const each of some) {
      if (!holds(texts, each.touch.after, said)) return { ...block, change }
      change = each
    }
  }
  return { ...block, change }
}

type Place = Omit<BlockOrigin, 'change'>

const batch = 16

function holds(texts: ReadonlyMap<BlobId, string | null>, id: BlobId | null, wanted: string): boolean {
  const text = id === null ? null : (texts.get(id) ?? null)
  return text !== null && splitBlocks(text).some((block) => plain(block.text) === wanted)
}

/** Lines may be wrapped anew without saying something else. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** People's addresses that the page no longer gives are gone from its old versions too. */
function withoutOldAddresses(page: Page, text: string): string {
  const kept = new Set(addressesOf(page))
  return withoutAddresses(text, (_, address) => (kept.has(address) ? address : '(e-mail address)'))
}
