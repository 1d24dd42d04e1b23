import { stopWords, weakWords } from './words.ts'

/** One search that is asked of the index. */
export interface Term {
  /** As it is asked; with its quotation marks when it is a phrase. */
  readonly text: string
  /** Share of a full word that it counts. */
  readonly weight: number
  /** A phrase in quotation marks: pages without it are not results. */
  readonly isRequired: boolean
  /** Asked instead when no page has `text`: the parts of `on-call`, the words of a Chinese sentence. */
  readonly instead: readonly string[]
}

/** What a question becomes: its terms, in their order; none when there is nothing to look for. */
export interface Plan {
  readonly terms: readonly Term[]
  /** The words in their order, stop words among them: phrases of several words are looked up in it. */
  readonly words: readonly string[]
  /** Two words that stand side by side in the question (`"on call"`). */
  readonly pairs: readonly (readonly [string, string])[]
}

/** Stop words of one handbook, and words that are none there. */
export interface OwnStopWords {
  readonly stop: readonly string[]
  readonly keep: readonly string[]
}

const longestQuery = 200
const mostTerms = 12
const mostPairs = 6
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * Splits a question into the words worth searching.
 *
 * Stop words are dropped unless they stand in capitals (IT, US) or nothing else is left. Only English has a list;
 * in other languages the weight of common words is small by itself.
 */
export function planSearch(query: string, own: OwnStopWords = { stop: [], keep: [] }): Plan {
  const asked = query.normalize('NFC').slice(0, longestQuery)
  const phrases = [...asked.matchAll(/"([^"]+)"/g)].map((match) => bare(match[1] ?? '')).filter((text) => text !== '')
  const loose = asked.replaceAll(/"[^"]*"/g, ' ').replaceAll('"', ' ')
  const words = loose
    .split(/[\s/\\,;:|()[\]{}]+/u)
    .map(bare)
    .filter((word) => word !== '')
  const shouts = words.every((word) => word === word.toUpperCase())
  const telling = words.filter((word) => !isStopWord(word, shouts, own))
  const kept = telling.length > 0 || phrases.length > 0 ? telling : words
  const long = kept.filter((word) => word.length > 1 || /\p{N}/u.test(word) || withoutSpaces.test(word))
  const terms = [...phrases.map(phraseTerm), ...(long.length > 0 || phrases.length > 0 ? long : kept).map(wordTerm)]
  const seen = new Set<string>()
  return {
    terms: terms.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, mostTerms),
    words,
    pairs: phrases.length > 0 ? [] : pairsOf(words, kept),
  }
}

/** Neighbours of which at least one tells something; of a question of few words all, for it may be a name (`on call`). */
function pairsOf(words: readonly string[], telling: readonly string[]): readonly (readonly [string, string])[] {
  const told = new Set(telling)
  return words
    .slice(0, -1)
    .map((word, at) => [word, words[at + 1] ?? ''] as const)
    .filter(([a, b]) => (words.length <= 4 ? told.has(a) || told.has(b) : told.has(a) && told.has(b)))
    .slice(0, mostPairs)
}

/** Without the punctuation around it; Pagefind folds what is inside. */
function bare(word: string): string {
  return word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '')
}

function isStopWord(word: string, shouts: boolean, own: OwnStopWords): boolean {
  if (!shouts && word.length > 1 && word === word.toUpperCase()) return false
  const lower = word.toLowerCase().replaceAll('’', "'")
  return (stopWords.has(lower) || own.stop.includes(lower)) && !own.keep.includes(lower)
}

function phraseTerm(text: string): Term {
  return { text: `"${text}"`, weight: 1, isRequired: true, instead: [] }
}

function wordTerm(text: string): Term {
  return { text, weight: weakWords.has(text.toLowerCase()) ? 0.4 : 1, isRequired: false, instead: partsOf(text) }
}

function partsOf(word: string): readonly string[] {
  const parts = withoutSpaces.test(word) ? segments(word) : word.split(/\p{Pd}/u).filter((part) => part.length > 1)
  return parts.length > 1 ? parts : []
}

function segments(sentence: string): readonly string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  return [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}
