import type { Day, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { reviewDueOn, standing } from '../model/status.ts'
import { digestOf } from '../text/digest.ts'
import { encodeRoute } from '../text/relative.ts'
import { slugger } from '../text/slug.ts'
import type { Assembly } from './assembly.ts'
import { pageStatuses } from './views/status.ts'

/** A page that is to be reviewed by a day. */
export interface DueReview {
  readonly page: Page
  readonly due: Day
  /** How often, as it is written: `12 months`. */
  readonly every: string
}

/** Reviews of one owner, the first due first. */
export interface OwnerReviews {
  /** Null for pages that nobody owns. */
  readonly owner: string | null
  /** Names the owner's calendar and anchor. */
  readonly slug: string
  readonly reviews: readonly DueReview[]
}

/** Longer names make no file names. */
const longestName = 60

const known = new WeakMap<Assembly, readonly OwnerReviews[]>()

/** Pages with a day of review, by owner in the order of the names, pages without one last. Nothing that is past. */
export function reviewsByOwner(assembly: Assembly): readonly OwnerReviews[] {
  const before = known.get(assembly)
  if (before !== undefined) return before
  const due = assembly.content.pages.flatMap((page) => reviewOf(assembly, page) ?? [])
  const byOwner = Map.groupBy(due, ({ page }) => page.owner)
  const unique = slugger()
  const owners = [...byOwner.keys()].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'en') || (a < b ? -1 : 1),
  )
  const all = owners.map((owner) => ({
    owner,
    slug: unique((owner ?? 'nobody').slice(0, longestName)) || 'owner',
    reviews: (byOwner.get(owner) ?? []).sort(
      (a, b) => a.due.localeCompare(b.due) || (a.page.path < b.page.path ? -1 : 1),
    ),
  }))
  known.set(assembly, all)
  return all
}

/** When a page is due for review, and how often that is; null for one that never is, or no longer counts. */
export function reviewOf(assembly: Assembly, page: Page): DueReview | null {
  const rule = assembly.ruleOf(page.path)
  const due = reviewDueOn({ frontMatter: page.frontMatter, rule })
  const every = page.frontMatter.review?.every ?? rule.review
  if (due === null || every === undefined) return null
  const isPast = pageStatuses(assembly, page.route, page).some(({ name }) => standing(name) === 'past')
  return isPast ? null : { page, due, every }
}

/** Where the calendar of all reviews lies, or of one owner's. */
export const calendarRoute = (reviews: Route, slug: string | null): Route =>
  `${reviews}${slug === null ? 'all' : `of-${slug}`}.ics` as Route

/** A review as an entry of a calendar; every text is as authors wrote it. */
export interface CalendarEntry {
  /** Stays while the page does, wherever it moves. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly url: string | null
  readonly due: Day
}

/** The calendars of a site: of all reviews, then of each owner; none where nothing is to be reviewed. */
export function calendarsOf(
  assembly: Assembly,
): readonly { readonly route: Route; readonly name: string; readonly entries: readonly CalendarEntry[] }[] {
  const owners = reviewsByOwner(assembly)
  if (owners.length === 0) return []
  const { reviews: route } = assembly.routes
  const { name } = assembly.shell
  const entries = (own: readonly OwnerReviews[]) =>
    own
      .flatMap(({ reviews }) => reviews)
      .sort((a, b) => a.due.localeCompare(b.due) || (a.page.path < b.page.path ? -1 : 1))
      .map((review) => entryOf(assembly, review))
  return [
    { route: calendarRoute(route, null), name: `Reviews: ${name}`, entries: entries(owners) },
    ...owners.map((own) => ({
      route: calendarRoute(route, own.slug),
      name: own.owner === null ? `Reviews without an owner: ${name}` : `Reviews of ${own.owner}: ${name}`,
      entries: entries([own]),
    })),
  ]
}

function entryOf({ history, shell }: Assembly, { page, due, every }: DueReview): CalendarEntry {
  const { site } = shell
  const url = site === null ? null : site + encodeRoute(page.route).slice(1)
  const owner = page.owner === null ? 'It has no owner.' : `Owner: ${page.owner}.`
  // The name it had first: the entry stays the same when the page moves.
  const first = history.namesOf(page.path).at(-1) ?? page.path
  return {
    id: `${digestOf('review', site ?? shell.name, first)}@whybook`,
    title: `Review: ${page.title}`,
    description: `${page.title} is to be reviewed every ${every}. ${owner}${url === null ? '' : `\n${url}`}`,
    url,
    due,
  }
}
