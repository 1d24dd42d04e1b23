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
  readonly changes: readonly WhyChange[]
}
