import { wordsOf } from './forms.ts'

/** Places of a word beyond which it is in use, and no mistake that was overlooked here and there. */
const FEW = 2

/**
 * Tells which words the pages of today use: a change of such a word changed what a sentence says (`must`, `most`), and
 * mended no spelling.
 *
 * @param texts - read when a word is first asked for
 */
export function usedWords(texts: () => Iterable<string>): (word: string) => boolean {
  let counts: Map<string, number> | undefined
  return (word) => {
    if (counts === undefined) {
      counts = new Map()
      for (const text of texts()) for (const each of wordsOf(text)) counts.set(each, (counts.get(each) ?? 0) + 1)
    }
    return (counts.get(word) ?? 0) > FEW
  }
}
