import { splitBlocks } from '../markdown/blocks.ts'
import type { History } from '../model/history.ts'
import { uncommitted } from './block-history.ts'

/** A history without changes. @param reason - why there is none, as a sentence */
export function emptyHistory(reason: string): History {
  return {
    head: null,
    headAt: null,
    complete: false,
    startsAt: null,
    absent: reason,
    changes: [],
    changesOf: () => [],
    namesOf: () => [],
    moved: new Map(),
    movedAnchors: () => new Map(),
    blocks: () => ({
      blocksOf: (_, text) => splitBlocks(text).map(uncommitted),
      removedFrom: () => [],
      find: () => undefined,
    }),
    change: () => undefined,
  }
}
