import { renderReason } from '../markdown/inline.ts'
import type { Kind } from '../model/front-matter.ts'
import type { Change, Reasoning } from '../model/history.ts'
import type { CommitId, Instant, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { reasonLabel, sourceWords, withoutOwnLabel } from '../model/reason-words.ts'
import { digestOf } from '../text/digest.ts'
import { visible } from '../text/visible.ts'
import type { Assembly } from './assembly.ts'
import { shortId } from './assembly.ts'
import { monthOf } from './site-routes.ts'
import { changeTitle } from './views/rows.ts'

/** A page that an entry of a feed names, with what feeds are chosen by. */
export interface FeedPage {
  readonly route: Route
  readonly title: string
  readonly kind: Kind
  readonly owner: string | null
  /** Folders above it and itself, by their routes. */
  readonly folders: readonly Route[]
}

/** A reason as feeds tell it. */
export interface FeedReason {
  /** What it is called, and where it stands: `Why (in the merge commit)`. */
  readonly label: string
  /** Safe HTML. */
  readonly html: string
}

/** A change as feeds tell it. */
export interface FeedEntry {
  /** Full commit id. */
  readonly id: string
  /** Hash of all that the entry tells. */
  readonly key: string
  readonly title: string
  readonly landedAt: Instant
  /** Where it is read: its own page, or its place on its month's. */
  readonly route: Route
  readonly anchor: string | null
  readonly reason: FeedReason | null
  readonly authors: readonly string[]
  /** Pages of today that it touched. */
  readonly pages: readonly FeedPage[]
  /** The entry as one page's feed tells it: with the reason as far as it is that page's. */
  ofPage(route: Route): FeedEntry
}

/** Shown changes, newest first; those without a date are left out, which feeds cannot do without. */
export function feedEntries(assembly: Assembly): readonly FeedEntry[] {
  return assembly.changes.flatMap(({ change, touches, hasPage }) => {
    const { landedAt } = change
    if (landedAt === null) return []
    const id = shortId(change)
    const own = touches.flatMap(({ page }) => (page === null ? [] : feedPage(assembly, page)))
    const told = {
      id: change.id,
      title: changeTitle(change),
      landedAt,
      route: hasPage ? assembly.routes.change(id) : assembly.routes.month(monthOf(landedAt)),
      anchor: hasPage ? null : `c-${id}`,
      authors: change.authors.map(({ name }) => visible(name)),
      pages: own,
    }
    const withReason = (reasoning: Reasoning | null): FeedEntry => {
      let key: string | undefined
      return {
        ...told,
        get key() {
          key ??= digestOf(told, reasoning)
          return key
        },
        get reason() {
          return reasonOf(reasoning)
        },
        ofPage: (route) => withReason(reasonOnPage(assembly, change, route)),
      }
    }
    return withReason(change.reasoning)
  })
}

function reasonOf(reasoning: Reasoning | null): FeedReason | null {
  if (reasoning === null) return null
  const label = `${reasonLabel(reasoning)} (${sourceWords(reasoning.source)})`
  return { label, html: renderReason(withoutOwnLabel(reasoning.text)) }
}

const onPages = new WeakMap<Assembly, Map<Route, ReadonlyMap<CommitId, Reasoning | null>>>()

function reasonOnPage(assembly: Assembly, { id }: Change, route: Route): Reasoning | null {
  const pages = onPages.get(assembly) ?? new Map<Route, ReadonlyMap<CommitId, Reasoning | null>>()
  onPages.set(assembly, pages)
  const reasons =
    pages.get(route) ??
    new Map((assembly.changesOfPage.get(route) ?? []).map(({ change, reasoning }) => [change.id, reasoning]))
  pages.set(route, reasons)
  return reasons.get(id) ?? null
}

function feedPage(assembly: Assembly, { route, title, kind, owner }: Page): FeedPage {
  const above = assembly.standing.get(route)?.above ?? []
  return { route, title, kind, owner, folders: [...above.map((node) => node.route), route] }
}
