import { Buffer } from 'node:buffer'
import type { CommitId } from '../model/ids.ts'
import { NumberReader, NumberWriter, TextReader, TextWriter } from './columns.ts'
import type { Sections } from './container.ts'

/** Columns of one table, written into sections of their own, which compresses them best. */
export class ColumnsOut {
  readonly #numbers = new Map<string, NumberWriter>()
  readonly #texts = new Map<string, TextWriter>()
  readonly #ids: string[] = []
  readonly #blobs: string[] = []

  numbers(name: string): NumberWriter {
    const known = this.#numbers.get(name) ?? new NumberWriter()
    this.#numbers.set(name, known)
    return known
  }

  texts(name: string): TextWriter {
    const known = this.#texts.get(name) ?? new TextWriter()
    this.#texts.set(name, known)
    return known
  }

  id(id: string): void {
    this.#ids.push(id)
  }

  blob(blob: string): void {
    this.#blobs.push(blob)
  }

  addTo(sections: Map<string, Uint8Array>): void {
    for (const [name, column] of this.#numbers) sections.set(`number ${name}`, column.bytes())
    for (const [name, column] of this.#texts) {
      sections.set(`text ${name}`, column.bytes())
      sections.set(`length ${name}`, column.lengths())
    }
    sections.set('ids', Buffer.from(this.#ids.join(''), 'hex'))
    sections.set('blobs', Buffer.from(this.#blobs.join(''), 'hex'))
  }
}

/** The columns again. */
export class ColumnsIn {
  readonly #sections: Sections
  readonly #ids: string
  readonly #blobs: string
  #id = 0
  #blob = 0

  constructor(sections: Sections) {
    this.#sections = sections
    this.#ids = Buffer.from(this.#section('ids')).toString('hex')
    this.#blobs = Buffer.from(this.#section('blobs')).toString('hex')
  }

  #section(name: string): Uint8Array {
    return this.#sections.get(name) ?? new Uint8Array()
  }

  numbers(name: string): NumberReader {
    return new NumberReader(this.#section(`number ${name}`))
  }

  texts(name: string): TextReader {
    return new TextReader(this.#section(`text ${name}`), this.#section(`length ${name}`))
  }

  id(bytes: number): CommitId {
    const start = this.#id
    this.#id += bytes * 2
    return this.#ids.slice(start, this.#id) as CommitId
  }

  blob(): string {
    const start = this.#blob
    this.#blob += 12
    return this.#blobs.slice(start, this.#blob)
  }
}
