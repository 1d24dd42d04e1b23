import { findFences } from '../front-matter-fences.ts'
import { TooDeep } from '../write.ts'
import { differenceOf } from './difference.ts'
import { factsOf } from './facts.ts'
import { differenceHtml } from './html.ts'
import { LARGEST_PAGES } from './limit.ts'
import { pageTree } from './page-tree.ts'
import { type Summary, summaryOf, summaryWords } from './summary.ts'

/** The difference of two versions of a page as it is shown. */
export interface ShownDifference {
  /** Safe HTML; `` where nothing that a reader sees changed in the text. */
  readonly html: string
  /** What it amounts to, in words; `` with `html`. */
  readonly words: string
  readonly summary: Summary
  /** What changed in the front matter, a sentence each. */
  readonly facts: readonly string[]
}

/**
 * Compares two versions of a page as their readers see them.
 *
 * @param before - text of the file, front matter included; `` where there was none
 * @returns null where one of them is too large, or is not drawn at all: their sources can still be compared
 */
export function differenceOfSources(before: string, after: string): ShownDifference | null {
  if (before.length + after.length > LARGEST_PAGES) return null
  const [a, b] = [partsOf(before), partsOf(after)]
  const [left, right] = [pageTree(a.body), pageTree(b.body)]
  if (left === null || right === null) return null
  try {
    const tree = differenceOf(left, right)
    const summary = summaryOf(tree)
    return { html: differenceHtml(tree), words: summaryWords(summary), summary, facts: factsOf(a.front, b.front) }
  } catch (error) {
    // Deeper than the stack of this machine; a page that deep is not drawn either.
    if (error instanceof RangeError || error instanceof TooDeep) return null
    throw error
  }
}

function partsOf(source: string): { readonly front: string; readonly body: string } {
  const text = source.replace(/^\uFEFF/, '')
  const fences = findFences(text)
  if (fences.kind === 'none' || fences.kind === 'broken') return { front: '', body: text }
  return { front: fences.source, body: fences.body }
}
