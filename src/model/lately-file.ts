/** What kind of news a change is, heaviest first: a policy that is new, one that changed, a decision, the rest. */
export type NewsWeight = 'new-policy' | 'policy' | 'decision' | 'rest'

/** `_whybook/lately.json`: the newest changes, for browsers that were here before. */
export interface LatelyFile {
  readonly schema: 1
  /** Changes in all; the ordinal of the newest. */
  readonly total: number
  /** Newest first. */
  readonly changes: readonly {
    /** First 12 characters of its commit id. */
    readonly id: string
    /** Place among all changes that are shown, from 1 for the oldest. */
    readonly ordinal: number
    readonly landedAt: string | null
    readonly title: string
    /** The reason as plain text, shortened; null where none was recorded. */
    readonly why: string | null
    readonly weight: NewsWeight
    readonly to: readonly [route: string, anchor: string]
    /** Positions in `pages`, of those whose text changed. */
    readonly pages: readonly number[]
  }[]
  readonly pages: readonly (readonly [route: string, title: string])[]
}
