import type { SearchDocument } from '../handbook/search-documents.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { pageWords } from './page-words.ts'
import type { PagefindRecord } from './pagefind.ts'
import { languageOf, recordHtml } from './record.ts'
import { type SearchWords, titleWords } from './search-words.ts'
import type { Said, Vocabulary } from './vocabulary.ts'

/** A page as it goes into the index. */
export interface PageRecord extends PagefindRecord {
  /** Language whose index it goes into. */
  readonly language: string
  /** What it adds to the vocabulary. */
  said(): Said
}

/** Makes records of pages, with what the handbook's words say of them. */
export function recordsOf(words: SearchWords, vocabulary: Vocabulary): (page: SearchDocument) => PageRecord {
  const alike = titleWords(words)
  return (page) => {
    const pinned = words.pinned.flatMap(({ route }, number) => (route === page.route ? [number] : []))
    return {
      route: page.route,
      language: languageOf(page.lang) ?? 'unknown',
      content: recordHtml(page, { alike: alike(page.title), pinned }),
      said: () => {
        const own = [page.keywords.join('. '), page.description ?? ''].map(escapeHtml).join('. ')
        return vocabulary.read(pageWords(page.title, `${own}. ${page.html}`))
      },
    }
  }
}
