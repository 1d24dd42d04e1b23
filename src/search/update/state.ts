import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import type { Counts, Said } from '../vocabulary.ts'

/** Raised when what is kept changes. */
const schema = 1

/** A page of the index that was made last. */
export interface KnownPage {
  /** Stands for all that its record is made from. */
  readonly key: string
  /** Hash of its record. */
  readonly record: string
  readonly language: string
  /** Name of its fragment. */
  readonly id: string
  /** {@link Said} as JSON: it is only read when the page goes. */
  readonly said: string
}

/** What is remembered of an index, to change it when pages do. */
export interface IndexState {
  /** Stands for what all records depend on. */
  readonly key: string
  /** Hash of the list of its indexes, which names their files by what is in them: it stands for the whole index. */
  readonly index: string
  /** Pages that changed since all were read. */
  readonly changed: number
  readonly counts: Counts
  readonly pages: ReadonlyMap<string, KnownPage>
}

/** Reads what is remembered; null when there is nothing, or it is not whole. */
export function readState(file: string): IndexState | null {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const rest = text.slice(end + 1)
    if (text.slice(0, end) !== hashOf(rest)) return null
    const [head = '', ...lines] = rest.split('\n')
    const { key, index, changed, counts } = JSON.parse(head) as Head
    const pages = lines.map((line): [string, KnownPage] => {
      const tab = line.indexOf('\t')
      const [route, own, record, language, id] = JSON.parse(line.slice(0, tab)) as [
        string,
        string,
        string,
        string,
        string,
      ]
      return [route, { key: own, record, language, id, said: line.slice(tab + 1) }]
    })
    return {
      ...{ key, index, changed },
      counts: {
        words: new Map(counts.words),
        titles: new Map(counts.titles),
        phrases: new Map(counts.phrases),
        acronyms: new Map(counts.acronyms),
      },
      pages: new Map(pages),
    }
  } catch {
    return null
  }
}

interface Head {
  readonly key: string
  readonly index: string
  readonly changed: number
  readonly counts: { readonly [Key in keyof Counts]: readonly [string, number][] }
}

/** Remembers an index; that it cannot be written only makes the next build slower. */
export async function writeState(file: string, { key, index, changed, counts, pages }: IndexState): Promise<void> {
  const { words, titles, phrases, acronyms } = counts
  const head = JSON.stringify({
    ...{ key, index, changed },
    counts: { words: [...words], titles: [...titles], phrases: [...phrases], acronyms: [...acronyms] },
  })
  const lines = [...pages].map(
    ([route, { key: own, record, language, id, said }]) =>
      `${JSON.stringify([route, own, record, language, id])}\t${said}`,
  )
  const rest = [head, ...lines].join('\n')
  await writeFileAtomic(file, `${hashOf(rest)}\n${rest}`, { fsync: false }).catch(() => {})
}

export const writeSaid = (said: Said): string => JSON.stringify(said)
export const readSaid = (text: string): Said => JSON.parse(text) as Said

export const hashOf = (text: string): string =>
  createHash('sha256').update(`${schema} ${text}`).digest('base64url').slice(0, 20)
