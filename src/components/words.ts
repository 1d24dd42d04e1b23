import type { ChangeRow } from '../model/view.ts'

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

/** `1,204` */
export const amount = (count: number): string => (count < 1000 ? String(count) : count.toLocaleString('en-GB'))

/** `1 page`, `14 pages` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${amount(count)} ${count === 1 ? one : many}`

/** `Ana Reis`, `Ana Reis and Li Wei`, `Ana Reis, Li Wei and 3 more` */
export function names(people: readonly string[]): string {
  if (people.length <= 2) return people.join(' and ')
  return `${people.slice(0, 2).join(', ')} and ${people.length - 2} more`
}

/** `3 lines out, 12 in`; empty when no line changed. */
export function sizeWords(change: Pick<ChangeRow, 'added' | 'removed'>): string {
  const { added, removed } = change
  if (removed > 0) return `${counted(removed, 'line')} out${added > 0 ? `, ${amount(added)} in` : ''}`
  return added > 0 ? `${counted(added, 'line')} in` : ''
}

/** A title that would take three lines or more at full size. */
export const isLong = (title: string): boolean => title.length > 44

/**
 * True when most of a text's letters belong to a script that has no italic: a reason is then set upright and
 * carries the label "Why".
 */
export function isUpright(text: string): boolean {
  // Below stand Latin, Greek and Cyrillic: nearly every reason is answered here.
  if (!/[\u0530-\u1dff\u2e80-\u{10ffff}]/u.test(text)) return false
  const letters = text.match(/\p{L}/gu) ?? []
  const slanted = text.match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu) ?? []
  return letters.length > 0 && slanted.length * 2 < letters.length
}
