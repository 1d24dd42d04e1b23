import { diffArrays } from 'diff'

/** A part of a line: offsets into its text, end excluded. */
export type Span = readonly [from: number, to: number]

/** Words changed beyond this make a line another line. */
const mostEdits = 160
/** Unchanged words that a mark bridges, so that a reader sees one change and not five. */
const bridged = 2

const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}'
/** Words with their accents, signs of scripts that put no space between words, spaces, and every other sign. */
const word = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+|\\s+|[^]`, 'gu')
const wordsOf = (text: string): string[] => text.match(word) ?? []

/**
 * Where two versions of a line differ, word by word; null when so much differs that marks would only repeat that the
 * line changed.
 */
export function changedWords(
  before: string,
  after: string,
): { readonly before: Span[]; readonly after: Span[] } | null {
  const runs = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits })
  if (runs === undefined) return null
  const out = { before: [] as Span[], after: [] as Span[] }
  let kept = 0
  let left = 0
  let right = 0
  for (const { value, added, removed } of runs) {
    const { length } = value.join('')
    if (!added && !removed) kept += length
    if (removed) out.before.push([left, left + length])
    if (added) out.after.push([right, right + length])
    if (!added) left += length
    if (!removed) right += length
  }
  if (kept * 3 < Math.max(before.length, after.length)) return null
  return { before: tidied(out.before, before), after: tidied(out.after, after) }
}

/** Joins what stands close together and leaves spaces at the ends out. */
function tidied(spans: readonly Span[], text: string): Span[] {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    const between = last === undefined ? null : text.slice(last[1], span[0]).trim()
    if (last !== undefined && between !== null && between.split(/\s+/).length <= bridged)
      out[out.length - 1] = [last[0], span[1]]
    else out.push(span)
  }
  return out
    .map(([from, to]): Span => {
      const words = text.slice(from, to)
      return [from + words.length - words.trimStart().length, to - (words.length - words.trimEnd().length)]
    })
    .filter(([from, to]) => from < to)
}
