import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SearchDocument } from '../../handbook/search-documents.ts'
import { runPagefind } from '../pagefind.ts'
import { type PageRecord, recordsOf } from '../records.ts'
import type { SearchWords } from '../search-words.ts'
import { vocabularyOf, writeVocabulary } from '../vocabulary.ts'
import { type Entry, fragmentFile, readEntry, readMeta, unpack } from './files.ts'
import { type MergedLanguage, mergeLanguage } from './merge-language.ts'
import { hashOf, type IndexState, type KnownPage, readSaid, readState, writeSaid, writeState } from './state.ts'

/** An index that is to be made, and what is left of the one before. */
export interface IndexRequest {
  /** Lists the pages in a fixed order; their HTML is only asked for where `keyOf` is new. */
  pages(): Iterable<SearchDocument>
  /** Equal keys, equal pages. */
  keyOf(route: string): string
  readonly words: SearchWords
  /** Stands for all else that records depend on: our own code. */
  readonly key: string
  /** Where the index goes. */
  readonly folder: string
  /** The index that was made last, known to be as it was written; null without one. */
  readonly last: string | null
  /** Where it is remembered what that was made of. */
  readonly state: string
}

/** How an index was made, and which files of the last one belong into it as they are. */
export interface KeptIndex {
  readonly how: 'same' | 'changed' | 'built'
  /** Paths in the folder of the index. */
  readonly kept: readonly string[] | 'all'
}

/** Pages that may change before all are read again: a tenth, for files of words grow and are never divided. */
const mostChanged = (pages: number): number => Math.max(10, pages / 10)

/**
 * Makes a search index, from the last one where that is known: only pages that changed are given to Pagefind, and what
 * it makes of them is worked into the last index. Searches find the same, in the same order, as in one that was made of
 * all pages; the bytes are other ones. Whatever is not as expected: all pages are read.
 *
 * @throws {WhybookError} as {@link runPagefind}
 */
export async function keepSearchIndex(request: IndexRequest): Promise<KeptIndex> {
  const known = request.last === null ? null : readState(request.state)
  const key = hashOf(JSON.stringify([request.key, request.words]))
  if (known?.key === key && request.last !== null && indexHash(request.last) === known.index) {
    try {
      const kept = await changeIndex(request, request.last, known)
      if (kept !== null) return kept
    } catch {
      // The last index is not what it should be, or of a form that is not known; all pages are read instead.
    }
  }
  return buildIndex(request, key)
}

async function buildIndex(request: IndexRequest, key: string): Promise<KeptIndex> {
  const { words, folder } = request
  const vocabulary = vocabularyOf(words)
  const recordOf = recordsOf(words, vocabulary)
  const made: { readonly record: PageRecord; readonly known: Omit<KnownPage, 'id'> }[] = []
  function* records() {
    for (const page of request.pages()) {
      const record = recordOf(page)
      const said = record.said()
      vocabulary.add(said)
      made.push({ record: { ...record, content: '' }, known: knownPage(request, record, writeSaid(said)) })
      yield record
    }
  }
  await runPagefind(records(), folder)
  await writeVocabulary(vocabulary, folder)
  const ids = idsOf(folder, made)
  await writeState(request.state, {
    ...{ key, index: indexHash(folder) ?? '', changed: 0, counts: vocabulary.counts },
    pages: new Map(made.map(({ record: { route }, known }) => [route, { ...known, id: ids.get(route) ?? '' }])),
  })
  return { how: 'built', kept: [] }
}

function knownPage({ keyOf }: IndexRequest, record: PageRecord, said: string): Omit<KnownPage, 'id'> {
  const { route, language, content } = record
  return { key: keyOf(route), record: hashOf(content), language, said }
}

/**
 * Names of the fragments of pages: Pagefind lists them in the order in which it was given the pages. Those of languages
 * whose pages it cannot tell are left out.
 */
function idsOf(
  folder: string,
  made: readonly { readonly record: Pick<PageRecord, 'route' | 'language'> }[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [language, { hash }] of Object.entries(readEntry(folder).languages)) {
    const routes = made.filter(({ record }) => record.language === language).map(({ record }) => record.route)
    const { pages } = readMeta(folder, hash)
    // Pages of no language go into the largest index among others.
    if (pages.length !== routes.length) continue
    for (const [at, [id]] of pages.entries()) ids.set(routes[at] ?? '', id)
  }
  return ids
}

