import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchDocument } from '../handbook/search-documents.ts'
import { runPagefind } from './pagefind.ts'
import { recordsOf } from './records.ts'
import { ourWords, type SearchWords } from './search-words.ts'
import { vocabularyOf, writeVocabulary } from './vocabulary.ts'

/** Folder of the index below the output folder. */
export const indexFolder = '_whybook/search'

/** What an index consists of. */
export interface IndexSize {
  readonly records: number
  readonly files: number
  readonly bytes: number
}

/**
 * Makes the whole search index with Pagefind, a process of its own that works while pages are rendered here.
 *
 * @param pages - what the handbook wants found, in a fixed order: the same give the same bytes
 * @param outDir - folder of the site; the index goes into {@link indexFolder} below it, which is emptied first
 * @throws {WhybookError} `search/not-started`, `search/refused`, `search/not-written`, `search/no-answer`
 */
export async function buildSearchIndex(
  pages: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
  outDir: string,
  options: { readonly words?: SearchWords } = {},
): Promise<IndexSize> {
  const folder = join(outDir, indexFolder)
  const words = options.words ?? ourWords
  const vocabulary = vocabularyOf(words)
  const recordOf = recordsOf(words, vocabulary)
  async function* records() {
    for await (const page of pages) {
      const record = recordOf(page)
      vocabulary.add(record.said())
      yield record
    }
  }
  const count = await runPagefind(records(), folder)
  await writeVocabulary(vocabulary, folder)
  return { records: count, ...(await sizeOf(folder)) }
}

async function sizeOf(folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  let bytes = 0
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size
  return { files: files.length, bytes }
}
