import type { NumberReader } from './columns.ts'
import type { HeadingMove } from './moved-headings.ts'
import type { ColumnsIn, ColumnsOut } from './store-columns.ts'
import { NamesIn, NamesOut } from './store-names.ts'

/** Writes where headings went. */
export class HeadingsOut {
  readonly #out: ColumnsOut
  readonly #anchors: NamesOut

  constructor(out: ColumnsOut) {
    this.#out = out
    this.#anchors = new NamesOut(out.texts('anchors'))
  }

  add(moves: readonly HeadingMove[]): void {
    const numbers = this.#out.numbers('headings')
    numbers.add(moves.length)
    for (const { page, anchor, toPage, toAnchor } of moves) {
      numbers.add(page)
      numbers.add(this.#anchors.number(anchor))
      // Nearly all stay on their page.
      numbers.add(toPage === page ? 0 : toPage + 1)
      numbers.add(this.#anchors.number(toAnchor))
    }
  }
}

/** Reads it back. */
export class HeadingsIn {
  readonly #numbers: NumberReader
  readonly #anchors: NamesIn

  constructor(from: ColumnsIn) {
    this.#numbers = from.numbers('headings')
    this.#anchors = new NamesIn(from.texts('anchors'))
  }

  next(): readonly HeadingMove[] {
    const moves: HeadingMove[] = []
    for (let left = this.#numbers.next(); left > 0; left -= 1) {
      const page = this.#numbers.next()
      const anchor = this.#anchors.next(this.#numbers)
      const to = this.#numbers.next()
      moves.push({ page, anchor, toPage: to === 0 ? page : to - 1, toAnchor: this.#anchors.next(this.#numbers) })
    }
    return moves
  }
}
