/**
 * True inside a link's target or an attribute that holds an address.
 *
 * @param start - where the line of `at` begins
 */
export function isInAddress(text: string, at: number, start: number): boolean {
  const line = text.slice(Math.max(start, at - 300), at)
  // Of several targets of one form only the last can still be open.
  if (/^\]\([^\s)]*$/.test(fromLast(line, ']('))) return true
  if (/^\]\(<[^>]*$/.test(fromLast(line, '](<'))) return true
  return /\b(?:href|src|action|data)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)$|^\[[^\]]+\]:\s*\S*$/.test(line)
}

const fromLast = (text: string, mark: string): string => text.slice(Math.max(0, text.lastIndexOf(mark)))

/** Where each line of a text begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Line of an offset, from 1. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/

/**
 * Tells of lines, asked for in their order, whether a list item is open above them: then their indentation belongs to
 * the list, and else it is code or nothing. Linear for all.
 */
export function inListTest(lines: readonly string[]): (index: number) => boolean {
  /** Lines above, each indented more than the one before it in this list. */
  const open: { readonly line: number; readonly width: number }[] = []
  let next = 0
  let answer: { readonly index: number; readonly isInList: boolean } | null = null
  return (index) => {
    if (answer?.index === index) return answer.isInList
    for (; next < index; next += 1) {
      const line = lines[next] ?? ''
      if (line.trim() === '') continue
      const width = widthOf(line)
      while ((open.at(-1)?.width ?? -1) >= width) open.pop()
      open.push({ line: next, width })
    }
    const width = widthOf(lines[index] ?? '')
    const above = open.findLast((each) => each.width < width)
    answer = { index, isInList: above !== undefined && ITEM.test(lines[above.line] ?? '') }
    return answer.isInList
  }
}

/** Columns of blanks at the start of a line. */
export function widthOf(line: string): number {
  let width = 0
  for (const character of line) {
    if (character === ' ') width += 1
    else if (character === '\t') width += 4 - (width % 4)
    else break
  }
  return width
}
