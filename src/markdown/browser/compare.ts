import type { DiffLineView } from '../../model/view.ts'
import { differenceOfSources, type ShownDifference } from '../difference/of-sources.ts'
import { mayHaveEmoji } from '../emoji.ts'
import { sourceDifference } from '../source-difference.ts'
import { isTwisted } from '../twisted.ts'
import { loadEmojiNames } from './emoji-names.ts'

/** Two versions of a page as a reader's browser compares them. */
export interface Comparison {
  /** Null where they are too large or too tangled for it: `lines` is all there is then. */
  readonly rendered: ShownDifference | null
  readonly lines: readonly DiffLineView[]
}

/** Compares two texts of a file, front matter included, by the rules of a build. Never throws on content. */
export async function compareInBrowser(before: string, after: string): Promise<Comparison> {
  if ([before, after].some(mayHaveEmoji)) await loadEmojiNames()
  const isHard = [before, after].some(isTwisted)
  return {
    rendered: isHard ? null : differenceOfSources(before, after),
    lines: sourceDifference(before, after),
  }
}
