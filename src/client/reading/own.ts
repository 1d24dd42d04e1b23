import { siteRoot } from '../root.ts'
import { ownStore, type Reading, readingOf } from './store.ts'

let reading: Reading | undefined

/** What this browser remembers of this handbook. */
export function ownReading(): Reading {
  reading ??= readingOf(ownStore(), new URL(siteRoot()).pathname)
  return reading
}
