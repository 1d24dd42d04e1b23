import { stricter } from '../markdown/visibility.ts'
import type { PageTouch } from '../model/history.ts'
import type { BlobId, RepoPath } from '../model/ids.ts'
import type { Entry, PageEvent } from './index-data.ts'

/** A page whose changes before an entry belong to a page; all of them when there is no such entry. */
export interface Past {
  readonly page: number
  /** Place of the entry among all. */
  readonly until: number | undefined
}

/** What the events of all entries say of each page over time. */
export class Pasts {
  /** Pages of the main line by the path at which they stand. */
  readonly now = new Map<RepoPath, number>()
  /** For each entry what it shows of pages, and the numbers of those pages in the same order. */
  readonly touches: PageTouch[][] = []
  readonly pages: number[][] = []
  readonly #names = new Map<number, RepoPath[]>()
  /** Pages that each path has had, oldest first. */
  readonly #holders = new Map<RepoPath, number[]>()
  /** Pages whose past belongs to a page as well. */
  readonly #others = new Map<number, number[]>()
  /** Entries in which pages began as a copy, and of which page. */
  readonly #copied = new Map<number, { readonly from: number; readonly place: number }>()

  constructor(entries: readonly Entry[]) {
    const last = new Map<number, PageEvent>()
    for (const [place, entry] of entries.entries()) {
      const touches: PageTouch[] = []
      const pages: number[] = []
      for (const event of entry.events) {
        const { kind, page, other } = event
        if (kind === 'joined') {
          push(this.#others, page, other)
          continue
        }
        if (other >= 0) this.#copied.set(page, { from: other, place })
        const before = last.get(page)
        last.set(page, event)
        if (before?.path !== event.path) {
          push(this.#names, page, event.path)
          push(this.#holders, event.path, page)
        }
        if (kind === 'found' || kind === 'kept') continue
        touches.push(touchOf(event, before))
        pages.push(page)
      }
      this.touches.push(touches)
      this.pages.push(pages)
      if (entry.lane === 0) this.#place(entry)
    }
    this.#closeGone(last)
  }

  /** A page that was hidden when it was removed stays so, with what it had been before: nobody can publish it again. */
  #closeGone(last: ReadonlyMap<number, PageEvent>): void {
    const gone = [...last].filter(([, { kind, visibility }]) => kind === 'removed' && visibility !== 'public')
    if (gone.length === 0) return
    const hidden = new Map(gone.map(([page, { visibility }]) => [page, visibility]))
    for (const [place, pages] of this.pages.entries()) {
      if (!pages.some((page) => hidden.has(page))) continue
      this.touches[place] = (this.touches[place] ?? []).map((touch, index) => ({
        ...touch,
        visibility: stricter(touch.visibility, hidden.get(pages[index] ?? -1) ?? 'public'),
      }))
    }
  }

  /** Pages leave before others arrive: in a swap each stands where the other stood. */
  #place({ events }: Entry): void {
    for (const { kind, page, path } of events) {
      const old = kind === 'moved' ? this.#names.get(page)?.at(-2) : kind === 'removed' ? path : undefined
      if (old !== undefined && this.now.get(old) === page) this.now.delete(old)
    }
    for (const { kind, page, path } of events) if (kind !== 'removed' && kind !== 'joined') this.now.set(path, page)
  }

  /** The page itself, then those whose past it has as well, each up to the entry in which it parted from them. */
  pastsOf(page: number, until?: number): readonly Past[] {
    const copied = this.#copied.get(page)
    const others = this.#others.get(page) ?? []
    const more = others.flatMap((other) => this.pastsOf(other, other === copied?.from ? copied.place : until))
    return [{ page, until }, ...more]
  }

  /** Paths that the page at a path has had, newest first. */
  namesOf(page: number): readonly RepoPath[] {
    const names = this.pastsOf(page).flatMap((past) => [...(this.#names.get(past.page) ?? [])].reverse())
    return [...new Set(names)]
  }

  /** Where each page stands today, also one whose past another page has. */
  paths(): ReadonlyMap<number, RepoPath> {
    const pathOf = new Map<number, RepoPath>()
    for (const [path, page] of this.now) for (const past of this.pastsOf(page)) pathOf.set(past.page, path)
    return pathOf
  }

  /** Paths that led to a page of today and hold none now; where several pages had a path, the latest has it. */
  moved(): ReadonlyMap<RepoPath, RepoPath> {
    const pathOf = this.paths()
    const moved = new Map<RepoPath, RepoPath>()
    for (const [name, pages] of this.#holders) {
      const latest = this.now.has(name) ? undefined : pages.findLast((page) => pathOf.has(page))
      const path = latest === undefined ? undefined : pathOf.get(latest)
      if (path !== undefined) moved.set(name, path)
    }
    return moved
  }
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function touchOf(event: PageEvent, before: PageEvent | undefined): PageTouch {
  const { kind, path, blob, added, removed, visibility } = event
  const wasThere = before !== undefined && before.kind !== 'removed'
  return {
    kind: kind as PageTouch['kind'],
    path,
    previousPath: kind === 'moved' ? (before?.path ?? null) : null,
    before: wasThere ? (before.blob as BlobId) : null,
    after: kind === 'removed' ? null : (blob as BlobId),
    added,
    removed,
    visibility,
  }
}
