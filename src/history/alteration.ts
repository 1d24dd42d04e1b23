import type { Block } from '../markdown/blocks.ts'
import type { BlockAlteration } from '../model/block-history.ts'
import type { BlockWords } from './block-words.ts'

/** What an edit did to a block. */
export interface Edit {
  readonly class: Extract<BlockAlteration, 'substance' | 'link' | 'spelling' | 'format' | 'layout'>
  /** Words that a candidate for a mended spelling replaced, else empty. */
  readonly misspelt: readonly string[]
}

const MOST_MISSPELT = 3
const SHORTEST_MISSPELT = 4
const LETTERS = /^[\p{L}\p{M}]+$/u

const is = (name: Edit['class']): Edit => ({ class: name, misspelt: [] })

/**
 * Classes of change (PROVENANCE 1d). A mended spelling is a candidate only: it is one when the old word is not used
 * any more, which the pages of today tell and the entry cannot.
 *
 * @param sameLayout - true when both have one layout form
 */
export function editOf(
  before: Block,
  after: Block,
  sameLayout: boolean,
  wordsOf: (block: Block) => BlockWords,
): Edit | null {
  if (before.text === after.text) return null
  if (sameLayout) return is('layout')
  // In code every sign may count.
  if (before.kind === 'code' || after.kind === 'code') return is('substance')
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.words.length !== b.words.length) return is('substance')
  const misspelt: string[] = []
  for (const [at, word] of a.words.entries()) {
    const other = b.words[at] ?? ''
    if (word === other) continue
    if (misspelt.length === MOST_MISSPELT || !isNear(word, other)) return is('substance')
    misspelt.push(word)
  }
  if (misspelt.length > 0) return { class: 'spelling', misspelt }
  // Nothing that is said has no words to be the same.
  if (a.targets !== b.targets) return is('link')
  return a.words.length === 0 ? is('substance') : is('format')
}

/** True for two words of letters that one edit or one swap of neighbours tells apart. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_MISSPELT || !LETTERS.test(a) || !LETTERS.test(b)) return false
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
