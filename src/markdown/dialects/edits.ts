/** One replacement in a text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The edits that count, in order: where two overlap, the one that begins first, or else the longer one. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let at = 0
  return edits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < at) return false
      at = end
      return true
    })
}

/**
 * Applies edits to a text so that it keeps its number of lines: line ends that an edit swallowed are put after its
 * replacement.
 *
 * @param edits - in order, not overlapping
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    const lost = lineEnds(text.slice(edit.start, edit.end)) - lineEnds(edit.text)
    result += text.slice(at, edit.start) + edit.text + '\n'.repeat(Math.max(0, lost))
    at = edit.end
  }
  return result + text.slice(at)
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
