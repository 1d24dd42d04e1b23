import type { PageChange } from '../model/history.ts'

/** A block of a page with the changes that explain it, as far as this build may tell of them. */
export interface BlockWhy {
  /** Permanent name; null where history does not reach back to its birth. */
  readonly id: string | null
  /** First and last line, from 1, in the page's file as it is on disk. */
  readonly line: number
  readonly endLine: number
  /** True for what is drawn as a heading: its words say what the next blocks are about, so it has no note of its own. */
  readonly isHeading: boolean
  /** Newest change of substance; null where it has not changed since it came in. */
  readonly last: PageChange | null
  /** What it came in with; null where that may not be told, or is not known. */
  readonly introduced: PageChange | null
  /** All its changes of substance, newest first, `introduced` the last of them. */
  readonly substance: readonly PageChange[]
}
