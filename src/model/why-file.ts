import type { Instant } from './ids.ts'

/** A change as the margin tells it. */
export interface WhyChange {
  /** First 12 characters of its commit id. */
  readonly id: string
  /** Relative to the page. */
  readonly href: string
  readonly title: string
  readonly landedAt: Instant | null
  /** Reference of its merge request, as its forge writes it. */
  readonly reference: string | null
  readonly people: string
  /** Pages it touched. */
  readonly pages: number
  readonly reason: {
    readonly label: string
    readonly kind: 'why' | 'what'
    readonly short: string
    /** Safe HTML. */
    readonly html: string
  } | null
}

/** `_whybook/why/PAGE.json`: what is known of every block of a page; loaded when a reader asks. */
export interface WhyFile {
  readonly schema: 1
  /** Parts of the page that have a history: place among the children of its text, block, and change told of or -1. */
  readonly parts: readonly (readonly [at: number, block: number, told: number])[]
  /** Anchor or null, line of the file, last change of substance or -1, change it came in with or -1. */
  readonly blocks: readonly (readonly [anchor: string | null, line: number, last: number, introduced: number])[]
  /** Blocks that a link to this page may name and that are not on it any more. */
  readonly gone: readonly GoneBlock[]
  readonly changes: readonly WhyChange[]
}

/** A block that left a page. */
export interface GoneBlock {
  readonly id: string
  /** What took it away or moved it, -1 where that may not be told. */
  readonly change: number
  /** Where it stands now, or what took over its text: an address relative to the page; null when it is gone. */
  readonly href: string | null
  /** The version it last stood in, and its lines there, from 1; null for one that moved. */
  readonly was: readonly [blob: string, line: number, endLine: number] | null
}
