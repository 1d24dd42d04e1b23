import type { BlockStep, BlockStory } from '../model/block-history.ts'

/** The two changes that explain a block, in the order in which they are told (PROVENANCE, "Which reason a block shows"). */
export interface Reasons {
  /** Newest change of substance; null where there was none since the block came in. */
  readonly last: BlockStep | null
  readonly introduced: BlockStep | null
  /** The one whose text is shown at once: the first with a word of why, else the first with any text of its author's. */
  readonly opens: BlockStep | null
}

/** Which changes a block shows, and which of them opens unfolded. */
export function reasonsOf({ last, introduced }: Pick<BlockStory, 'last' | 'introduced'>): Reasons {
  const newest = last !== null && last.change.change === introduced?.change.change ? null : last
  const both = [newest, introduced].filter((step) => step !== null)
  const opens =
    both.find(({ change }) => change.reasoning?.kind === 'why') ?? both.find(({ change }) => change.reasoning !== null)
  return { last: newest, introduced, opens: opens ?? null }
}
