import { join } from 'node:path'
import { type Reading, readValue, type Value, writeArray, writeValue } from './cbor.ts'
import {
  chunkFile,
  filterFile,
  fragmentFile,
  type Meta,
  type MetaChunk,
  type MetaFilter,
  metaFile,
  nameOf,
  pack,
  readMeta,
  unpack,
  writeMeta,
} from './files.ts'
import { type Renumbering, renumber } from './page-numbers.ts'
import { compareWords, type Range, shortRanges } from './word-order.ts'
import { type IndexWord, isEmpty, joined, type Posting, readWord, renumbered, scanWords, writeWord } from './words.ts'

/** An index of one language: the folder it is in, and its name there. */
export interface LanguageIndex {
  readonly folder: string
  readonly name: string
}

/** What an index of one language consists of afterwards. */
export interface MergedLanguage {
  readonly name: string
  readonly pages: number
  /** Files that are written, by their path in the folder of the index. */
  readonly written: ReadonlyMap<string, Buffer>
  /** Files of the last index that stay as they are. */
  readonly kept: readonly string[]
  /** Files of fragments to be taken from the small index. */
  readonly taken: readonly string[]
}

/**
 * Works a small index of what has changed into the last one, so that the reader's browser meets a single index: merging
 * two of them there costs it as many bytes again (SEARCH.md 4), and gives pages other scores.
 *
 * The same pages, words and positions come out as if Pagefind had read them all; pages have other numbers and words
 * other files. All files are looked through; those that have nothing of the pages in question are left alone.
 *
 * @param small - null when pages only went
 * @param gone - names of the fragments of pages that changed or went
 * @throws when a file is not as this version of Pagefind writes it
 */
export async function mergeLanguage(
  language: string,
  last: LanguageIndex,
  small: LanguageIndex | null,
  gone: ReadonlySet<string>,
): Promise<MergedLanguage> {
  const before = readMeta(last.folder, last.name)
  const more = small === null ? null : readMeta(small.folder, small.name)
  const numbers = renumber(before.pages, gone, more?.pages ?? [])
  const fields = [...new Set([...before.fields, ...(more?.fields ?? [])])]
  const coming = small === null || more === null ? [] : wordsOf(small.folder, more, { numbers, fields })
  const written = new Map<string, Buffer>()
  const kept: string[] = []
  const chunks: { readonly name: string; readonly range: Range }[] = []
  const ranges: Range[] = []
  let next = 0
  for (const [at, [, , name]] of before.chunks.entries()) {
    const bytes = unpack(join(last.folder, chunkFile(name)))
    const spans = scanWords(bytes, numbers.isTouched)
    const range = rangeOf(spans)
    ranges.push(range)
    const isLast = at === before.chunks.length - 1
    const start = next
    while (next < coming.length && (isLast || compareWords(coming[next]?.word ?? '', range.last) <= 0)) next += 1
    if (start === next && !spans.some(({ isTouched }) => isTouched)) {
      kept.push(chunkFile(name))
      chunks.push({ name, range })
      continue
    }
    const changed = mergeWords(bytes, spans, coming.slice(start, next), numbers)
    if (changed === null) continue
    // A line at the end of a page moves none of its other words.
    if (changed.bytes.equals(bytes)) {
      kept.push(chunkFile(name))
      chunks.push({ name, range })
      continue
    }
    const named = nameOf(language, changed.bytes)
    written.set(chunkFile(named), changed.bytes)
    chunks.push({ name: named, range: changed.range })
  }
  const known = shortRanges(ranges)
  if (!before.chunks.every(([from, to], at) => from === known[at]?.[0] && to === known[at]?.[1])) {
    throw new Error('The files of words are divided in another way.')
  }
  const short = shortRanges(chunks.map(({ range }) => range))
  const filters = mergeFilters(language, { last, before, small, more }, numbers, { written, kept })
  const meta = writeMeta({
    ...before,
    pages: numbers.pages,
    chunks: chunks.map(({ name }, at): MetaChunk => [short[at]?.[0] ?? '', short[at]?.[1] ?? '', name]),
    filters,
    fields,
  })
  const name = nameOf(language, meta)
  written.set(metaFile(name), meta)
  const came = new Set(more?.pages.map(([id]) => id))
  return {
    name,
    pages: numbers.pages.length,
    written: new Map(await Promise.all([...written].map(async ([path, bytes]) => [path, await pack(bytes)] as const))),
    kept: [...kept, ...numbers.pages.flatMap(([id]) => (came.has(id) ? [] : [fragmentFile(id)]))],
    taken: [...came].map(fragmentFile),
  }
}

function rangeOf(words: readonly { readonly word: string }[]): Range {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) throw new Error('A file of words has none.')
  return { first: first.word, last: last.word }
}

