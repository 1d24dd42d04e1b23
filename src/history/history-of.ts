import type { Change, History, PageChange, PageTouch, Reasoning } from '../model/history.ts'
import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'
import type { Entry, EventKind, IndexData, PageEvent } from './index-data.ts'
import { inLandingOrder } from './landing-order.ts'
import { LineState } from './state.ts'

/** What is read anew each time, because it changes without new commits. */
export interface Overlay {
  /** Reasoning of a commit's note. */
  readonly notes: ReadonlyMap<CommitId, Reasoning>
  /** Reasons that were added to the repository later, by the beginning of the commit id that names their file. */
  readonly later: ReadonlyMap<string, Reasoning>
  /** True where versions could not be read. */
  readonly hasGaps: boolean
}

const SHOWN: ReadonlySet<EventKind> = new Set(['added', 'modified', 'moved', 'removed'])

/** History as everybody else sees it, made from the index. */
export function historyOf(data: IndexData, overlay: Overlay): History {
  const pasts = new Pasts(data.entries)
  const changes: Change[] = []
  const ordinals = new Map<Entry, number>()
  const ofPage = new Map<number, PageChange[]>()
  const laterFor = laterReasons(data.entries, overlay.later)
  for (const entry of inLandingOrder(data.entries)) {
    const touches = pasts.touchesOf(entry)
    if (touches.length === 0) continue
    const change: Change = {
      id: entry.id,
      ordinal: changes.length,
      landedAt: entry.at,
      title: entry.title,
      reasoning: overlay.notes.get(entry.id) ?? entry.reasoning ?? laterFor.get(entry.id) ?? null,
      mergeRequest: entry.mergeRequest,
      authors: entry.authors.map((name) => ({ name })),
      mergedBy: entry.mergedBy === null ? null : { name: entry.mergedBy },
      commits: entry.commits,
      touches: touches.map(({ touch }) => touch),
    }
    ordinals.set(entry, change.ordinal)
    changes.push(change)
    for (const { page, touch } of touches) {
      const known = ofPage.get(page)
      if (known === undefined) ofPage.set(page, [{ change, touch }])
      else known.push({ change, touch })
    }
  }
  changes.reverse()

  const changesOfNumber = (page: number): readonly PageChange[] => {
    const all = pasts.pastsOf(page).flatMap(({ number, until }) => {
      // What happened to the original after it had been copied is not the copy's past.
      const own = ofPage.get(number) ?? []
      const end = until === undefined ? -1 : own.findIndex(({ change }) => change.ordinal >= (ordinals.get(until) ?? 0))
      return end < 0 ? own : own.slice(0, end)
    })
    return all.sort((a, b) => b.change.ordinal - a.change.ordinal)
  }
  const pageAt = (path: RepoPath) => pasts.state.pages(0).get(path)?.page
  return {
    head: data.head,
    headAt: data.headAt,
    complete: !data.isCut && !overlay.hasGaps,
    startsAt: data.startsAt,
    absent: null,
    changes,
    changesOf: (path) => {
      const page = pageAt(path)
      return page === undefined ? [] : changesOfNumber(page)
    },
    namesOf: (path) => {
      const page = pageAt(path)
      return page === undefined ? [] : [...new Set(pasts.pastsOf(page).flatMap(({ number }) => pasts.namesOf(number)))]
    },
    moved: pasts.moved(),
    change: finder(changes),
  }
}

/** A page whose changes before an entry belong to a page; all of them when there is no such entry. */
interface Past {
  readonly number: number
  readonly until: Entry | undefined
}

/** What the events say of each page over time. */
class Pasts {
  readonly state = new LineState()
  readonly #touches = new Map<Entry, readonly { readonly page: number; readonly touch: PageTouch }[]>()
  readonly #names = new Map<number, RepoPath[]>()
  /** Pages that each path has had, oldest first. */
  readonly #holders = new Map<RepoPath, number[]>()
  /** Pages whose past belongs to a page as well. */
  readonly #others = new Map<number, number[]>()
  /** Entries in which pages began as a copy, and of which page. */
  readonly #copied = new Map<number, { readonly from: number; readonly entry: Entry }>()

  constructor(entries: readonly Entry[]) {
    const last = new Map<number, PageEvent>()
    for (const entry of entries) {
      const touches = entry.events.flatMap((event) => {
        const { kind, page, path, other } = event
        if (kind === 'joined') {
          this.#others.set(page, [...(this.#others.get(page) ?? []), other])
          return []
        }
        if (other >= 0) this.#copied.set(page, { from: other, entry })
        const before = last.get(page)
        last.set(page, event)
        const names = this.#names.get(page) ?? []
        if (names.at(-1) !== path) {
          names.push(path)
          this.#holders.set(path, [...(this.#holders.get(path) ?? []), page])
        }
        this.#names.set(page, names)
        return SHOWN.has(kind) ? [{ page, touch: touchOf(event, before) }] : []
      })
      this.#touches.set(entry, touches)
      this.state.apply(entry)
    }
  }

  touchesOf(entry: Entry) {
    return this.#touches.get(entry) ?? []
  }

  /** The page itself, then those whose past it has as well, each up to the entry in which it parted from them. */
  pastsOf(number: number, until?: Entry): readonly Past[] {
    const copied = this.#copied.get(number)
    const others = (this.#others.get(number) ?? []).flatMap((other) =>
      this.pastsOf(other, other === copied?.from ? copied.entry : until),
    )
    return [{ number, until }, ...others]
  }

  /** Newest first. */
  namesOf(page: number): readonly RepoPath[] {
    return [...(this.#names.get(page) ?? [])].reverse()
  }

  /** Paths that led to a page of today and hold none now; where several pages had a path, the latest has it. */
  moved(): ReadonlyMap<RepoPath, RepoPath> {
    const now = this.state.pages(0)
    const pathOf = new Map<number, RepoPath>()
    for (const [path, { page }] of now) for (const { number } of this.pastsOf(page)) pathOf.set(number, path)
    const moved = new Map<RepoPath, RepoPath>()
    for (const [name, pages] of this.#holders) {
      const latest = now.has(name) ? undefined : pages.findLast((page) => pathOf.has(page))
      const path = latest === undefined ? undefined : pathOf.get(latest)
      if (path !== undefined) moved.set(name, path)
    }
    return moved
  }
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

function laterReasons(entries: readonly Entry[], later: Overlay['later']): ReadonlyMap<CommitId, Reasoning> {
  const found = new Map<CommitId, Reasoning>()
  for (const [beginning, reasoning] of later) {
    const named = entries.filter(({ id }) => id.startsWith(beginning))
    if (named.length === 1 && named[0] !== undefined) found.set(named[0].id, reasoning)
  }
  return found
}

/** Finds a change by its full id, or by a beginning of seven or more characters that no other has. */
function finder(changes: readonly Change[]): History['change'] {
  let groups: Map<string, Change[]> | undefined
  return (id) => {
    if (id.length < 7) return undefined
    groups ??= Map.groupBy(changes, (change) => change.id.slice(0, 7))
    const named = (groups.get(id.slice(0, 7)) ?? []).filter((change) => change.id.startsWith(id))
    return named.length === 1 ? named[0] : undefined
  }
}
