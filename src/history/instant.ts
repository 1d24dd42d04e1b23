import type { Instant } from '../model/ids.ts'
import type { NumberReader, NumberWriter } from './columns.ts'

/** An instant as two numbers: seconds since 1970 and the zone's minutes east of Greenwich. */
export interface InstantParts {
  readonly seconds: number
  readonly zone: number
}

/** Null for what `git/` does not write; see `instantOf`. */
export function instantParts(instant: Instant): InstantParts | null {
  const [, sign, hours, minutes] = /T[\d:]{8}([+-])(\d\d):(\d\d)$/.exec(instant) ?? []
  const seconds = Date.parse(instant) / 1000
  if (sign === undefined || !Number.isInteger(seconds)) return null
  return { seconds, zone: (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) }
}

/** The other way: `2026-03-03T09:41:00+01:00`. */
export function instantOf({ seconds, zone }: InstantParts): Instant {
  const local = new Date((seconds + zone * 60) * 1000).toISOString().slice(0, 19)
  const two = (number: number) => String(number).padStart(2, '0')
  const away = Math.abs(zone)
  return `${local}${zone < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}` as Instant
}

/** Writes instants as differences: most follow each other closely. */
export class InstantColumn {
  #last = 0

  add(instant: Instant | null, column: NumberWriter, zones: NumberWriter): void {
    const parts = instant === null ? null : instantParts(instant)
    zones.add(parts === null ? 0 : parts.zone + 1000)
    if (parts === null) return
    column.addSigned(parts.seconds - this.#last)
    this.#last = parts.seconds
  }

  next(column: NumberReader, zones: NumberReader): Instant | null {
    const zone = zones.next()
    if (zone === 0) return null
    this.#last += column.nextSigned()
    return instantOf({ seconds: this.#last, zone: zone - 1000 })
  }
}
