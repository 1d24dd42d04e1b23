import { buildJson } from '../root.ts'
import { ownReading } from './own.ts'
import type { Mark } from './store.ts'

/** A visit as it began. */
export interface Visit {
  /** Where the visit before this one had got. */
  readonly before: Mark
  /** Where the handbook is now. */
  readonly now: Mark
}

let noted: Promise<Visit | null> | undefined

/** Notes that the handbook is visited; null on the first visit, and where nothing is remembered. */
export function noteVisit(): Promise<Visit | null> {
  noted ??= note()
  return noted
}

async function note(): Promise<Visit | null> {
  if (!ownReading().isOn()) return null
  const newest = ((await buildJson()) as { newest?: Partial<Mark> | null } | null)?.newest
  if (typeof newest?.id !== 'string' || typeof newest.ordinal !== 'number') return null
  const now = { id: newest.id, ordinal: newest.ordinal, at: Date.now() }
  const before = ownReading().visit(now)
  return before === null ? null : { before, now }
}
