import type { PageTouch } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import type { NumberReader } from './columns.ts'
import type { EventKind, PageEvent } from './index-data.ts'
import type { ColumnsIn, ColumnsOut } from './store-columns.ts'
import { NamesIn, NamesOut } from './store-names.ts'

const KINDS: readonly EventKind[] = ['added', 'modified', 'moved', 'removed', 'found', 'kept', 'joined']
const VISIBILITIES: readonly PageTouch['visibility'][] = ['public', 'internal', 'draft']

/** What an event shares with the one before of its page is left out. */
export class EventsOut {
  readonly #out: ColumnsOut
  readonly #paths: NamesOut
  readonly #last = new Map<number, PageEvent>()
  #page = 0

  constructor(out: ColumnsOut) {
    this.#out = out
    this.#paths = new NamesOut(out.texts('paths'))
  }

  add(event: PageEvent): void {
    const { kind, page, path, blob, added, removed, visibility, other } = event
    const last = this.#last.get(page)
    const hasPath = last?.path !== path
    const hasBlob = last?.blob !== blob
    const flags = VISIBILITIES.indexOf(visibility) + (hasPath ? 4 : 0) + (hasBlob ? 8 : 0) + (other < 0 ? 0 : 16)
    this.#out.numbers('event kinds').add(KINDS.indexOf(kind) * 32 + flags)
    this.#out.numbers('event pages').addSigned(page - this.#page)
    this.#page = page
    if (hasPath) this.#out.numbers('event paths').add(this.#paths.number(path))
    if (hasBlob) this.#out.blob(blob)
    this.#out.numbers('event added').add(added)
    this.#out.numbers('event removed').add(removed)
    if (other >= 0) this.#out.numbers('event others').add(other)
    this.#last.set(page, event)
  }
}

/** The events again. */
export class EventsIn {
  readonly #from: ColumnsIn
  readonly #paths: NamesIn
  readonly #columns: readonly NumberReader[]
  readonly #last = new Map<number, PageEvent>()
  #page = 0

  constructor(from: ColumnsIn) {
    this.#from = from
    this.#paths = new NamesIn(from.texts('paths'))
    const names = ['event kinds', 'event pages', 'event paths', 'event added', 'event removed', 'event others']
    this.#columns = names.map((name) => from.numbers(name))
  }

  next(): PageEvent {
    const [kinds, pages, paths, addedLines, removedLines, others] = this.#columns as [
      ...[NumberReader, NumberReader, NumberReader, NumberReader, NumberReader, NumberReader],
    ]
    const code = kinds.next()
    this.#page += pages.nextSigned()
    const last = this.#last.get(this.#page)
    const kind = KINDS[Math.floor(code / 32)] ?? 'modified'
    const event: PageEvent = {
      kind,
      page: this.#page,
      path: code & 4 ? (this.#paths.next(paths) as RepoPath) : (last?.path ?? ('' as RepoPath)),
      blob: code & 8 ? this.#from.blob() : (last?.blob ?? ''),
      added: addedLines.next(),
      removed: removedLines.next(),
      visibility: VISIBILITIES[code & 3] ?? 'draft',
      other: code & 16 ? others.next() : -1,
    }
    this.#last.set(this.#page, event)
    return event
  }
}
