/** What the site shows of the life of policies and decisions, as plain JSON; part of `view.ts`. */
import type { LinkView, ListItemView } from './view.ts'

/** Years along an axis; `at` is 0 to 1. */
export interface YearMark {
  readonly label: string
  readonly at: number
}

/** What replaced what, of one page: a picture of when each counted, and the same as a list. */
export interface ChainView {
  readonly sentence: string
  readonly years: readonly YearMark[]
  /** Oldest first; what is only proposed comes last. */
  readonly records: readonly ChainRecord[]
  /** Records of the chain that are not shown. */
  readonly more: number
}

export interface ChainRecord {
  readonly item: ListItemView
  /** When it counted, in words: `May 2021 to January 2023`; empty where no day is known. */
  readonly period: string
  /** The page that shows the chain. */
  readonly isHere: boolean
  /** Only proposed. */
  readonly isNext: boolean
  /** When it counted along the axis, 0 to 1; null where no day is known. `to` null: until further notice. */
  readonly span: { readonly from: number; readonly to: number | null } | null
}

/** A page that landed with a decision. */
export interface ChangedByView {
  readonly page: LinkView
  /** The change that brought both. */
  readonly change: LinkView
  readonly landedAt: string | null
  /** When the page changed last after that; null: it stands as it was written. */
  readonly changedAgain: string | null
}

/** Decisions and changes of policies of the whole handbook along the years, and the same as a table. */
export interface TimelineView {
  readonly sentence: string
  readonly years: readonly YearMark[]
  readonly lanes: readonly {
    readonly label: string
    /** Marks along the axis: how many events fall there, 0 to 1 of the most; `coming` lies after the day of the build. */
    readonly marks: readonly { readonly at: number; readonly height: number; readonly coming: boolean }[]
  }[]
  /** Newest first. */
  readonly events: readonly TimelineEvent[]
  /** Events that the table leaves out; the picture has them. */
  readonly more: number
}

export interface TimelineEvent {
  readonly date: string
  /** `Decided`, `Rejected`, `Takes effect`, `Ends`, `Policy changed`. */
  readonly what: string
  readonly page: LinkView
}
