import type { PageChange } from '../../model/history.ts'
import type { Instant } from '../../model/ids.ts'
import type { StripView } from '../../model/view.ts'
import { counted, longDate, monthName } from '../words.ts'

const dayLength = 86_400_000
const slots = 400
const mostYears = 8

/**
 * The strip of a page's life: its axis runs from the month of the first change to the end of HEAD's year, so
 * that it does not shift with every commit.
 *
 * @param changes - newest first
 * @param headAt - committer date of HEAD; ticks of the twelve months before it are `recent`
 * @returns null where fewer than two changes have a date
 */
export function stripView(
  changes: readonly PageChange[],
  headAt: Instant | null,
  startsAt: Instant | null,
): StripView | null {
  const dated = changes.flatMap(({ change, reasoning }) => {
    const time = change.landedAt === null ? Number.NaN : Date.parse(change.landedAt)
    return Number.isNaN(time) ? [] : [{ time, hasReason: reasoning !== null }]
  })
  if (dated.length < 2 || headAt === null) return null
  const first = Math.min(...dated.map((each) => each.time))
  const last = Math.max(...dated.map((each) => each.time))
  const start = Date.parse(`${new Date(first).toISOString().slice(0, 7)}-01T00:00:00Z`)
  const head = Math.max(Date.parse(headAt), last)
  const end = Date.UTC(new Date(head).getUTCFullYear() + 1, 0, 1)
  const yearAgo = head - 365 * dayLength
  const place = (time: number): number => Math.round(((time - start) / (end - start)) * slots)

  const ticks = new Map<number, { at: number; strong: boolean; recent: boolean }>()
  for (const { time, hasReason } of dated) {
    const slot = place(time)
    const other = ticks.get(slot)
    ticks.set(slot, {
      at: slot / slots,
      strong: hasReason || (other?.strong ?? false),
      recent: time > yearAgo || (other?.recent ?? false),
    })
  }
  const withReason = dated.filter((each) => each.hasReason).length
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
  return {
    sentence: `${counted(dated.length, 'change')} from ${monthName(iso(first))} to ${monthName(iso(last))}, ${
      withReason === 0 ? 'none with a recorded reason' : `${withReason} with a recorded reason`
    }.${startsAt === null ? '' : ` Older ones are missing: this copy's history starts on ${longDate(startsAt)}.`}`,
    ticks: [...ticks.values()].sort((a, b) => a.at - b.at),
    years: yearMarks(start, end, place),
    broken: startsAt !== null,
  }
}

/** The first year at the axis' start, then every January; thinned out so that labels do not collide. */
function yearMarks(start: number, end: number, place: (time: number) => number): StripView['years'] {
  const firstYear = new Date(start).getUTCFullYear()
  const lastYear = new Date(end - 1).getUTCFullYear()
  const step = Math.ceil((lastYear - firstYear + 1) / mostYears)
  const marks = [{ label: String(firstYear), at: 0 }]
  for (let year = lastYear; year > firstYear; year -= step) {
    const at = place(Date.UTC(year, 0, 1)) / slots
    if (at > 0.09) marks.push({ label: String(year), at })
  }
  return marks.sort((a, b) => a.at - b.at)
}
