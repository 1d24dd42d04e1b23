import type { BlockStory } from '../model/block-history.ts'
import { blockWords } from './block-words.ts'

/**
 * The blocks that somebody means.
 *
 * @param wanted - a line of the page's file, or words as they stand in the source or as a reader sees them
 * @returns in their order; of words every block that holds them, of a line at most one
 */
export function blocksMeant(blocks: readonly BlockStory[], wanted: number | string): readonly BlockStory[] {
  if (typeof wanted === 'number') return blocks.filter(({ line, endLine }) => line <= wanted && wanted <= endLine)
  const words = said({ kind: 'paragraph', text: wanted })
  if (words.trim() !== '') {
    const found = blocks.filter((block) => said(block).includes(words))
    if (found.length > 0) return found
  }
  const source = plain(wanted)
  return source === '' ? [] : blocks.filter(({ text }) => plain(text).includes(source))
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** Words between blanks, so that a word is found and not a part of one. */
const said = ({ kind, text }: Pick<BlockStory, 'kind' | 'text'>): string =>
  ` ${blockWords({ kind, text, line: 0, endLine: 0 }).words.join(' ')} `
