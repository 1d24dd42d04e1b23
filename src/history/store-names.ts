import type { NumberReader, TextReader, TextWriter } from './columns.ts'

/** Names that occur many times are written once and numbered as they first appear. */
export class NamesOut {
  readonly #numbers = new Map<string, number>()
  readonly #texts: TextWriter

  constructor(texts: TextWriter) {
    this.#texts = texts
  }

  number(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#texts.add(name)
    this.#numbers.set(name, this.#numbers.size)
    return this.#numbers.size - 1
  }
}

/** The names again. */
export class NamesIn {
  readonly #names: string[] = []
  readonly #texts: TextReader

  constructor(texts: TextReader) {
    this.#texts = texts
  }

  next(column: NumberReader): string {
    return this.#name(column.next())
  }

  nextOrNull(column: NumberReader): string | null {
    const number = column.next()
    return number === 0 ? null : this.#name(number - 1)
  }

  #name(number: number): string {
    while (this.#names.length <= number) this.#names.push(this.#texts.next())
    return this.#names[number] as string
  }
}
