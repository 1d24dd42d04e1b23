import type { Instant } from '../model/ids.ts'

/** Who and when, as a commit says it. The e-mail address is for `.mailmap` alone and is never shown. */
export interface Signature {
  readonly name: string
  readonly email: string
  /** Null for a date that cannot be: not a number, or after 2100. */
  readonly at: Instant | null
}

/** 2100-01-01: later dates are slips of a clock or of an importer, and would stand above all real ones. */
const LATEST_SECONDS = 4_102_444_800

/**
 * Reads `Name <address> SECONDS ZONE` as git does: the address up to the first `>`, the date after the last one.
 *
 * @param text - the value of an `author` or `committer` header, decoded
 */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('<')
  if (open < 0) return { name: text.trim(), email: '', at: null }
  const close = text.indexOf('>', open)
  return {
    name: text.slice(0, open).trim(),
    email: text.slice(open + 1, close < 0 ? undefined : close).trim(),
    at: close < 0 ? null : parseDate(text.slice(text.lastIndexOf('>') + 1)),
  }
}

function parseDate(text: string): Instant | null {
  const date = text.match(/^\s*(\d{1,10})(?:\s+([+-])(\d\d)(\d\d))?(?:\s|$)/)
  const seconds = Number(date?.[1])
  if (!date || seconds >= LATEST_SECONDS) return null
  const [hours, minutes] = [Number(date[3] ?? 0), Number(date[4] ?? 0)]
  // The moment is known even where the zone is nonsense: it is given in UTC then.
  const isZone = hours <= 14 && minutes <= 59
  const offset = isZone ? (hours * 60 + minutes) * (date[2] === '-' ? -1 : 1) : 0
  const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19)
  return `${local}${zone(offset)}` as Instant
}

function zone(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}
