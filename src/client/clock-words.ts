const dayLength = 86_400_000

/** Days from one civil day to another, in the reader's own zone. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(to) - midnight(from)) / dayLength)
}

/** A day without a time is the same day in every zone. */
const read = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T00:00` : iso)

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** `Today, 07:02`, `Yesterday`, `5 days ago`; null when it is longer ago, and the date says more. */
export function nearWords(iso: string, now: Date): string | null {
  const date = read(iso)
  const days = daysBetween(date, now)
  if (!(days >= 0 && days < 7)) return null
  if (days > 1) return `${days} days ago`
  const time = iso.length === 10 ? '' : `, ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
  return `${days === 0 ? 'Today' : 'Yesterday'}${time}`
}

/** `today`, `in 12 days`, `34 days ago`; null when it is further away than three months. */
export function dueWords(iso: string, now: Date): string | null {
  const days = daysBetween(now, read(iso))
  if (!(Math.abs(days) <= 92)) return null
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago`
}