/** All words of the small index, with the numbers and fields that they have in the other one, in the order of words. */
function wordsOf(
  folder: string,
  meta: Meta,
  { numbers, fields }: { readonly numbers: Renumbering; readonly fields: readonly string[] },
): readonly IndexWord[] {
  const fieldNumbers = meta.fields.map((field) => fields.indexOf(field))
  const withFields = ({ page, where }: Posting): Posting => {
    const reading: Reading = { bytes: where, at: 0 }
    const inText = readValue(reading)
    const inFields = readValue(reading)
    if (!Array.isArray(inFields)) throw new Error('Positions are no list.')
    // A negative number stands for the field in which the positions after it are.
    const named = inFields.map((item: Value) =>
      typeof item === 'number' && item < 0 ? -1 - (fieldNumbers[-1 - item] ?? 0) : item,
    )
    return { page, where: Buffer.concat([writeValue(inText), writeValue(named)]) }
  }
  const words = meta.chunks.flatMap(([, , name]) => {
    const bytes = unpack(join(folder, chunkFile(name)))
    return scanWords(bytes, () => false).map(({ start }) => readWord(bytes, start))
  })
  return words
    .map((word) => renumbered(word, (page) => numbers.came[page] ?? null))
    .map((word) => ({
      ...word,
      pages: word.pages.map(withFields),
      forms: word.forms.map(({ form, pages }) => ({ form, pages: pages.map(withFields) })),
    }))
    .sort((a, b) => compareWords(a.word, b.word))
}

/** The words of a file with those that come; null when none is left. */
function mergeWords(
  bytes: Buffer,
  spans: ReturnType<typeof scanWords>,
  coming: readonly IndexWord[],
  numbers: Renumbering,
): { readonly bytes: Buffer; readonly range: Range } | null {
  const parts: Buffer[] = []
  const words: { readonly word: string }[] = []
  const add = (word: IndexWord): void => {
    if (isEmpty(word)) return
    writeWord(word, parts)
    words.push(word)
  }
  let next = 0
  for (const span of spans) {
    for (let word = coming[next]; word !== undefined && compareWords(word.word, span.word) < 0; word = coming[next]) {
      add(word)
      next += 1
    }
    const more = coming[next]?.word === span.word ? coming[next] : undefined
    if (more !== undefined) next += 1
    if (more === undefined && !span.isTouched) {
      parts.push(bytes.subarray(span.start, span.end))
      words.push(span)
      continue
    }
    const stays = renumbered(readWord(bytes, span.start), numbers.numberOf)
    add(more === undefined ? stays : joined(stays, more))
  }
  for (const word of coming.slice(next)) add(word)
  if (words.length === 0) return null
  return { bytes: Buffer.concat([writeArray(1), writeArray(words.length), ...parts]), range: rangeOf(words) }
}

type FilterValues = Map<string, number[]>

function mergeFilters(
  language: string,
  of: {
    readonly last: LanguageIndex
    readonly before: Meta
    readonly small: LanguageIndex | null
    readonly more: Meta | null
  },
  numbers: Renumbering,
  files: { readonly written: Map<string, Buffer>; readonly kept: string[] },
): readonly MetaFilter[] {
  const { last, before, small, more } = of
  const names = new Set([...before.filters, ...(more?.filters ?? [])].map(([filter]) => filter))
  const found: MetaFilter[] = []
  for (const filter of [...names].sort()) {
    const name = before.filters.find(([other]) => other === filter)?.[1]
    const added = more?.filters.find(([other]) => other === filter)?.[1]
    const values: FilterValues = new Map()
    let isSame = true
    if (name !== undefined) {
      for (const [value, pages] of readFilter(last.folder, filter, name)) {
        isSame &&= !pages.some(numbers.isTouched)
        values.set(
          value,
          pages.flatMap((page) => numbers.numberOf(page) ?? []),
        )
      }
    }
    if (small !== null && added !== undefined) {
      for (const [value, pages] of readFilter(small.folder, filter, added)) {
        isSame = false
        values.set(value, [...(values.get(value) ?? []), ...pages.flatMap((page) => numbers.came[page] ?? [])])
      }
    }
    if (isSame && name !== undefined) {
      files.kept.push(filterFile(name))
      found.push([filter, name])
      continue
    }
    const left = [...values].filter(([, pages]) => pages.length > 0)
    if (left.length === 0) continue
    const bytes = writeValue([filter, left.map(([value, pages]) => [value, pages.sort((a, b) => a - b)])])
    const named = nameOf(language, bytes)
    files.written.set(filterFile(named), bytes)
    found.push([filter, named])
  }
  return found
}

function readFilter(folder: string, filter: string, name: string): readonly (readonly [string, readonly number[]])[] {
  const value = readValue({ bytes: unpack(join(folder, filterFile(name))), at: 0 })
  if (!Array.isArray(value) || value.length !== 2 || value[0] !== filter) throw new Error('A filter has another form.')
  return value[1] as unknown as readonly (readonly [string, readonly number[]])[]
}
