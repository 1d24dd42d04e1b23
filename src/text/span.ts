import { Temporal } from 'temporal-polyfill'

const SPAN = /^(-?\d{1,4}) (day|week|month|year)s?$/i

/**
 * The civil day that lies `span` after `day`: `2026-01-31` and `1 month` give `2026-02-28`.
 *
 * @param day - `YYYY-MM-DD`
 * @param span - as people write it: `90 days`, `2 weeks`, `12 months`, `1 year`; with a minus that long before
 * @returns null when either cannot be read, or the result lies outside the calendar
 */
export function addSpan<D extends string>(day: D, span: string): D | null {
  const [, count, unit] = SPAN.exec(span.trim()) ?? []
  if (count === undefined || unit === undefined) return null
  try {
    const duration = Temporal.Duration.from({ [`${unit.toLowerCase()}s`]: Number(count) })
    return Temporal.PlainDate.from(day).add(duration).toString() as D
  } catch {
    return null
  }
}

/** Days from `from` to `to`, negative when `to` is earlier; null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  try {
    return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
  } catch {
    return null
  }
}

/** The civil day after another; null for what is no day, or for the last of the calendar. */
export const nextDay = <D extends string>(day: D): D | null => addSpan(day, '1 day')
