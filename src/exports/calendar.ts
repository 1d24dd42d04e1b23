import type { CalendarEntry } from '../handbook/reviews.ts'
import type { Instant } from '../model/ids.ts'
import { nextDay } from '../text/span.ts'
import { visible } from '../text/visible.ts'

/** What a calendar needs beside its entries. */
export interface CalendarAbout {
  readonly name: string
  /** Committer date of HEAD: when what the calendar says was known. */
  readonly headAt: Instant | null
}

/**
 * Reviews as a calendar (RFC 5545): an entry for the whole of the day by which each is due. It takes nobody's time, and
 * its id stays when the page moves or the day is another, so that calendars that subscribe move it.
 */
export function calendarText({ name, headAt }: CalendarAbout, entries: readonly CalendarEntry[]): string {
  const stamp = new Date(headAt ?? 0).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const events = entries.flatMap(({ id, title, description, url, due }) => [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(due)}`,
    `DTEND;VALUE=DATE:${dateOf(nextDay(due) ?? due)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(url === null ? [] : [`URL:${url}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Whybook//Reviews//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `NAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const dateOf = (day: string): string => day.replaceAll('-', '')

/** Text as a value (RFC 5545, 3.3.11): nothing in it ends the line, the value or the list. */
function escaped(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => visible(line))
  return lines.map((line) => line.replace(/[\\;,]/g, (sign) => `\\${sign}`)).join('\\n')
}

const MOST_BYTES = 75

/** A line in parts of at most 75 bytes, none of which cuts a character in two (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line.toWellFormed()) {
    const size = Buffer.byteLength(character)
    // A part after the first begins with a blank.
    if (bytes + size > MOST_BYTES - (parts.length === 0 ? 0 : 1)) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}
