import { shortestEdits } from '../text/shortest-edits.ts'

/** A part of a line: offsets into its text, end excluded. */
export type Span = readonly [from: number, to: number]

/** Work that may still be done: one step for each word, and for changed words the square of their number. */
export interface Allowance {
  steps: number
}

/** Words changed beyond this make a line another line. */
const mostEdits = 160
/** Characters between what two lines have in common at their ends; a longer change is seen without marks. */
const mostCharacters = 8000
/** Unchanged words that a mark bridges, so that a reader sees one change and not five. */
const bridged = 2

const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}'
/** Words with their accents, signs of scripts that put no space between words, spaces, and every other sign. */
const word = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+|\\s+|[^]`, 'gu')
const wordsOf = (text: string): string[] => text.match(word) ?? []

/**
 * Where two versions of a line differ, word by word; null when so much differs that marks would only repeat that the
 * line changed, or when it would take more than the allowance.
 *
 * @param allowance - what the comparison took is taken off it; counted, not timed, so that every build marks the same
 */
export function changedWords(
  before: string,
  after: string,
  allowance: Allowance = { steps: Number.POSITIVE_INFINITY },
): { readonly before: Span[]; readonly after: Span[] } | null {
  const most = Math.min(mostEdits, Math.floor(Math.sqrt(Math.max(0, allowance.steps))))
  if (most === 0) return null
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  if (before.length + after.length - 2 * (start + end) > mostCharacters) return null
  const a = wordsOf(before.slice(start, before.length - end))
  const b = wordsOf(after.slice(start, after.length - end))
  const numbers = new Map<string, number>()
  const runs = shortestEdits(numbered(a, numbers), numbered(b, numbers), most)
  const edits = runs === null ? most : runs.reduce((sum, run) => sum + (run.kind === 'same' ? 0 : run.count), 0)
  allowance.steps -= a.length + b.length + edits ** 2
  if (runs === null) return null
  const out = { before: [] as Span[], after: [] as Span[] }
  let kept = start + end
  let [left, right] = [start, start]
  let [wordA, wordB] = [0, 0]
  for (const { kind, count } of runs) {
    const length = kind === 'added' ? lengthOf(b, wordB, count) : lengthOf(a, wordA, count)
    if (kind === 'same') kept += length
    else if (kind === 'removed') out.before.push([left, left + length])
    else out.after.push([right, right + length])
    if (kind !== 'added') {
      left += length
      wordA += count
    }
    if (kind !== 'removed') {
      right += length
      wordB += count
    }
  }
  if (kept * 3 < Math.max(before.length, after.length)) return null
  return { before: tidied(out.before, before), after: tidied(out.after, after) }
}

/** The same word has the same number. */
function numbered(words: readonly string[], numbers: Map<string, number>): number[] {
  return words.map((each) => {
    const known = numbers.get(each) ?? numbers.size
    if (known === numbers.size) numbers.set(each, known)
    return known
  })
}

/** Characters of so many words from a place on. */
function lengthOf(words: readonly string[], from: number, count: number): number {
  let length = 0
  for (let at = from; at < from + count; at += 1) length += words[at]?.length ?? 0
  return length
}

/** Length of the whole words that both begin with; it ends before a space, where no word is cut. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a[at] === b[at]) at += 1
  while (at > 0 && !(isSpace(a, at) && isSpace(b, at) && !isSpace(a, at - 1))) at -= 1
  return at
}

/** Length of the whole words that both end with, from behind a space on. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a[a.length - length - 1] === b[b.length - length - 1]) length += 1
  while (length > 0 && !isBehindSpace(a, a.length - length)) length -= 1
  return length
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))
const isBehindSpace = (text: string, at: number): boolean => isSpace(text, at - 1) && !isSpace(text, at)

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
