import type { Tag } from './dialect.ts'

/** How a tag begins and ends. */
export interface Marks {
  readonly open: string
  readonly close: string
}

/** What stands between two marks, as a tag; null when it is none. `resume` is where the search goes on. */
export type ReadTag = (found: {
  readonly inner: string
  readonly marks: Marks
  readonly start: number
  readonly end: number
  /** The whole text. */
  readonly text: string
  /** Place of the next match of a pattern with the flag `g`, asked for rising places; null where there is none. */
  next(pattern: RegExp, from: number): { readonly start: number; readonly end: number } | null
}) => Tag | null

/** Tags longer than this are text in which somebody wrote a brace. */
const LONGEST = 4000

/**
 * Finds what stands between marks outside code. Linear: a mark that nothing closes is looked for once.
 *
 * @param marks - longer ones first
 */
export function betweenMarks(
  text: string,
  isCode: (offset: number) => boolean,
  marks: readonly Marks[],
  read: ReadTag,
): Tag[] {
  const tags: Tag[] = []
  const closers = new Map<string, number>()
  const next = seeker(text)
  const opening = new RegExp(`(?=${[...new Set(marks.map(({ open }) => escaped(open.slice(0, 2))))].join('|')})`, 'g')
  let at = 0
  for (const { index } of text.matchAll(opening)) {
    if (index < at || isCode(index)) continue
    for (const each of marks) {
      if (!text.startsWith(each.open, index)) continue
      const from = index + each.open.length
      let close = closers.get(each.close) ?? -2
      if (close !== -1 && close < from) {
        close = text.indexOf(each.close, from)
        closers.set(each.close, close)
      }
      if (close === -1 || close - from > LONGEST) continue
      const end = close + each.close.length
      const tag = read({ inner: text.slice(from, close), marks: each, start: index, end, text, next })
      if (tag === null) continue
      tags.push(tag)
      at = tag.end
      break
    }
  }
  return tags
}

/** Searches a text once for each pattern, however often it is asked for rising places. */
export function seeker(text: string): (pattern: RegExp, from: number) => { start: number; end: number } | null {
  const found = new Map<string, { start: number; end: number } | null>()
  return (pattern, from) => {
    const known = found.get(pattern.source)
    if (known === null || (known !== undefined && known.start >= from)) return known
    pattern.lastIndex = from
    const match = pattern.exec(text)
    const place = match && { start: match.index, end: match.index + match[0].length }
    found.set(pattern.source, place)
    return place
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
