import type { Block, BlockKind } from '../markdown/blocks.ts'
import { hash40 } from './hash.ts'

/** What is compared of a block instead of its source. */
export interface Forms {
  /** Equal for blocks that differ in white space, wrapping, list marker, depth, heading level or padding alone; 40 bits. */
  readonly layout: number
  /** Number of words, as `countWords` counts them. */
  readonly size: number
}

/** Kinds whose equal text means something else in another kind. */
const KEEPS_KIND: ReadonlySet<BlockKind> = new Set(['code', 'heading', 'row', 'front-matter'])

const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]]+/gv

const ASCII_WORD = /[a-z0-9]+/g
const NOT_ASCII = /[^\x00-\x7f]/

const isAscii = (text: string): boolean => !NOT_ASCII.test(text)

/** Forms of a block; pure, so that equal blocks may share them. */
export function formsOf(block: Block): Forms {
  const kind = KEEPS_KIND.has(block.kind) ? block.kind : ''
  return { layout: hash40(`${kind}\u0000${layoutText(block)}`), size: countWords(block.text) }
}

/** Words of a text in lower case, in their order; of a script without spaces each character is a word. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(isAscii(text) ? ASCII_WORD : WORD) ?? []
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
