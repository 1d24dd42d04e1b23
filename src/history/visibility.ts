import { Buffer } from 'node:buffer'
import { readFrontMatter } from '../markdown/front-matter.ts'
import { meantVisibility } from '../markdown/front-matter-visibility.ts'
import { type Visibility, visibilityOfFrontMatter } from '../markdown/visibility.ts'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'

/** Front matter that ends further down is left to its door; short enough to be under each of the door's limits. */
const HEAD = 8 * 1024
const MOST_LINES = 200
/** A start that no parser of front matter stumbles over. */
const CERTAIN_START = /^[!-~]/
const FENCE_LIKE = /^(?:---|\+\+\+|\{)/
const VALUE = /(?:[\p{L}\p{N}/](?:[^\p{C}\p{Zl}\p{Zp}:#[\]{}]|:(?=\S))*|"[^"\\\p{C}#[\]{}]*"|'[^'\p{C}#[\]{}]*')/u
  .source
const WORDS = /\[ ?[A-Za-z0-9][\w ./-]*(?:, ?[A-Za-z0-9][\w ./-]*)*\]/.source
const PAIR = new RegExp(`^([A-Za-z][\\w-]*):(?: +(${VALUE}|${WORDS}))? *$`, 'u')
const ITEM = new RegExp(`^( *)- +${VALUE} *$`, 'u')
/** Dashes and question marks in a row may be nested too deep. */
const NESTED = /[-?][ \t]+[-?]/
/** Keys that decide, and those that cannot be keys. */
const TELLING = new Set(['draft', 'audience', 'published', 'null', 'constructor', 'prototype'])
/** Keys seen so far that have nothing to do with visibility: a few dozen, however many versions are read. */
const harmless = new Set<string>()

/**
 * What the text of a version says of who may read it (SECURITY decision 8); one that is no text is withheld, as a
 * page would be.
 *
 * Parsing each of many thousand versions would cost more than all the rest, so a text that surely says nothing of it
 * does not go through front matter's door: see {@link isSurelyPublic}.
 */
export function visibilityOfText(bytes: Uint8Array): Visibility {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('utf8', 0, HEAD)
  const isWide = (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)
  if (!isWide && buffer.includes(0)) return 'draft'
  if (!isWide && isSurelyPublic(head, buffer.length <= HEAD)) return 'public'
  return visibilityOfFrontMatter(readFrontMatter(decodeText(buffer).text, '' as RepoPath))
}

/**
 * True for a text without front matter, and for front matter in which each line is one of a few plain forms that
 * cannot be read in two ways. False says nothing.
 *
 * @param isWhole - false when `text` is only the beginning of one
 */
export function isSurelyPublic(text: string, isWhole: boolean): boolean {
  if (text === '') return isWhole
  if (CERTAIN_START.test(text) && !FENCE_LIKE.test(text)) return true
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, MOST_LINES)
  // The last line may go on.
  if (!isWhole || lines.length === MOST_LINES) lines.pop()
  if (lines[0] !== '---') return false
  const keys = new Set<string>()
  /** How far the items of the list are indented that may go on here; -1 before its first, null where there is none. */
  let list: number | null = null
  for (const line of lines.slice(1)) {
    if (/^---[ \t]*$/.test(line)) return true
    if (line === '') continue
    if (NESTED.test(line)) return false
    const [pair, key = '', value] = PAIR.exec(line) ?? []
    if (pair !== undefined) {
      if (keys.has(key) || !isHarmless(key)) return false
      keys.add(key)
      list = value === undefined ? -1 : null
      continue
    }
    const indent = ITEM.exec(line)?.[1]?.length
    if (indent === undefined || list === null || (list >= 0 && list !== indent)) return false
    list = indent
  }
  return false
}

function isHarmless(key: string): boolean {
  if (harmless.has(key)) return true
  if (TELLING.has(key.toLowerCase()) || meantVisibility(key) !== null) return false
  if (harmless.size < 10_000) harmless.add(key)
  return true
}
