import type { Day, Instant } from '../model/ids.ts'

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** Direction of writing of a language, from its BCP 47 tag. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The civil day of an instant, in the zone it was recorded in. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `3 March 2026` */
export const longDate = (day: string): string => long.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))

/** `March 2026`, from `2026-03` or any later part of a date. */
export const monthName = (day: string): string =>
  /^\d{4}-\d\d/.test(day) ? month.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`)) : 'Without a date'

/** `1 change`, `14 changes` */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
