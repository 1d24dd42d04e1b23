import {
  type Reading,
  readArray,
  readNumber,
  readString,
  skipNumbers,
  writeArray,
  writeNumber,
  writeValue,
} from './cbor.ts'

/** A page that has a word, with where and how weightily; only its number is ever looked at. */
export interface Posting {
  readonly page: number
  /** Positions in the text and in the meta fields, as CBOR. */
  readonly where: Buffer
}

/** A word of the index; `forms` are its spellings with accents, each with pages of its own. */
export interface IndexWord {
  readonly word: string
  readonly pages: readonly Posting[]
  readonly forms: readonly { readonly form: string; readonly pages: readonly Posting[] }[]
}

/** Where a word stands in the file of its index, and whether a page of those looked for has it. */
export interface WordSpan {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly isTouched: boolean
}

/** Finds the words of a file, without reading what they hold. */
export function scanWords(bytes: Buffer, isWanted: (page: number) => boolean): readonly WordSpan[] {
  const reading: Reading = { bytes, at: 0 }
  expect(readArray(reading) === 1)
  const spans: WordSpan[] = []
  let isTouched = false
  const scanPages = (): void => {
    let page = 0
    for (let left = readArray(reading); left > 0; left -= 1) {
      expect(readArray(reading) === 3)
      page += readNumber(reading)
      isTouched ||= isWanted(page)
      skipNumbers(reading)
      skipNumbers(reading)
    }
  }
  for (let left = readArray(reading); left > 0; left -= 1) {
    const start = reading.at
    expect(readArray(reading) === 3)
    const word = readString(reading)
    isTouched = false
    scanPages()
    for (let forms = readArray(reading); forms > 0; forms -= 1) {
      expect(readArray(reading) === 2)
      readString(reading)
      scanPages()
    }
    spans.push({ word, start, end: reading.at, isTouched })
  }
  expect(reading.at === bytes.length)
  return spans
}

/** Reads one word of a file. */
export function readWord(bytes: Buffer, start: number): IndexWord {
  const reading: Reading = { bytes, at: start }
  expect(readArray(reading) === 3)
  const word = readString(reading)
  const pages = readPages(reading)
  const forms = Array.from({ length: readArray(reading) }, () => {
    expect(readArray(reading) === 2)
    return { form: readString(reading), pages: readPages(reading) }
  })
  return { word, pages, forms }
}

function readPages(reading: Reading): readonly Posting[] {
  let page = 0
  return Array.from({ length: readArray(reading) }, () => {
    expect(readArray(reading) === 3)
    page += readNumber(reading)
    const start = reading.at
    skipNumbers(reading)
    skipNumbers(reading)
    return { page, where: reading.bytes.subarray(start, reading.at) }
  })
}

/** The same word with its pages under other numbers; those without one are left out. */
export function renumbered(word: IndexWord, numberOf: (page: number) => number | null): IndexWord {
  const changed = (pages: readonly Posting[]): readonly Posting[] =>
    pages.flatMap(({ page, where }) => {
      const number = numberOf(page)
      return number === null ? [] : [{ page: number, where }]
    })
  const forms = word.forms.map(({ form, pages }) => ({ form, pages: changed(pages) }))
  return { word: word.word, pages: changed(word.pages), forms: forms.filter(({ pages }) => pages.length > 0) }
}

/** One word of the pages of both. */
export function joined(one: IndexWord, other: IndexWord): IndexWord {
  const forms = new Map(one.forms.map(({ form, pages }) => [form, pages]))
  for (const { form, pages } of other.forms) forms.set(form, [...(forms.get(form) ?? []), ...pages])
  return {
    word: one.word,
    pages: [...one.pages, ...other.pages],
    forms: [...forms].map(([form, pages]) => ({ form, pages })),
  }
}

export const isEmpty = ({ pages, forms }: IndexWord): boolean => pages.length === 0 && forms.length === 0

/** A word as a file holds it: pages in the order of their numbers, each written as what it is more than the last. */
export function writeWord({ word, pages, forms }: IndexWord, to: Buffer[]): void {
  to.push(writeArray(3), writeValue(word))
  writePages(pages, to)
  to.push(writeArray(forms.length))
  for (const { form, pages: own } of forms) {
    to.push(writeArray(2), writeValue(form))
    writePages(own, to)
  }
}

function writePages(pages: readonly Posting[], to: Buffer[]): void {
  let last = 0
  to.push(writeArray(pages.length))
  for (const { page, where } of [...pages].sort((a, b) => a.page - b.page)) {
    to.push(writeArray(3), writeNumber(page - last), where)
    last = page
  }
}

function expect(isAsKnown: boolean): void {
  if (!isAsKnown) throw new Error('The file of the index is not as this version of Pagefind writes it.')
}
