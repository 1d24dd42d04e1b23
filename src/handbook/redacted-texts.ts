import type { Change, History, PageTouch } from '../model/history.ts'
import type { BlobId } from '../model/ids.ts'
import type { Redaction } from './redaction.ts'

/** Versions that hold what a redacted commit put in, or may. */
export interface RedactedTexts {
  /** True for a touch that a redacted commit made, or that stands beside a version made by one. */
  isMade(touch: PageTouch): boolean
  /** The last version before the redacted ones, where a touch comes after them; null without one; else undefined. */
  baseOf(touch: PageTouch): BlobId | null | undefined
}

const NOTHING: RedactedTexts = { isMade: () => false, baseOf: () => undefined }

/**
 * Follows what redacted commits put in from version to version: nobody can tell which words of a later version are
 * theirs. A version that was there before them is free of it.
 */
export function redactedTexts(redaction: Redaction, { changes }: Pick<History, 'changes'>): RedactedTexts {
  const isRedacted = ({ id, commits }: Change): boolean =>
    redaction.hasCommit(id) || commits.some((commit) => redaction.hasCommit(commit.id))
  if (!changes.some(isRedacted)) return NOTHING
  const made = new Set<BlobId>()
  const bases = new Map<BlobId, BlobId | null>()
  const clean = new Set<BlobId>()
  const madeTouches = new Set<PageTouch>()
  for (const change of changes.toReversed()) {
    const own = isRedacted(change)
    for (const touch of change.touches) {
      const { before, after } = touch
      if (own) madeTouches.add(touch)
      const inherited = before === null ? undefined : bases.get(before)
      const isTouched = own || inherited !== undefined
      if (after === null || clean.has(after)) continue
      if (isTouched) {
        if (own && !bases.has(after)) made.add(after)
        if (!bases.has(after)) bases.set(after, inherited === undefined ? before : inherited)
      } else clean.add(after)
    }
  }
  const sides = ({ before, after }: PageTouch): BlobId[] => [before, after].filter((id) => id !== null)
  return {
    isMade: (touch) => madeTouches.has(touch) || sides(touch).some((id) => made.has(id)),
    baseOf: (touch) => {
      const found = sides(touch).find((id) => bases.has(id))
      return found === undefined ? undefined : (bases.get(found) ?? null)
    },
  }
}
