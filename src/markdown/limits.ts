/** Why a page is not drawn at all; the rule is `markdown/<rule>`. */
export interface Refusal {
  readonly rule: 'too-large' | 'too-deep' | 'table-too-large'
  readonly reason: string
}

/** HTML larger than this fails its page. */
export const LARGEST_HTML = 20 * 1024 * 1024
/** Elements inside each other; what browsers can lay out and what recursion here stays far below. */
export const DEEPEST = 400

const LARGEST_SOURCE = 5 * 1024 * 1024
/** Cells that a parser would make; short rows are filled up to the width of the head, which is how 21 KB became 90 MB. */
const MOST_CELLS = 100_000
/**
 * Quotes and list items opened on one line; the parser needs time in the square of them. Blanks stand in front of a
 * mark only, so that there is one way to read a line: with blanks on both sides this took time in powers of two.
 */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){100}/m
const RULE_LINE = /^[ \t>]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/
/** The row below a table's head, and a little more: it is only counted. */
const DELIMITER_ROW = /^[ \t>|:-]+$/
/** Elements that HTML closes by itself, and those that have no end tag. */
const SELF_CLOSING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr|tbody|thead|tfoot|option|a)$/

/**
 * Looks at source before it is parsed: what would take a parser seconds or gigabytes is refused with a name,
 * because a native parser cannot be stopped once it runs (SECURITY decision 10). Linear in the source.
 */
export function refusalOf(source: string): Refusal | null {
  if (source.length > LARGEST_SOURCE) {
    return { rule: 'too-large', reason: 'The page is larger than 5 MB; split it.' }
  }
  const containers = CONTAINERS.exec(source)
  if (containers && !RULE_LINE.test(lineFrom(source, containers.index))) {
    return { rule: 'too-deep', reason: 'A line opens more than 100 quotations or lists inside each other.' }
  }
  if (tableCells(source) > MOST_CELLS) {
    return {
      rule: 'table-too-large',
      reason: 'The tables of the page have more than 100,000 cells; move the data to a file.',
    }
  }
  if (tagDepth(source) > DEEPEST) {
    return { rule: 'too-deep', reason: `The page opens more than ${DEEPEST} HTML elements inside each other.` }
  }
  return null
}

function lineFrom(source: string, at: number): string {
  const end = source.indexOf('\n', at)
  return source.slice(at, end === -1 ? undefined : end)
}

function tableCells(source: string): number {
  if (!source.includes('|')) return 0
  let cells = 0
  let width = 0
  for (const line of source.split('\n')) {
    if (line.trim() === '') width = 0
    else if (width === 0 && line.includes('|') && line.includes('-') && DELIMITER_ROW.test(line))
      width = line.split('|').length
    cells += width
  }
  return cells
}

/** How deep HTML elements are opened inside each other, end tags that HTML needs not counted. */
export function tagDepth(source: string): number {
  if (!source.includes('<')) return 0
  let depth = 0
  let deepest = 0
  for (const [, slash, name] of source.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (SELF_CLOSING.test((name ?? '').toLowerCase())) continue
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
