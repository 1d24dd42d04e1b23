import type { Change, History, PageChange, PageTouch, Person, Reasoning } from '../model/history.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import { blockHistoryOf } from './block-history.ts'
import { ReasonsByPage } from './branch-reason.ts'
import type { Entry, IndexData } from './index-data.ts'
import { landingOrder } from './landing-order.ts'
import { movedAnchors } from './moved-anchors.ts'
import { once } from './once.ts'
import { Pasts } from './pasts.ts'

/** What is read anew each time, because it changes without new commits. */
export interface Overlay {
  /** Reasoning of a commit's note. */
  readonly notes: ReadonlyMap<CommitId, Reasoning>
  /** Reasons that were added to the repository later, by the beginning of the commit id that names their file. */
  readonly later: ReadonlyMap<string, Reasoning>
  /** True where versions could not be read. */
  readonly hasGaps: boolean
}

/** History as everybody else sees it, made from the index. */
export function historyOf(data: IndexData, overlay: Overlay): History {
  const { entries } = data
  const pasts = new Pasts(entries)
  const oldestFirst: Change[] = []
  /** The change of each entry; none for one that shows nothing. */
  const changeAt: (Change | undefined)[] = new Array(entries.length).fill(undefined)
  const later = laterReasons(entries, overlay.later)
  const people = new Map<string, Person>()
  /** Of entries whose reasons are those of their branch's commits. */
  const byPages = new Map<Change, ReasonsByPage>()
  const order = landingOrder(entries)
  const inOrder = order.flatMap((place) => entries[place] ?? [])
  for (const place of order) {
    const entry = entries[place]
    const touches = pasts.touches[place] ?? []
    if (entry === undefined || touches.length === 0) continue
    const own = overlay.notes.get(entry.id) ?? entry.reasoning
    const branch = own === null ? new ReasonsByPage(entry.title, entry.branchReasons) : null
    const change: Change = {
      id: entry.id,
      ordinal: oldestFirst.length,
      landedAt: entry.at,
      title: entry.title,
      titleFrom: entry.titleFrom,
      reasoning: own ?? branch?.whole ?? later.get(entry.id) ?? null,
      mergeRequest: entry.mergeRequest,
      authors: entry.authors.map((name) => personOf(name, people)),
      mergedBy: entry.mergedBy === null ? null : personOf(entry.mergedBy, people),
      commits: entry.commits,
      touches,
    }
    oldestFirst.push(change)
    changeAt[place] = change
    if (branch !== null && change.reasoning?.source === 'branch') byPages.set(change, branch)
  }

  const changes = oldestFirst.toReversed()
  const reasonFor = (change: Change, { path, previousPath }: PageTouch): Reasoning | null => {
    const branch = byPages.get(change)
    return branch === undefined ? change.reasoning : (branch.of([path, previousPath]) ?? later.get(change.id) ?? null)
  }
  const ofPage = once(() => byPage(pasts, changeAt, reasonFor))
  const changesOf = (path: RepoPath): readonly PageChange[] => {
    const page = pasts.now.get(path)
    if (page === undefined) return []
    const all = pasts.pastsOf(page).flatMap(({ page: each, until }) => {
      // What happened to the original after it had been copied is not the copy's past.
      const end = until === undefined ? undefined : changeAt[until]?.ordinal
      const own = ofPage().get(each) ?? []
      return end === undefined ? own : own.filter(({ change }) => change.ordinal < end)
    })
    return all.sort((a, b) => b.change.ordinal - a.change.ordinal)
  }
  const moved = once(() => pasts.moved())
  return {
    head: data.head,
    headAt: data.headAt,
    complete: !data.isCut && !overlay.hasGaps,
    startsAt: data.startsAt,
    absent: null,
    changes,
    changesOf,
    namesOf: (path) => {
      const page = pasts.now.get(path)
      return page === undefined ? [] : pasts.namesOf(page)
    },
    get moved() {
      return moved()
    },
    blocks: (isUsed = () => true) =>
      blockHistoryOf({ entries, kept: data.blocks(), pasts, changeAt, changesOfPage: ofPage(), isUsed }),
    movedAnchors: (isSkipped) => movedAnchors(inOrder, pasts.paths(), isSkipped),
    change: finder(changes),
  }
}

/** A person is one object, however many changes they made. */
function personOf(name: string, people: Map<string, Person>): Person {
  const known = people.get(name) ?? { name }
  people.set(name, known)
  return known
}

function byPage(
  pasts: Pasts,
  changeAt: readonly (Change | undefined)[],
  reasonFor: (change: Change, touch: PageTouch) => Reasoning | null,
): ReadonlyMap<number, readonly PageChange[]> {
  const found = new Map<number, PageChange[]>()
  for (const [place, change] of changeAt.entries()) {
    if (change === undefined) continue
    for (const [index, touch] of change.touches.entries()) {
      const page = pasts.pages[place]?.[index] ?? -1
      const list = found.get(page) ?? []
      list.push({ change, touch, reasoning: reasonFor(change, touch) })
      found.set(page, list)
    }
  }
  return found
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
  const groups = once(() => Map.groupBy(changes, (change) => change.id.slice(0, 7)))
  return (id) => {
    const named = (groups().get(id.slice(0, 7)) ?? []).filter((change) => change.id.startsWith(id))
    return id.length >= 7 && named.length === 1 ? named[0] : undefined
  }
}
