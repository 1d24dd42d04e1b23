import { type Block, splitBlocks } from '../markdown/blocks.ts'
import type { Visibility } from '../markdown/visibility.ts'
import { type Forms, formsOf, wordsOf } from './forms.ts'
import { linesIn } from './line-count.ts'
import { visibilityOfText } from './visibility.ts'

/** One version of a page, as far as it could be read. */
export interface PageVersion {
  readonly bytes: Uint8Array
  readonly lines: number
  /** As far as its text tells. */
  readonly visibility: Visibility
  /** Its blocks and their forms, in their order; split when they are first asked for, and once. */
  readonly parts: Parts
}

/** The blocks of a version, and the forms of each at the same place. */
export interface Parts {
  readonly blocks: readonly Block[]
  readonly forms: readonly Forms[]
}

/** What a version weighs in comparisons: its blocks by layout hash, each with 1 + its words. */
export interface Weights {
  readonly byBlock: ReadonlyMap<number, { readonly count: number; readonly weight: number }>
  readonly total: number
}

/** How often each word stands in a version. */
export interface WordBag {
  readonly words: ReadonlyMap<string, number>
  readonly total: number
}

/** @param bytes - kept as they are; must not be a part of a larger buffer that would be kept alive with it */
export function versionOf(bytes: Uint8Array): PageVersion {
  let parts: Parts | undefined
  return {
    bytes,
    lines: linesIn(bytes),
    visibility: visibilityOfText(bytes),
    get parts() {
      parts ??= partsOf(new TextDecoder().decode(bytes))
      return parts
    },
  }
}

/** Splits a text. */
export function partsOf(text: string): Parts {
  const blocks = splitBlocks(text)
  return { blocks, forms: blocks.map(formsOf) }
}

/** Weighs a version; costs a pass over its text, so ask only where pages must be told apart. */
export function weigh({ parts }: PageVersion): Weights {
  const byBlock = new Map<number, { count: number; weight: number }>()
  let total = 0
  for (const { layout, size } of parts.forms) {
    total += 1 + size
    const known = byBlock.get(layout)
    if (known === undefined) byBlock.set(layout, { count: 1, weight: 1 + size })
    else known.count += 1
  }
  return { byBlock, total }
}

/** The words of a version. */
export function bagOf({ bytes }: PageVersion): WordBag {
  const words = new Map<string, number>()
  const all = wordsOf(new TextDecoder().decode(bytes))
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, total: all.length }
}

/** Weight of the blocks that two versions share. */
export function sharedWeight(a: Weights, b: Weights): number {
  const [small, large] = a.byBlock.size <= b.byBlock.size ? [a, b] : [b, a]
  let shared = 0
  for (const [hash, { count, weight }] of small.byBlock) {
    shared += Math.min(count, large.byBlock.get(hash)?.count ?? 0) * weight
  }
  return shared
}

/** Dice's measure over two bags of words: 0 for nothing in common, 1 for the same words. */
export function likeness(a: WordBag, b: WordBag): number {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small.words) shared += Math.min(count, large.words.get(word) ?? 0)
  const both = a.total + b.total
  return both === 0 ? 0 : (2 * shared) / both
}
