import type { Block, BlockKind } from '../markdown/blocks.ts'

/** What is compared of a block instead of its source. */
export interface Forms {
  /** Equal for blocks that differ in white space, wrapping, list marker, depth, heading level or padding alone; 53 bits. */
  readonly layout: number
  /** Number of words, as `countWords` counts them. */
  readonly size: number
}

/** Kinds whose equal text means something else in another kind. */
const KEEPS_KIND: ReadonlySet<BlockKind> = new Set(['code', 'heading', 'row', 'front-matter'])

const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]]+/gv

/** Forms of a block; pure, so that equal blocks may share them. */
export function formsOf(block: Block): Forms {
  const kind = KEEPS_KIND.has(block.kind) ? block.kind : ''
  return { layout: hash53(`${kind}\u0000${layoutText(block)}`), size: countWords(block.text) }
}

/** Words of a text in lower case, in their order; of a script without spaces each character is a word. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** Number of words of a text, signs between spaces included: a rough measure of its weight, far cheaper than the words. */
export function countWords(text: string): number {
  let words = 0
  let isInside = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character >= FIRST_CJK && character <= LAST_CJK) words += 1
    const isSpace = character === 32 || (character >= 9 && character <= 13)
    if (!isSpace && !isInside && character < FIRST_CJK) words += 1
    isInside = !isSpace
  }
  return words
}

/** Chinese, Japanese and Korean characters of the basic plane, which no spaces part. */
const FIRST_CJK = 0x2e80
const LAST_CJK = 0xd7ff

function layoutText({ kind, text }: Block): string {
  if (kind === 'code')
    return text
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
  // Most blocks are one line without anything to straighten, and looking is cheaper than replacing.
  const flat = (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
  if (kind === 'heading') return flat.replace(/^#+ ?/, '').replace(/ (#+|=+|-+)$/, '')
  if (kind === 'item') return flat.replace(/^(?:[-+*]|\d{1,9}[.)]) ?/, '')
  if (kind === 'quote') return flat.replace(/(^| )> ?/g, '$1')
  if (kind === 'row') return flat.replace(/ ?\| ?/g, '|').replace(/-{2,}/g, '-')
  return flat
}

/**
 * 53-bit hash of a string (cyrb53, public domain): not one collision among the 88,925 blocks of the largest
 * handbook at hand, and a number is a far cheaper key than a string.
 */
function hash53(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    high = Math.imul(high ^ character, 2654435761)
    low = Math.imul(low ^ character, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
