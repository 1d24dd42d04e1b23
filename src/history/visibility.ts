import { Buffer } from 'node:buffer'
import { readFrontMatter } from '../markdown/front-matter.ts'
import { meantVisibility } from '../markdown/front-matter-visibility.ts'
import type { PageTouch } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'

/** Who might read a version, by its own front matter. */
export type Visibility = PageTouch['visibility']

const STRICTNESS: readonly Visibility[] = ['public', 'internal', 'draft']
/** Front matter that is longer is not read by its door either. */
const LARGEST_FRONT_MATTER = 64 * 1024
const OPENS = /^\uFEFF?\s{0,100}(?:---|\+\+\+|\{)/
const KEY = /^[\s{,-]{0,40}["']?([^\s"':=#,{}-][^"':=]{0,30}?)["']?\s{0,10}[:=]/
const SPELLED = new Set(['draft', 'audience', 'published'])
/** Keys seen so far that have nothing to do with visibility: a few dozen, however many versions are read. */
const harmless = new Set<string>()

/**
 * Visibility of a version (SECURITY decision 8). What front matter's one door withholds counts as a draft.
 *
 * Parsing each of many thousand versions would cost more than all the rest, so only a file that opens with
 * something like front matter, with a key in it that is or resembles a visibility key, goes through the door.
 */
export function visibilityOf(bytes: Uint8Array, path: RepoPath): Visibility {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!OPENS.test(buffer.toString('utf8', 0, 128))) return 'public'
  if (!namesVisibility(buffer.toString('utf8', 0, LARGEST_FRONT_MATTER))) return 'public'
  const { data, withheld } = readFrontMatter(buffer.toString('utf8'), path)
  if (withheld || data.draft === true) return 'draft'
  return data.audience === 'internal' ? 'internal' : 'public'
}

/** The stricter of two. */
export function stricter(a: Visibility, b: Visibility): Visibility {
  return STRICTNESS.indexOf(a) >= STRICTNESS.indexOf(b) ? a : b
}

function namesVisibility(text: string): boolean {
  let opened = false
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^(?:---|\+\+\+)[ \t]*$/.test(line)) {
      if (opened) return false
      opened = true
    }
    const key = KEY.exec(line)?.[1]?.trim()
    if (key === undefined || harmless.has(key)) continue
    if (SPELLED.has(key) || meantVisibility(key) !== null) return true
    if (harmless.size < 10_000) harmless.add(key)
  }
  return false
}
