import { renderReason } from '../markdown/inline.ts'
import type { Kind } from '../model/front-matter.ts'
import type { Instant, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { visible } from '../text/visible.ts'
import type { Assembly } from './assembly.ts'
import { shortId } from './assembly.ts'
import { digestOf } from './digest.ts'
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
  /** Safe HTML of its reason, or null. */
  readonly reason: string | null
  readonly authors: readonly string[]
  /** Pages of today that it touched. */
  readonly pages: readonly FeedPage[]
}

/** Shown changes, newest first; those without a date are left out, which feeds cannot do without. */
export function feedEntries(assembly: Assembly): readonly FeedEntry[] {
  return assembly.changes.flatMap(({ change, touches, hasPage }) => {
    const { landedAt } = change
    if (landedAt === null) return []
    const id = shortId(change)
    const own = touches.flatMap(({ page }) => (page === null ? [] : feedPage(assembly, page)))
    let key: string | undefined
    return {
      id: change.id,
      get key() {
        key ??= digestOf(change.id, change.title, change.reasoning, hasPage, own)
        return key
      },
      title: changeTitle(change),
      landedAt,
      route: hasPage ? assembly.routes.change(id) : assembly.routes.month(monthOf(landedAt)),
      anchor: hasPage ? null : `c-${id}`,
      get reason() {
        return change.reasoning === null ? null : renderReason(change.reasoning.text)
      },
      authors: change.authors.map(({ name }) => visible(name)),
      pages: own,
    }
  })
}

function feedPage(assembly: Assembly, { route, title, kind, owner }: Page): FeedPage {
  const above = assembly.standing.get(route)?.above ?? []
  return { route, title, kind, owner, folders: [...above.map((node) => node.route), route] }
}
