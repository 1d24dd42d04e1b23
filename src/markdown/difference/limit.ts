/** Work that a difference may still do; counted, not timed, so that every machine finds the same. */
export interface Allowance {
  steps: number
}

/** Work for one page: thousands of small changes, or twenty paragraphs that have nothing in common. */
export const mostSteps = 1_500_000
/** Pairs of blocks compared for likeness in one gap. */
export const mostPairs = 40_000
/** Characters of HTML beyond which a difference on a page ends. */
export const LARGEST_DIFFERENCE = 60_000
/** Characters of both versions together that are compared as readers see them. */
export const LARGEST_PAGES = 400_000
