import type { Day, Route } from '../../model/ids.ts'
import type { ReviewsView } from '../../model/view.ts'
import { counted } from '../../text/counting.ts'
import { encodeRoute, hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { calendarRoute, type DueReview, reviewsByOwner } from '../reviews.ts'
import { ownBase } from './base.ts'
import { pageStatuses, turnsOf } from './status.ts'

/** `/reviews/`: what has to be read through again, by whom and until when, with calendars to subscribe to. */
export function reviewsView(assembly: Assembly): ReviewsView {
  const route = assembly.routes.reviews
  const owners = reviewsByOwner(assembly)
  const all = owners.flatMap(({ reviews }) => reviews)
  const late = all.filter(({ due }) => due < assembly.today).length
  return {
    type: 'reviews',
    ...ownBase(assembly, route, 'Reviews', 'What is to be read through again, by whom and until when.'),
    sentence:
      all.length === 0
        ? null
        : `${counted(all.length, 'page')} with a day of review${late === 0 ? '' : `, ${late} of them overdue`}.`,
    calendar: all.length === 0 ? null : calendarOf(assembly, route, null),
    owners: owners.map(({ owner, slug, reviews }) => ({
      id: `of-${slug}`,
      owner: owner ?? 'Nobody',
      calendar: calendarOf(assembly, route, slug),
      reviews: reviews.map((review) => rowOf(assembly, route, review)),
    })),
  }
}

function rowOf(
  assembly: Assembly,
  from: Route,
  { page, due, every }: DueReview,
): ReviewsView['owners'][number]['reviews'][number] {
  const told = (day: Day) => {
    const statuses = pageStatuses(assembly, from, page, day)
    return { status: statuses.find(({ name }) => name === 'due' || name === 'overdue') ?? null, isPast: false }
  }
  return {
    page: { label: page.title, href: hrefFrom(from, page.route) },
    kind: page.kind,
    due,
    every,
    ...told(assembly.today),
    turns: turnsOf(assembly, page, told).map(({ from: day, told: then }) => ({ from: day, ...then })),
  }
}

/** A calendar to take, and to subscribe to where the site's address is known. */
function calendarOf(assembly: Assembly, from: Route, slug: string | null): ReviewsView['calendar'] {
  const file = calendarRoute(assembly.routes.reviews, slug)
  const { site } = assembly.shell
  return {
    file: hrefFrom(from, file),
    subscribe: site === null ? null : `${site}${encodeRoute(file).slice(1)}`.replace(/^https?:/, 'webcal:'),
  }
}
