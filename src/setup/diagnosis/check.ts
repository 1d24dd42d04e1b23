/** One thing that the doctor looked at. */
export interface Check {
  /** `part/thing`, stable. */
  readonly id: string
  readonly level: 'ok' | 'warning' | 'error'
  /** What it is, and what it means for the handbook. */
  readonly says: string
  /** What to do; null where nothing is. */
  readonly next: string | null
}

export const ok = (id: string, says: string): Check => ({ id, level: 'ok', says, next: null })
export const warning = (id: string, says: string, next: string): Check => ({ id, level: 'warning', says, next })
export const error = (id: string, says: string, next: string): Check => ({ id, level: 'error', says, next })
