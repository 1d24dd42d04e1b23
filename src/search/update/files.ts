import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { readValue, type Value, writeValue } from './cbor.ts'

const signature = Buffer.from('pagefind_dcd')
const compress = promisify(gzip)

/** What one of Pagefind's files holds. */
export function unpack(file: string): Buffer {
  const bytes = gunzipSync(readFileSync(file))
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error(`${file} is no file of Pagefind.`)
  return bytes.subarray(signature.length)
}

/** A file as Pagefind reads it. */
export const pack = (content: Buffer): Promise<Buffer> => compress(Buffer.concat([signature, content]), { level: 6 })

/** Name of a file by what it holds, as Pagefind names them: `en_3f0a9c12d4`. */
export const nameOf = (language: string, content: Buffer): string =>
  `${language}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`

/** `pagefind-entry.json`. */
export interface Entry {
  readonly version: string
  readonly languages: Readonly<Record<string, EntryLanguage>>
}

interface EntryLanguage {
  readonly hash: string
  readonly wasm: string | null
  readonly page_count: number
}

export const readEntry = (folder: string): Entry =>
  JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as Entry

/** A page of an index: the name of its fragment, and how many words it has. */
export type MetaPage = readonly [id: string, words: number, group: string]
/** A file of words, and between which words it is. */
export type MetaChunk = readonly [from: string, to: string, name: string]
export type MetaFilter = readonly [filter: string, name: string]

/** What an index of one language consists of. */
export interface Meta {
  readonly version: string
  readonly pages: readonly MetaPage[]
  readonly chunks: readonly MetaChunk[]
  readonly filters: readonly MetaFilter[]
  readonly sorts: readonly Value[]
  /** Meta fields; words name them by their place in this list. */
  readonly fields: readonly string[]
}

/** @param name - `hash` of the language's entry */
export function readMeta(folder: string, name: string): Meta {
  const value = readValue({ bytes: unpack(join(folder, metaFile(name))), at: 0 })
  if (!Array.isArray(value) || value.length !== 6) throw new Error('The list of the index is of another form.')
  const [version, pages, chunks, filters, sorts, fields] = value as [string, never, never, never, Value[], never]
  const meta: Meta = { version, pages, chunks, filters, sorts, fields }
  if (!meta.pages.every((page) => page.length === 3 && page[2] === '') || meta.sorts.length > 0) {
    throw new Error('Pages of the index are grouped or sorted, which ours never are.')
  }
  return meta
}

export const writeMeta = ({ version, pages, chunks, filters, sorts, fields }: Meta): Buffer =>
  writeValue([version, pages, chunks, filters, sorts, fields])

export const metaFile = (name: string): string => `pagefind.${name}.pf_meta`
export const chunkFile = (name: string): string => `index/${name}.pf_index`
export const filterFile = (name: string): string => `filter/${name}.pf_filter`
export const fragmentFile = (name: string): string => `fragment/${name}.pf_fragment`
