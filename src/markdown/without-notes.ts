import type { Range } from './code-ranges.ts'
import { refusalOf } from './limits.ts'
import { lookThrough } from './look-through.ts'

const COMMENT = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g
const COMMENT_END = /--!?>/g
const MAYBE = /<!--|^[ \t>]*\[[^\]\n]+\]:/m

/**
 * Source of a page, front matter and all, with `(comment)` in place of what writers hide in it: HTML comments, and
 * definitions and footnotes that nothing refers to. What it shows as code stays. Lines stay where they are.
 *
 * @param instead - what stands for each line that is hidden
 */
export function withoutNotes(source: string, instead = '(comment)'): string {
  if (!MAYBE.test(source)) return source
  const ranges = refusalOf(source) === null ? hidden(source) : everyComment(source, 0, source.length)
  let result = ''
  let at = 0
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (start >= at) {
      const note = source.slice(start, end).replace(/\S[^\r\n]*/g, () => instead)
      result += source.slice(at, start) + note
    }
    at = Math.max(at, end)
  }
  return result + source.slice(at)
}

function hidden(source: string): Range[] {
  const { html, unused } = lookThrough(source, true)
  return [...unused, ...html.flatMap(({ start, end }) => everyComment(source, start, end))]
}

/** Comments that begin in a part of a source; one that is open goes on behind it. */
function everyComment(source: string, from: number, to: number): Range[] {
  return [...source.slice(from, to).matchAll(COMMENT)].map(({ 0: text, index }) => {
    const start = from + index
    if (start + text.length < to || /(?:--!?>|^<!---?>)$/.test(text.slice(-4))) return [start, start + text.length]
    COMMENT_END.lastIndex = to
    return [start, COMMENT_END.test(source) ? COMMENT_END.lastIndex : source.length]
  })
}
