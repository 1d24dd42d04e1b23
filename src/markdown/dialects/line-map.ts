import type { LineMap } from '../../model/page.ts'

/** Line of the source that a line of the text was made from; both count from 1. */
export function sourceLine(lines: LineMap, line: number): number {
  if (lines === null) return line
  return lines[Math.min(line, lines.length) - 1] ?? 1
}

/**
 * Line map of a text that was made in two steps.
 *
 * @param later - from the result to the text between
 * @param earlier - from the text between to the source
 */
export function through(later: LineMap, earlier: LineMap): LineMap {
  if (later === null || earlier === null) return later ?? earlier
  return later.map((line) => sourceLine(earlier, line))
}
