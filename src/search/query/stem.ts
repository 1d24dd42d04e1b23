/** As Pagefind compares words: no accents, no punctuation inside, no capitals. */
export const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/**
 * What forms of an English word have in common, roughly: `expenses` and `expense`, `travelling` and `travel`. Only ever
 * compared with another one; what is searched for is stemmed by Pagefind.
 */
export function stem(word: string): string {
  const folded = fold(word)
  if (folded.length < 4) return folded
  const base = folded
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:sses|shes|ches|xes)$/, (ending) => ending.slice(0, -2))
    .replace(/([^s])s$/, '$1')
    .replace(/(.{3})(?:ing|ed|ement|ment)$/, '$1')
  return base.replace(/([^aeiou])\1$/, '$1').replace(/e$/, '')
}

/** A phrase's words, stemmed, with a space between. */
export const stemAll = (phrase: string): string => wordsIn(phrase).map(stem).join(' ')

/** The words of a phrase; what joins parts of a word stays in it. */
export const wordsIn = (phrase: string): readonly string[] =>
  phrase.match(/[\p{L}\p{N}]+(?:['’:.-][\p{L}\p{N}]+)*/gu) ?? []
