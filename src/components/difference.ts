import type { DiffLineView } from '../model/view.ts'
import { counted } from '../text/counting.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type Allowance, changedWords, type Span } from './changed-words.ts'

const line = (number: number | null, inner: string): string =>
  `<span class="l" data-n="${number ?? ''}">${inner}\n</span>`

/** Work for one difference: twenty lines that have nothing in common, or thousands with a few changed words. */
const mostSteps = 500_000

/**
 * Lines of a difference as HTML: one `ins` or `del` a run, with the word that a listener needs, and the part that
 * differs marked where a line was replaced by another; far down a very large difference lines have no such marks.
 * Everything that comes from content is escaped here.
 */
export function differenceHtml(lines: readonly DiffLineView[]): string {
  const out: string[] = []
  const allowance: Allowance = { steps: mostSteps }
  for (let start = 0; start < lines.length; ) {
    const kind = lines[start]!.kind
    let end = start
    while (end < lines.length && lines[end]!.kind === kind) end += 1
    const run = lines.slice(start, end)
    if (kind === 'skip') out.push(...run.map(({ text }) => `<p class="cut">${escapeHtml(text)}</p>`))
    else if (kind === 'same')
      out.push(`<div class="same">${run.map((one) => line(one.after, escapeHtml(one.text))).join('')}</div>`)
    else if (kind === 'added') out.push(inserted(run, NOTHING))
    else {
      let last = end
      while (last < lines.length && lines[last]!.kind === 'added') last += 1
      const added = lines.slice(end, last)
      // Each line is compared with the line at its place on the other side, once for both.
      const words = run.map(({ text }, at) => {
        const other = added[at]
        return other === undefined ? null : changedWords(text, other.text, allowance)
      })
      out.push(removed(run, words), added.length > 0 ? inserted(added, words) : '')
      end = last
    }
    start = end
  }
  return out.join('')
}

/** For each line of a run what changed in it; null or nothing for a line without marks. */
type Words = readonly ReturnType<typeof changedWords>[]
const NOTHING: Words = []

const removed = (run: readonly DiffLineView[], words: Words): string =>
  `<del>${said('removed', run.length)}${marked(run, words, 'before')}</del>`

const inserted = (run: readonly DiffLineView[], words: Words): string =>
  `<ins>${said('added', run.length)}${marked(run, words, 'after')}</ins>`

const said = (word: string, count: number): string =>
  `<span class="sr">${count === 1 ? word : `${word}, ${counted(count, 'line')}`}: </span>`

/** Lines of one side. */
function marked(run: readonly DiffLineView[], words: Words, side: 'before' | 'after'): string {
  return run
    .map((one, index) => {
      const spans = words[index]?.[side]
      return line(one[side], spans === undefined ? escapeHtml(one.text) : withMarks(one.text, spans))
    })
    .join('')
}

function withMarks(text: string, spans: readonly Span[]): string {
  let at = 0
  let out = ''
  for (const [from, to] of spans) {
    out += `${escapeHtml(text.slice(at, from))}<b>${escapeHtml(text.slice(from, to))}</b>`
    at = to
  }
  return out + escapeHtml(text.slice(at))
}
