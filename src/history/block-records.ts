import type { BlockAlteration } from '../model/block-history.ts'

/** How a block began: `found` stood there before a shallow history begins, or in a version that cannot be read. */
export type BlockOrigin = 'born' | 'split' | 'copied' | 'found'

/** One change of a block. */
export interface StepRecord {
  /** Place of the entry among all. */
  readonly entry: number
  readonly class: Exclude<BlockAlteration, BlockOrigin>
  /** Page that it came from; -1 when it stayed. */
  readonly from: number
  /** True when it reads again as it did when it was born. */
  readonly isBack: boolean
  /** Words that a candidate for a mended spelling replaced. */
  readonly misspelt: readonly string[]
}

/** Where a block that is gone last stood. */
export interface BlockEnd {
  readonly entry: number
  /** First line and number of lines; 0 and 0 where its version could not be read. */
  readonly line: number
  readonly lines: number
  /** Number of the block that took its words in; -1 for none. */
  readonly into: number
}

/** All that is kept of a block; its number is its place among all. */
export interface BlockRecord {
  /** Place of the entry in which it began. */
  readonly born: number
  readonly origin: BlockOrigin
  /** Page that it was born on. */
  readonly bornOn: number
  /** Its layout hash then. */
  readonly bornAs: number
  /** Block that it was split off or copied from, or that is the same in the page's other past; -1 for none. */
  from: number
  /** Page that it stands on, or stood on last. */
  page: number
  hash: number
  /** In the order in which they happened. */
  steps: readonly StepRecord[]
  end: BlockEnd | null
}

/** Histories of all blocks: what a pass over the entries leaves, and what the next one goes on from. */
export interface BlockRecords {
  /** In the order in which they appeared. */
  readonly records: BlockRecord[]
  /** Numbers of the blocks of each page that is not gone, in the order in which they stand there. */
  readonly standing: Map<number, readonly number[]>
}

/** Shared by the many blocks that were never changed. */
export const noSteps: readonly StepRecord[] = []

export function noBlocks(): BlockRecords {
  return { records: [], standing: new Map() }
}
