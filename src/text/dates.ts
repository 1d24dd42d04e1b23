const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const monthOf = (iso: string): string => months[Number(iso.slice(5, 7)) - 1] ?? ''

/** `3 March 2026`, of a day or of an instant in the zone it was recorded in. */
export const dayWords = (iso: string): string => `${Number(iso.slice(8, 10))} ${monthOf(iso)} ${iso.slice(0, 4)}`

/** `3 March`: where the year stands above. */
export const dayOfYear = (iso: string): string => `${Number(iso.slice(8, 10))} ${monthOf(iso)}`

/** `March 2026`, of `2026-03` or more; other words (`undated`) become a phrase. */
export const monthWords = (month: string): string =>
  /^\d{4}-\d\d/.test(month) ? `${monthOf(month)} ${month.slice(0, 4)}` : 'Without a date'

/** `3 March 2026, 09:41 UTC+1`: an instant in the zone it was recorded in. */
export function instantWords(iso: string): string {
  const [, sign = '', hours = '', minutes = ''] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? []
  const isUtc = Number(hours) === 0 && Number(minutes) === 0
  const offset = isUtc ? '' : `${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
  return `${dayWords(iso)}, ${iso.slice(11, 16)} UTC${offset}`
}

/** The civil day of a moment in the zone of whoever reads: `2026-03-03`. */
export function localDay(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
