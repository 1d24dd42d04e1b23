import { Buffer } from 'node:buffer'
import { pack, unpack } from './container.ts'
import type { IndexData } from './index-data.ts'
import { ColumnsIn, ColumnsOut } from './store-columns.ts'
import { decodeEntries, encodeEntries } from './store-entries.ts'

/**
 * Version of what the index says, not only of its form: raise it whenever a rule of this room changes what is kept
 * of a commit, or indexes made before would keep telling the old story.
 */
const VERSION = 10

/** The index as bytes. The same data give the same bytes. */
export function encode(data: IndexData): Buffer {
  const { entries, head, headAt, shallow, startsAt, isCut, mailmap, missing, settings } = data
  const sections = new Map<string, Uint8Array>()
  const about = { head, headAt, shallow, startsAt, isCut, mailmap, missing, settings, count: entries.length }
  sections.set('about', Buffer.from(JSON.stringify(about)))
  const columns = new ColumnsOut()
  encodeEntries(entries, columns)
  columns.addTo(sections)
  return pack(sections, VERSION, new Set(['ids', 'blobs']))
}

/** Reads the index; undefined for bytes that are not an index of this version, whole and undamaged. */
export function decode(bytes: Buffer): IndexData | undefined {
  try {
    const sections = unpack(bytes, VERSION)
    const about = sections?.get('about')
    if (sections === undefined || about === undefined) return undefined
    const { count, ...data } = JSON.parse(Buffer.from(about).toString())
    return { ...data, entries: decodeEntries(count, data.head.length / 2, new ColumnsIn(sections)) }
  } catch {
    // A cache is never worth an error: whatever is wrong with it, it is made anew.
    return undefined
  }
}
