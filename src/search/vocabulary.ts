import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageWords } from './page-words.ts'
import { type Lexicon, lexiconFile, writeLexicon } from './query/lexicon.ts'
import { spellingFile } from './query/spelling.ts'
import { fold, wordsIn } from './query/stem.ts'
import type { SearchWords } from './search-words.ts'

/** What all pages together say of words; pages are added and taken away again. */
export interface Vocabulary {
  add(page: PageWords): void
  lexicon(): Lexicon
  /** Words by the file that they are in, each with the number of pages that have it. */
  spellings(): ReadonlyMap<string, Readonly<Record<string, number>>>
}

const leastLetters = 3
const leastPages = 2
const mostAcronyms = 500

/** Counts the words of a handbook's pages. */
export function vocabularyOf(words: SearchWords): Vocabulary {
  const pages = new Map<string, number>()
  const titles = new Set<string>()
  const phrases = phraseCounter(words.groups.flat())
  const acronyms = new Map<string, number>()
  return {
    add(page) {
      for (const word of new Set(page.words)) pages.set(word, (pages.get(word) ?? 0) + 1)
      for (const word of page.title) titles.add(word)
      phrases.count(page.words)
      for (const key of new Set(page.acronyms.map((pair) => JSON.stringify(pair)))) {
        acronyms.set(key, (acronyms.get(key) ?? 0) + 1)
      }
    },
    lexicon() {
      const countOf = (text: string): number => phrases.pages(text) ?? pages.get(fold(text)) ?? 0
      return {
        groups: words.groups.map((group) => group.map((text) => ({ text, pages: countOf(text) }))),
        acronyms: [...acronyms]
          .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
          .slice(0, mostAcronyms)
          .map(([key]) => JSON.parse(key) as [string, string]),
        stop: words.stop,
        keep: words.keep,
        pinned: words.pinned,
        propose: words.propose,
      }
    },
    spellings() {
      const files = new Map<string, Record<string, number>>()
      for (const [word, count] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
        // A word of a single page may be misspelt itself, but hardly in a title.
        const offered = titles.has(word) ? Math.max(count, leastPages) : count
        if (offered < leastPages || word.length < leastLetters || word.includes("'")) continue
        const file = spellingFile(word)
        const own = files.get(file) ?? {}
        own[word] = offered
        files.set(file, own)
      }
      return files
    },
  }
}

/** Counts phrases of several words, found by their first word. */
function phraseCounter(texts: readonly string[]) {
  const byFirst = new Map<string, (readonly string[])[]>()
  const counts = new Map<string, number>()
  for (const text of new Set(texts)) {
    const words = wordsIn(text)
      .flatMap((word) => word.split(/['’:.-]/))
      .map(fold)
    const [first] = words
    if (first === undefined || words.length < 2) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
    counts.set(words.join(' '), 0)
  }
  const keyOf = (text: string): string =>
    wordsIn(text)
      .flatMap((word) => word.split(/['’:.-]/))
      .map(fold)
      .join(' ')
  return {
    count(page: readonly string[]): void {
      const here = new Set<string>()
      for (const [at, word] of page.entries()) {
        for (const phrase of byFirst.get(word) ?? []) {
          if (phrase.every((part, index) => page[at + index] === part)) here.add(phrase.join(' '))
        }
      }
      for (const phrase of here) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    },
    pages: (text: string): number | undefined => counts.get(keyOf(text)),
  }
}

/** Writes what is known of words beside the index. */
export async function writeVocabulary(vocabulary: Vocabulary, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, lexiconFile), writeLexicon(vocabulary.lexicon()))
  for (const [file, words] of vocabulary.spellings()) await writeFile(join(folder, file), JSON.stringify(words))
}
