import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import type { SearchDocument } from '../handbook/search-documents.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { searchErrors } from './errors.ts'
import { pageWords } from './page-words.ts'
import { recordHtml } from './record.ts'
import { ourWords, type SearchWords, titleWords } from './search-words.ts'
import { type Vocabulary, vocabularyOf, writeVocabulary } from './vocabulary.ts'

/** Folder of the index below the output folder. */
export const indexFolder = '_whybook/search'

/** What an index consists of. */
export interface IndexSize {
  readonly records: number
  readonly files: number
  readonly bytes: number
}

/** Pages handed to Pagefind before it has answered: enough to keep it busy, little enough to hold in memory. */
const underway = 8
const secondsForPage = 60
const secondsForWriting = 900

/** What pages draw beside the text: numbers of sections, ways back from footnotes. */
const drawnOnly = ['.sec', '[data-footnote-backref]']

/** Pagefind's own user interfaces, which we do not use. */
const notOurs = /^pagefind-(?:component-ui|modular-ui|ui|highlight|playground)\b/

/**
 * Makes the search index with Pagefind, a process of its own that works while pages are rendered here.
 *
 * The same records in the same order give the same bytes; another order does not.
 *
 * @param records - what the handbook wants found, in a fixed order
 * @param outDir - folder of the site; the index goes into {@link indexFolder} below it, which is emptied first
 * @throws {WhybookError} `search/not-started`, `search/refused`, `search/not-written`, `search/no-answer`
 */
export async function buildSearchIndex(
  records: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
  outDir: string,
  options: { readonly onProgress?: (records: number) => void; readonly words?: SearchWords } = {},
): Promise<IndexSize> {
  const folder = join(outDir, indexFolder)
  const { createIndex, close } = await import('pagefind')
  users += 1
  try {
    const { index, errors } = await started(createIndex({ excludeSelectors: drawnOnly }))
    if (index === undefined) throw searchErrors.notStarted(new Error(errors.join('; ')))
    const words = options.words ?? ourWords
    const vocabulary = vocabularyOf(words)
    const count = await addAll(index, withWords(records, vocabulary), {
      words,
      onProgress: options.onProgress ?? (() => {}),
    })
    await write(index, folder)
    await writeVocabulary(vocabulary, folder)
    await index.deleteIndex()
    return { records: count, ...(await sizeOf(folder)) }
  } finally {
    users -= 1
    // The process is shared by all builds of this one.
    if (users === 0) await close()
  }
}

let users = 0

async function started<T>(start: Promise<T>): Promise<T> {
  try {
    return await answered(start, secondsForPage)
  } catch (cause) {
    throw searchErrors.notStarted(cause)
  }
}

async function addAll(
  index: PagefindIndex,
  records: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
  { words, onProgress }: { readonly words: SearchWords; readonly onProgress: (records: number) => void },
): Promise<number> {
  const alike = titleWords(words)
  const waiting: Promise<void>[] = []
  let count = 0
  for await (const record of records) {
    const pinned = words.pinned.flatMap(({ route }, number) => (route === record.route ? [number] : []))
    waiting.push(add(index, record.route, recordHtml(record, { alike: alike(record.title), pinned })))
    // What fails is thrown when its turn comes, not as an unhandled rejection before.
    waiting.at(-1)?.catch(() => {})
    if (waiting.length >= underway) await waiting.shift()
    count += 1
    onProgress(count)
  }
  await Promise.all(waiting)
  return count
}

async function* withWords(
  records: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
  vocabulary: Vocabulary,
): AsyncIterable<SearchDocument> {
  for await (const record of records) {
    const own = [record.keywords.join('. '), record.description ?? ''].map(escapeHtml).join('. ')
    vocabulary.add(pageWords(record.title, `${own}. ${record.html}`))
    yield record
  }
}

async function add(index: PagefindIndex, route: string, content: string): Promise<void> {
  const { errors } = await answered(index.addHTMLFile({ url: route, content }), secondsForPage)
  if (errors.length > 0) throw searchErrors.refused(route, errors)
}

async function write(index: PagefindIndex, folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const { errors } = await answered(index.writeFiles({ outputPath: folder }), secondsForWriting)
    if (errors.length > 0) throw new Error(errors.join('; '))
    const names = (await readdir(folder)).filter((name) => notOurs.test(name))
    await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true })))
  } catch (cause) {
    throw searchErrors.notWritten(folder, cause)
  }
}

/** Pagefind's Node API never answers when its process was ended from outside. */
async function answered<T>(answer: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(searchErrors.silent(seconds)), seconds * 1000)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

async function sizeOf(folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  let bytes = 0
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size
  return { files: files.length, bytes }
}
