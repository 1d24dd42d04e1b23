import { distance } from '../text/nearest.ts'

/** Keys that decide who may see a page; a slip of the pen in one of them must not publish it. */
export type VisibilityKey = 'draft' | 'audience'

const KEYS: readonly { readonly key: VisibilityKey; readonly edits: number }[] = [
  { key: 'draft', edits: 1 },
  { key: 'audience', edits: 2 },
]

/**
 * The visibility key that `name` was probably meant to be: `Draft`, `drfat` and `is_draft` mean `draft`.
 *
 * @returns null for the keys themselves and for words that mean something else
 */
export function meantVisibility(name: string): VisibilityKey | null {
  if (name === 'draft' || name === 'audience') return null
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const word = bare.replace(/^(?:is|the|page)(?=draft|audience)/, '')
  return KEYS.find(({ key, edits }) => distance(word, key, edits) <= edits)?.key ?? null
}
