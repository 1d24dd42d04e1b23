import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageWords } from './page-words.ts'
import { type Lexicon, lexiconFile, writeLexicon } from './query/lexicon.ts'
import { spellingFile } from './query/spelling.ts'
import { fold, wordsIn } from './query/stem.ts'
import type { SearchWords } from './search-words.ts'

/** What one page adds to what is known of words: each word once. */
export interface Said {
  readonly words: readonly string[]
  /** Those of its title. */
  readonly titles: readonly string[]
  /** Phrases of our groups. */
  readonly phrases: readonly string[]
  /** Short and long forms that it explains, as JSON. */
  readonly acronyms: readonly string[]
}

/** How many pages say it. */
export type Counts = { readonly [Key in keyof Said]: ReadonlyMap<string, number> }

/** What all pages together say of words; pages are added and taken away again. */
export interface Vocabulary {
  read(page: PageWords): Said
  add(said: Said): void
  remove(said: Said): void
  readonly counts: Counts
  lexicon(): Lexicon
  /** Words by the file that they are in, each with the number of pages that have it. */
  spellings(): ReadonlyMap<string, Readonly<Record<string, number>>>
}

const leastLetters = 3
const leastPages = 2
const mostAcronyms = 500

/**
 * Counts the words of a handbook's pages.
 *
 * @param known - what was counted before
 */
export function vocabularyOf(words: SearchWords, known?: Counts): Vocabulary {
  const phrases = phraseFinder(words.groups.flat())
  const counts = {
    words: new Map(known?.words),
    titles: new Map(known?.titles),
    phrases: new Map(known?.phrases),
    acronyms: new Map(known?.acronyms),
  }
  const count = (said: Said, step: 1 | -1): void => {
    for (const kind of ['words', 'titles', 'phrases', 'acronyms'] as const) {
      for (const text of said[kind]) {
        const now = (counts[kind].get(text) ?? 0) + step
        if (now === 0) counts[kind].delete(text)
        else counts[kind].set(text, now)
      }
    }
  }
  return {
    counts,
    read: (page) => ({
      words: [...new Set(page.words)],
      titles: [...new Set(page.title)],
      phrases: phrases.inPage(page.words),
      acronyms: [...new Set(page.acronyms.map((pair) => JSON.stringify(pair)))],
    }),
    add: (said) => count(said, 1),
    remove: (said) => count(said, -1),
    lexicon() {
      const countOf = (text: string): number => {
        const key = phraseKey(text)
        return key.includes(' ') ? (counts.phrases.get(key) ?? 0) : (counts.words.get(fold(text)) ?? 0)
      }
      return {
        groups: words.groups.map((group) => group.map((text) => ({ text, pages: countOf(text) }))),
        acronyms: [...counts.acronyms]
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
      for (const [word, count] of [...counts.words].sort(([a], [b]) => (a < b ? -1 : 1))) {
        // A word of a single page may be misspelt itself, but hardly in a title.
        const offered = counts.titles.has(word) ? Math.max(count, leastPages) : count
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

/** Finds phrases of several words, by their first word. */
function phraseFinder(texts: readonly string[]) {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const text of new Set(texts)) {
    const words = phraseKey(text).split(' ')
    const [first] = words
    if (first === undefined || words.length < 2) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return {
    inPage(page: readonly string[]): readonly string[] {
      const here = new Set<string>()
      for (const [at, word] of page.entries()) {
        for (const phrase of byFirst.get(word) ?? []) {
          if (phrase.every((part, index) => page[at + index] === part)) here.add(phrase.join(' '))
        }
      }
      return [...here]
    },
  }
}

const phraseKey = (text: string): string =>
  wordsIn(text)
    .flatMap((word) => word.split(/['’:.-]/))
    .map(fold)
    .join(' ')

/** Writes what is known of words beside the index. */
export async function writeVocabulary(vocabulary: Vocabulary, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, lexiconFile), writeLexicon(vocabulary.lexicon()))
  for (const [file, words] of vocabulary.spellings()) await writeFile(join(folder, file), JSON.stringify(words))
}
