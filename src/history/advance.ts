import type { RawDifference } from '../git/repository.ts'
import { stricter, type Visibility, visibilityOfPlace } from '../markdown/visibility.ts'
import type { RepoPath } from '../model/ids.ts'
import { type Heading, headingsIn } from './headings.ts'
import type { EventKind, PageEvent } from './index-data.ts'
import { hasWords, isCopy, isSamePage, type Side } from './likeness.ts'
import { countLines, type LineComparison, type LineCount } from './line-count.ts'
import { followPages, type Modified } from './lineage.ts'
import { type ChangedHeadings, type HeadingMove, losesHeadings, movedHeadings } from './moved-headings.ts'
import { pageName } from './page-name.ts'
import type { PageState } from './pages.ts'
import { keyOf } from './reading-plan.ts'
import type { PlaceRule, RulesAround } from './rules-over-time.ts'
import type { Leg } from './splice.ts'
import type { LineState } from './state.ts'
import type { PageVersion } from './version.ts'

/** Versions by the first 12 characters of their blob id; null for one that cannot be read. */
export type Versions = ReadonlyMap<string, PageVersion | null>

/** A page that an entry may carry on, of this line or of one that it joins. */
interface Old {
  readonly state: PageState
  /** False for a page of a joined history: at its path this line may hold nothing. */
  readonly isOwn: boolean
}

/** What is known of an entry beside its differences. */
export interface Circumstances {
  readonly versions: Versions
  readonly rules: RulesAround
  /** True where a shallow history begins: its files were there before, nobody knows since when. */
  readonly isCut: boolean
}

/** What an entry did. */
export interface Advance {
  /** In the order of their paths. */
  readonly events: readonly PageEvent[]
  readonly headings: readonly HeadingMove[]
}

/** What an entry did to pages: follows them through its differences and brings the state up to date. */
export function advance(state: LineState, leg: Leg, { versions, rules, isCut }: Circumstances): Advance {
  const step = isCut ? null : new Step(state, leg, versions, rules)
  const events = step === null ? foundPages(state, leg) : step.events()
  const byPath = [...events].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.page - b.page))
  state.apply({ lane: leg.lane, joins: leg.joins, events: byPath })
  return { events: byPath, headings: step === null ? [] : movedHeadings(step.headings(events)) }
}

const headingsOf = (side: Side | undefined): readonly Heading[] =>
  side === undefined || side.version === null ? [] : headingsIn(side.version.bytes)

const NOTHING = { added: 0, removed: 0, visibility: 'public', other: -1 } as const

function foundPages(state: LineState, { step }: Leg): readonly PageEvent[] {
  let next = state.nextPage
  return step.differences.flatMap(({ path, after }) =>
    after === null ? [] : [{ ...NOTHING, kind: 'found' as const, page: next++, path, blob: keyOf(after) }],
  )
}

/** One entry; a class because its parts share what is known of each side. */
class Step {
  readonly #state: LineState
  readonly #leg: Leg
  readonly #versions: Versions
  readonly #rules: RulesAround
  readonly #old = new Map<Side, Old>()
  readonly #counts = new Map<Side, LineCount | LineComparison>()
  /** The side that each event tells of. */
  readonly #sides = new Map<PageEvent, Side>()
  #nextPage: number

  constructor(state: LineState, leg: Leg, versions: Versions, rules: RulesAround) {
    this.#state = state
    this.#leg = leg
    this.#versions = versions
    this.#rules = rules
    this.#nextPage = state.nextPage
  }

