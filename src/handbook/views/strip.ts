import type { PageChange } from '../../model/history.ts'
import type { Instant, Route } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import type { StripView } from '../../model/view.ts'
import { counted } from '../../text/counting.ts'
import { dayWords, monthWords } from '../../text/dates.ts'
import type { Assembly } from '../assembly.ts'
import { axisOf } from './axis.ts'
import { reasonsTold } from './reasons-told.ts'

const dayLength = 86_400_000
const slots = 400

const strips = new WeakMap<Assembly, Map<Route, StripView | null>>()

/** The strip of a page's life, on the page and on its history page; worked out once. */
export function stripOf(assembly: Assembly, page: Page): StripView | null {
  const { history, changesOfPage } = assembly
  const known = strips.get(assembly) ?? new Map<Route, StripView | null>()
  strips.set(assembly, known)
  const strip =
    known.get(page.route) ?? stripView(changesOfPage.get(page.route) ?? [], history.headAt, history.startsAt)
  known.set(page.route, strip)
  return strip
}

/**
 * The strip of a page's life: its axis runs from the month of the first change to the end of HEAD's year, so
 * that it does not shift with every commit.
 *
 * @param changes - newest first
 * @param headAt - committer date of HEAD; ticks of the twelve months before it are `recent`
 * @returns null where fewer than two changes have a date
 */
function stripView(changes: readonly PageChange[], headAt: Instant | null, startsAt: Instant | null): StripView | null {
  const dated = changes.flatMap(({ change, reasoning }) => {
    const time = change.landedAt === null ? Number.NaN : Date.parse(change.landedAt)
    return Number.isNaN(time) ? [] : [{ time, reasoning }]
  })
  if (dated.length < 2 || headAt === null) return null
  const first = Math.min(...dated.map((each) => each.time))
  const last = Math.max(...dated.map((each) => each.time))
  const head = Math.max(Date.parse(headAt), last)
  const yearAgo = head - 365 * dayLength
  const { place, years } = axisOf(first, head, slots)

  const ticks = new Map<number, { at: number; strong: boolean; recent: boolean }>()
  for (const { time, reasoning } of dated) {
    const at = place(time)
    const other = ticks.get(at)
    ticks.set(at, {
      at,
      strong: reasoning?.kind === 'why' || (other?.strong ?? false),
      recent: time > yearAgo || (other?.recent ?? false),
    })
  }
  const month = (time: number): string => monthWords(new Date(time).toISOString())
  const when = month(first) === month(last) ? `in ${month(first)}` : `from ${month(first)} to ${month(last)}`
  const missing =
    startsAt === null ? '' : ` Older ones are missing: this copy's history starts on ${dayWords(startsAt)}.`
  return {
    sentence: `${counted(dated.length, 'change')} ${when}: ${reasonsTold(dated.map(({ reasoning }) => reasoning))}.${missing}`,
    ticks: [...ticks.values()].sort((a, b) => a.at - b.at),
    years,
    broken: startsAt !== null,
  }
}