async function changeIndex(request: IndexRequest, last: string, state: IndexState): Promise<KeptIndex | null> {
  const { words, folder } = request
  const vocabulary = vocabularyOf(words, state.counts)
  const recordOf = recordsOf(words, vocabulary)
  const pages = new Map<string, KnownPage>()
  const fresh: { readonly record: PageRecord; readonly known: Omit<KnownPage, 'id'> }[] = []
  const gone = new Map(state.pages)
  for (const page of request.pages()) {
    const before = state.pages.get(page.route)
    const key = request.keyOf(page.route)
    if (before !== undefined && before.key === key) {
      gone.delete(page.route)
      pages.set(page.route, before)
      continue
    }
    const record = recordOf(page)
    if (before !== undefined && before.record === hashOf(record.content)) {
      gone.delete(page.route)
      pages.set(page.route, { ...before, key })
      continue
    }
    const said = record.said()
    vocabulary.add(said)
    fresh.push({ record, known: knownPage(request, record, writeSaid(said)) })
    if (fresh.length > mostChanged(state.pages.size)) return null
  }
  const isSame = fresh.length === 0 && gone.size === 0
  const changed = state.changed + Math.max(fresh.length, gone.size)
  if (changed > mostChanged(state.pages.size)) return null
  const remember = (index: string): Promise<void> =>
    writeState(request.state, { key: state.key, index, changed, counts: vocabulary.counts, pages })
  if (isSame) {
    await remember(state.index)
    return { how: 'same', kept: 'all' }
  }
  for (const [route, { id, said }] of gone) {
    if (id === '') return null
    const fragment = JSON.parse(unpack(join(last, fragmentFile(id))).toString()) as { readonly url: string }
    if (fragment.url !== route) throw new Error(`The index has ${fragment.url} in the place of ${route}.`)
    vocabulary.remove(readSaid(said))
  }
  mkdirSync(folder, { recursive: true })
  const small = mkdtempSync(join(folder, 'new-'))
  try {
    if (fresh.length > 0)
      await runPagefind(
        fresh.map(({ record }) => record),
        small,
      )
    const ids = fresh.length === 0 ? new Map<string, string>() : idsOf(small, fresh)
    if (ids.size < fresh.length) return null
    for (const { record, known } of fresh) pages.set(record.route, { ...known, id: ids.get(record.route) ?? '' })
    const kept = await merge(last, fresh.length === 0 ? null : small, { folder, gone: [...gone.values()] })
    if (kept === null) return null
    await writeVocabulary(vocabulary, folder)
    await remember(indexHash(folder) ?? '')
    return { how: 'changed', kept }
  } finally {
    rmSync(small, { recursive: true, force: true })
  }
}

/** Files of the last index that stay; null when another language came or one went: that index is made anew. */
async function merge(
  last: string,
  small: string | null,
  { folder, gone }: { readonly folder: string; readonly gone: readonly KnownPage[] },
): Promise<readonly string[] | null> {
  const entry = readEntry(last)
  const more = small === null ? null : readEntry(small)
  if (more !== null && more.version !== entry.version) return null
  const left = new Set(gone.map(({ id }) => id))
  if (Object.keys(more?.languages ?? {}).some((language) => entry.languages[language] === undefined)) return null
  const kept: string[] = ['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind']
  const languages: Record<string, Entry['languages'][string]> = {}
  for (const [language, index] of Object.entries(entry.languages)) {
    if (index.wasm !== null) kept.push(`wasm.${index.wasm}.pagefind`)
    const added = more?.languages[language]
    const merged = await mergeLanguage(
      language,
      { folder: last, name: index.hash },
      small === null || added === undefined ? null : { folder: small, name: added.hash },
      left,
    )
    if (merged.pages === 0) return null
    languages[language] = { ...index, hash: merged.name, page_count: merged.pages }
    await write(merged, small, folder)
    kept.push(...merged.kept)
  }
  writeFileSync(join(folder, 'pagefind-entry.json'), JSON.stringify({ ...entry, languages }))
  return kept
}

async function write({ written, taken }: MergedLanguage, small: string | null, folder: string): Promise<void> {
  for (const [path, bytes] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  if (small === null) return
  mkdirSync(join(folder, 'fragment'), { recursive: true })
  for (const path of taken) await copyFile(join(small, path), join(folder, path))
}

/** Stands for an index: its list names files by what is in them. */
function indexHash(folder: string): string | null {
  try {
    return hashOf(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8'))
  } catch {
    return null
  }
}
