import type { Day, Instant } from '../model/ids.ts'

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** Direction of writing of a language, from its BCP 47 tag. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The civil day of an instant, in the zone it was recorded in. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day