  events(): readonly PageEvent[] {
    const { differences } = this.#leg.step
    const pages = this.#state.pages(this.#leg.lane)
    const gone: Side[] = []
    const come: Side[] = []
    const modified: Modified[] = []
    for (const difference of differences) {
      const own = pages.get(difference.path)
      const before = own === undefined ? undefined : this.#oldSide(difference.path, own, true)
      const after = difference.after === null ? undefined : this.#side(difference.path, difference.after)
      if (before !== undefined && after !== undefined) modified.push(this.#modified(before, after))
      else if (before !== undefined) gone.push(before)
      else if (after !== undefined) come.push(after)
    }
    const joined = this.#leg.joins.flatMap((lane) =>
      [...this.#state.pages(lane)].map(([path, page]) => this.#oldSide(path, page, false)),
    )
    const { continued } = followPages([...gone, ...joined], come, modified)
    const carried = new Set(continued.values())
    const ended = gone.filter((side) => !carried.has(side))
    const endedPages = new Set(ended.map((side) => this.#old.get(side)?.state.page))
    return [
      ...[...come, ...modified.map(({ after }) => after)].flatMap((side) => this.#arrival(side, continued.get(side))),
      ...ended.flatMap((side) => this.#removal(side, endedPages)),
      ...joined.filter((side) => !carried.has(side)).flatMap((side) => this.#sharedPast(side, differences)),
    ]
  }

  #side(path: RepoPath, id: string): Side {
    return { path, blob: keyOf(id), version: this.#versions.get(keyOf(id)) ?? null }
  }

  #oldSide(path: RepoPath, state: PageState, isOwn: boolean): Side {
    const side = this.#side(path, state.blob)
    this.#old.set(side, { state, isOwn })
    return side
  }

  #modified(before: Side, after: Side): Modified {
    const { removed } = this.#count(before, after)
    const lines = before.version?.lines ?? 0
    return { before, after, kept: lines === 0 ? 1 : (lines - removed) / lines }
  }

  #count(before: Side, after: Side): LineCount {
    const known = this.#counts.get(after)
    if (known !== undefined) return known
    const readable = before.version !== null && after.version !== null && before.blob !== after.blob
    const count = readable ? countLines(before.version.bytes, after.version.bytes) : NOTHING
    this.#counts.set(after, count)
    return count
  }

  #event(kind: EventKind, page: number, side: Side, count: LineCount, before?: Side, other = -1): PageEvent {
    const own = visibilityOf(side, kind === 'removed' ? this.#rules.before : this.#rules.after)
    const visibility = before === undefined ? own : stricter(own, visibilityOf(before, this.#rules.before))
    const { added, removed } = count
    const event = { kind, page, path: side.path, blob: side.blob, added, removed, visibility, other }
    this.#sides.set(event, side)
    return event
  }

  /**
   * Headings of the parts that changed, page by page; of private versions none, since they would tell what stood there.
   * Whole texts, of pages that came or went, are read only where a heading may have gone from or to them.
   */
  headings(events: readonly PageEvent[]): readonly ChangedHeadings[] {
    const changed: ChangedHeadings[] = []
    const removed: ChangedHeadings[] = []
    const added: PageEvent[] = []
    for (const event of events) {
      const side = this.#sides.get(event)
      if (side === undefined || event.visibility !== 'public') continue
      const { kind, page } = event
      if (kind === 'added') added.push(event)
      else if (kind === 'removed') removed.push({ page, before: headingsOf(side), after: [] })
      const count = this.#counts.get(side)
      if (count === undefined || !('before' in count)) continue
      const [before, after] = [headingsIn(count.before), headingsIn(count.after)]
      if (before.length > 0 || after.length > 0) changed.push({ page, before, after })
    }
    const lost = [...changed, ...removed]
    if (!lost.some(losesHeadings)) return []
    const gained = added.map((event) => ({ page: event.page, before: [], after: headingsOf(this.#sides.get(event)) }))
    return [...lost, ...gained]
  }

  #arrival(side: Side, before: Side | undefined): readonly PageEvent[] {
    if (before === undefined) return [this.#birth(side)]
    const { state, isOwn } = this.#old.get(before) as Old
    // Counted against the old side that it continues; after a swap that is another than at this path.
    const stays = before.path === side.path
    if (!stays || !isOwn) this.#counts.delete(side)
    const count = this.#count(before, side)
    if (!stays) return [this.#event('moved', state.page, side, count, before)]
    const isKept = !isOwn && before.blob === side.blob
    return [this.#event(isKept ? 'kept' : 'modified', state.page, side, count, before)]
  }

  /** A new page, or one that comes back to where it was removed. */
  #birth(side: Side): PageEvent {
    const all = { added: side.version?.lines ?? 0, removed: 0 }
    const was = this.#state.removed(this.#leg.lane).get(side.path)
    const back = was !== undefined && isSamePage(this.#side(side.path, was.blob), side)
    if (back) return this.#event('added', was.page, side, all)
    return this.#event('added', this.#nextPage++, side, all, undefined, this.#copiedFrom(side))
  }

  /** The page that a new one began as a copy of: one with exactly its text, else one of its name with much of it. */
  #copiedFrom(side: Side): number {
    const pages = this.#state.pages(this.#leg.lane)
    const equal = hasWords(side) ? pages.withBlob(side.blob) : []
    const named = equal.find((path) => pageName(path) === pageName(side.path)) ?? equal[0]
    if (named !== undefined) return pages.get(named)?.page ?? -1
    const like = pages.namesakes(side.path).find((path) => isCopy(this.#side(path, pages.get(path)?.blob ?? ''), side))
    return like === undefined ? -1 : (pages.get(like)?.page ?? -1)
  }

  /**
   * A page that is gone. When exactly one page that began as its copy goes on, the page had been moved in steps:
   * copied, perhaps left as a hint for a while, then removed.
   */
  #removal(side: Side, ended: ReadonlySet<number | undefined>): readonly PageEvent[] {
    const { state } = this.#old.get(side) as Old
    const { lane } = this.#leg
    const removed = this.#event('removed', state.page, side, { added: 0, removed: side.version?.lines ?? 0 })
    const copies = this.#state.copiesOf(state.page, lane).filter(({ page }) => !ended.has(page))
    const named = copies.filter(({ path }) => pageName(path) === pageName(side.path))
    const same = copies.filter(({ blob }) => blob === side.blob)
    const heir = named.length === 1 ? named[0] : named.length === 0 && same.length === 1 ? same[0] : undefined
    const path = heir === undefined ? undefined : this.#state.pathOf(heir.page, lane)
    const pages = this.#state.pages(lane)
    if (heir === undefined || path === undefined) return [removed]
    const blob = pages.get(path)?.blob ?? ''
    return [removed, { ...NOTHING, kind: 'joined', page: heir.page, path, blob, other: state.page }]
  }

  /**
   * A page of a joined history at whose path this line has had its own copy: both are one page with two pasts.
   * So histories that were begun anew from a copy are put together (`git merge -s ours --allow-unrelated-histories`).
   */
  #sharedPast(side: Side, differences: readonly RawDifference[]): readonly PageEvent[] {
    const own = this.#state.pages(this.#leg.lane).get(side.path)
    const changed = differences.find(({ path }) => path === side.path)
    if (own === undefined || changed?.after === null) return []
    const here = this.#side(side.path, changed?.after ?? own.blob)
    if (!isSamePage(side, here)) return []
    const other = (this.#old.get(side) as Old).state.page
    return [{ ...NOTHING, kind: 'joined', page: own.page, path: side.path, blob: here.blob, other }]
  }
}

/** By all that decides: its text, its folder's name, and the folder rules of the time. */
function visibilityOf({ path, version }: Side, rule: PlaceRule): Visibility {
  return stricter(stricter(version?.visibility ?? 'public', visibilityOfPlace(path)), rule(path))
}
