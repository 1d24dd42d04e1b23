import type { RepoPath } from '../model/ids.ts'
import type { BranchReason } from './branch-reason.ts'
import type { NumberReader, TextReader } from './columns.ts'
import type { ColumnsIn, ColumnsOut } from './store-columns.ts'
import { NamesIn, NamesOut } from './store-names.ts'

/** Writes what the commits of branches say, and the pages they say it of. */
export class BranchReasonsOut {
  readonly #out: ColumnsOut
  readonly #paths: NamesOut

  constructor(out: ColumnsOut) {
    this.#out = out
    this.#paths = new NamesOut(out.texts('branch paths'))
  }

  add(reasons: readonly BranchReason[]): void {
    const numbers = this.#out.numbers('branches')
    numbers.add(reasons.length)
    for (const { title, text, kind, paths } of reasons) {
      this.#out.texts('branch titles').add(title)
      this.#out.texts('branch reasons').add(text)
      numbers.add(paths.length * 2 + (kind === 'why' ? 1 : 0))
      for (const path of paths) numbers.add(this.#paths.number(path))
    }
  }
}

/** Reads them back. */
export class BranchReasonsIn {
  readonly #numbers: NumberReader
  readonly #titles: TextReader
  readonly #texts: TextReader
  readonly #paths: NamesIn

  constructor(from: ColumnsIn) {
    this.#numbers = from.numbers('branches')
    this.#titles = from.texts('branch titles')
    this.#texts = from.texts('branch reasons')
    this.#paths = new NamesIn(from.texts('branch paths'))
  }

  next(): readonly BranchReason[] {
    const reasons: BranchReason[] = []
    for (let left = this.#numbers.next(); left > 0; left -= 1) {
      const title = this.#titles.next()
      const text = this.#texts.next()
      const code = this.#numbers.next()
      const paths: RepoPath[] = []
      for (let more = code >> 1; more > 0; more -= 1) paths.push(this.#paths.next(this.#numbers) as RepoPath)
      reasons.push({ title, text, kind: code & 1 ? 'why' : 'what', paths })
    }
    return reasons
  }
}
