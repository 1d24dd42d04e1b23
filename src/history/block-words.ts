import type { Block } from '../markdown/blocks.ts'
import { wordsOf } from './forms.ts'

/** What a reader sees of a block, and where its links lead. */
export interface BlockWords {
  /** In lower case, in their order; signs that change a meaning count as words. */
  readonly words: readonly string[]
  /** How often each stands there. */
  readonly bag: ReadonlyMap<string, number>
  readonly targets: string
}

const LINK = /!?\[((?:[^\][]|\[[^\][]*\])*)\](?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^\][]*)\])/g
const DEFINITION = /^\s*\[[^\]]+\]:\s*\S+/
const ADDRESS = /<?\bhttps?:\/\/[^\s<>|)\]]+>?/g
const TAG = /<\/?[a-z][^<>]*>/gi
const TARGET_IN_TAG = /\b(?:href|src)\s*=\s*["']?([^\s"'>]+)/gi
/** Ways to draw an arrow are typography, and no comparison. */
const ARROW = /<?[-=]+>|[→⇒]/g
/** Signs that mean something else when another stands there: “under 5” is not “over 5”, and struck text is not said. */
const SIGN = /~~|[<>≤≥≠=±+%]|\p{Sc}|(?<![\p{L}\p{N}])[-−](?=\p{N})/gu

/**
 * Words and targets of a block: markup, punctuation and typographic variants are gone.
 *
 * Pure, so that equal blocks may share it.
 */
export function blockWords({ kind, text }: Block): BlockWords {
  if (kind === 'code') return bagged(wordsOf(text), '')
  const targets: string[] = []
  let seen = text
  if (seen.includes('](') || seen.includes('][')) {
    seen = seen.replace(LINK, (_, label: string, target?: string, reference?: string) => {
      targets.push((target ?? reference ?? '').trim())
      return label
    })
  }
  if (seen.includes(']:') && DEFINITION.test(seen)) targets.push(seen)
  if (seen.includes('://')) {
    seen = seen.replace(ADDRESS, (address) => {
      targets.push(address.replace(/^<|>$/g, ''))
      return ' ⊙link '
    })
  }
  if (seen.includes('<')) {
    seen = seen.replace(TAG, (tag) => {
      for (const [, target = ''] of tag.matchAll(TARGET_IN_TAG)) targets.push(target)
      return ' '
    })
  }
  if (kind === 'quote') seen = seen.replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
  if (/[<>≤≥≠=±+%~\-−→⇒]|\p{Sc}/u.test(seen)) return bagged(withSigns(seen.replace(ARROW, ' ')), targets.join('\n'))
  return bagged(wordsOf(seen), targets.join('\n'))
}

function withSigns(text: string): readonly string[] {
  const words: string[] = []
  let at = 0
  for (const { index, 0: sign } of text.matchAll(SIGN)) {
    for (const word of wordsOf(text.slice(at, index))) words.push(word)
    words.push(sign)
    at = index + sign.length
  }
  for (const word of wordsOf(text.slice(at))) words.push(word)
  return words
}

function bagged(words: readonly string[], targets: string): BlockWords {
  const bag = new Map<string, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return { words, bag, targets }
}

/** Dice's measure over two blocks' words: 0 for nothing in common, 1 for the same words. */
export function alikeness(a: BlockWords, b: BlockWords): number {
  const both = a.words.length + b.words.length
  return both === 0 ? 0 : (2 * sharedWords(a.bag, b.bag)) / both
}

/** Number of words that two bags share. */
export function sharedWords(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small) {
    const other = large.get(word)
    if (other !== undefined) shared += Math.min(count, other)
  }
  return shared
}

/** What a bag has beyond another. */
export function beyond(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rest = new Map<string, number>()
  for (const [word, count] of a) {
    const left = count - (b.get(word) ?? 0)
    if (left > 0) rest.set(word, left)
  }
  return rest
}

/** Most texts whose words are kept. */
const MOST_KEPT = 20_000

/** Words of blocks that were asked for lately, so that a block is read once however often it is compared. */
export class Lexicon {
  readonly #known = new Map<string, BlockWords>()

  of(block: Block): BlockWords {
    const key = `${block.kind} ${block.text}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    // A size cap and no time limit: what is remembered changes how fast the answer comes, never the answer.
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    const words = blockWords(block)
    this.#known.set(key, words)
    return words
  }
}
