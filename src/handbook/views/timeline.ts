import type { Route } from '../../model/ids.ts'
import type { TimelineEvent, TimelineView } from '../../model/life-view.ts'
import type { Page } from '../../model/page.ts'
import { counted } from '../../text/counting.ts'
import { monthWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import { type Assembly, shortId } from '../assembly.ts'
import { axisOf } from './axis.ts'
import { changeHref, changeTitle } from './rows.ts'

const slots = 120
const mostRows = 300
/** A change of more pages is a clean-up or an import. */
const mostPages = 20

interface Event extends Omit<TimelineEvent, 'page'> {
  readonly lane: 'Decisions' | 'Policies'
  /** Orders events of one day. */
  readonly key: string
  link(from: Route): TimelineEvent['page']
}

/**
 * Decisions and changes of policies of the whole handbook along the years: when each was decided, took or takes effect,
 * ended, and was changed.
 *
 * @returns null where nothing has a day
 */
export function timelineView(assembly: Assembly, from: Route): TimelineView | null {
  const events = eventsOf(assembly)
  if (events.length === 0) return null
  const times = events.map(({ date }) => Date.parse(date))
  const [first, last] = [Math.min(...times), Math.max(...times, Date.parse(assembly.today))]
  const axis = axisOf(first, last, slots)
  const lanes = (['Decisions', 'Policies'] as const).flatMap((label) => {
    const own = events.filter(({ lane }) => lane === label)
    const bySlot = Map.groupBy(own, ({ date }) => axis.place(Date.parse(date)))
    const most = Math.max(1, ...[...bySlot.values()].map((each) => each.length))
    const marks = [...bySlot].map(([at, each]) => ({
      at,
      height: Math.round((each.length / most) * 100) / 100,
      coming: each.every(({ date }) => date > assembly.today),
    }))
    return own.length === 0 ? [] : [{ label, marks: marks.sort((a, b) => a.at - b.at) }]
  })
  return {
    sentence: sentenceOf(events),
    years: axis.years,
    lanes,
    events: events.slice(0, mostRows).map(({ date, what, link }) => ({ date, what, page: link(from) })),
    more: Math.max(0, events.length - mostRows),
  }
}

function sentenceOf(events: readonly Event[]): string {
  const count = (lane: Event['lane']): number => events.filter((each) => each.lane === lane).length
  const decisions = count('Decisions')
  const policies = count('Policies')
  const what = [
    ...(decisions > 0 ? [counted(decisions, 'decision')] : []),
    ...(policies > 0 ? [`${counted(policies, 'event')} in the life of policies`] : []),
  ].join(' and ')
  const [newest, oldest] = [events[0]?.date ?? '', events.at(-1)?.date ?? '']
  const [start, end] = [monthWords(oldest), monthWords(newest)]
  return `${what}${start === end ? ` in ${start}` : `, from ${start} to ${end}`}.`
}

/** Newest first; in a fixed order on one day. */
function eventsOf(assembly: Assembly): readonly Event[] {
  const { content, changes } = assembly
  const pages = content.pages.flatMap((page) =>
    page.kind === 'decision' ? decisionEvents(assembly, page) : policyEvents(page),
  )
  const changed = changes.flatMap((shown): Event[] => {
    const { change, touches } = shown
    const isOfPolicy = touches.some(({ page, touch }) => page?.kind === 'policy' && touch.kind !== 'added')
    if (!isOfPolicy || touches.length > mostPages || change.landedAt === null) return []
    const link = (from: Route) => ({ label: changeTitle(change), href: changeHref(assembly, from, shown) })
    return [
      { lane: 'Policies', date: change.landedAt.slice(0, 10), what: 'Policy changed', key: shortId(change), link },
    ]
  })
  return [...pages, ...changed].sort((a, b) => b.date.localeCompare(a.date) || (a.key < b.key ? -1 : 1))
}

const DECIDED: Readonly<Record<string, string>> = {
  proposed: 'Proposed',
  rejected: 'Rejected',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
}

function decisionEvents(assembly: Assembly, page: Page): Event[] {
  const { decided, effective, status = '' } = page.frontMatter
  const written = assembly.changesOfPage.get(page.route)?.at(-1)?.change.landedAt?.slice(0, 10)
  const date = decided ?? effective ?? written
  if (date === undefined || page.frontMatter.draft === true) return []
  return [eventOf('Decisions', page, date, DECIDED[status] ?? 'Decided')]
}

function policyEvents(page: Page): Event[] {
  const { effective, until, draft, status } = page.frontMatter
  if (page.kind !== 'policy' || draft === true || (status !== undefined && status !== 'accepted')) return []
  return [
    ...(effective === undefined ? [] : [eventOf('Policies', page, effective, 'In force from this day')]),
    ...(until === undefined ? [] : [eventOf('Policies', page, until, 'In force until this day')]),
  ]
}

const eventOf = (lane: Event['lane'], page: Page, date: string, what: string): Event => ({
  lane,
  date,
  what,
  key: `${page.path} ${what}`,
  link: (from) => ({ label: page.title, href: hrefFrom(from, page.route) }),
})
