import { Buffer } from 'node:buffer'

/** A column of numbers that grows; small numbers take one byte each. */
export class NumberWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  /** @param value - a whole number from 0 to 2^53 */
  add(value: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    let rest = value
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
  }

  /** A number of either sign. */
  addSigned(value: number): void {
    this.add(value < 0 ? -value * 2 - 1 : value * 2)
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/** Reads a column back in the same order. */
export class NumberReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** @throws {RangeError} at the end of the column */
  next(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined || factor > 2 ** 49) throw new RangeError('The column has ended.')
      if (byte < 128) return value + byte * factor
      value += (byte - 128) * factor
    }
  }

  nextSigned(): number {
    const value = this.next()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
}

/** A column of texts: all of them in a row, and how long each is. */
export class TextWriter {
  readonly #parts: string[] = []
  readonly #lengths = new NumberWriter()

  add(text: string): void {
    const safe = text.toWellFormed()
    this.#parts.push(safe)
    this.#lengths.add(safe.length)
  }

  lengths(): Uint8Array {
    return this.#lengths.bytes()
  }

  bytes(): Uint8Array {
    return Buffer.from(this.#parts.join(''))
  }
}

/** Reads texts back in the same order. */
export class TextReader {
  readonly #text: string
  readonly #lengths: NumberReader
  #at = 0

  constructor(bytes: Uint8Array, lengths: Uint8Array) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
    this.#lengths = new NumberReader(lengths)
  }

  next(): string {
    const start = this.#at
    this.#at += this.#lengths.next()
    if (this.#at > this.#text.length) throw new RangeError('The column has ended.')
    return this.#text.slice(start, this.#at)
  }
}
