import type { DiffLineView } from '../model/view.ts'
import { changedWords, type Span } from './changed-words.ts'
import { counted } from './words.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)

const line = (number: number | null, inner: string): string =>
  `<span class="l" data-n="${number ?? ''}">${inner}\n</span>`

/**
 * Lines of a difference as HTML: one `ins` or `del` a run, with the word that a listener needs, and the part that
 * differs marked where a line was replaced by another. Everything that comes from content is escaped here.
 */
export function differenceHtml(lines: readonly DiffLineView[]): string {
  const out: string[] = []
  for (let start = 0; start < lines.length; ) {
    const kind = lines[start]!.kind
    let end = start
    while (end < lines.length && lines[end]!.kind === kind) end += 1
    const run = lines.slice(start, end)
    if (kind === 'skip') out.push(...run.map(({ text }) => `<p class="cut">${escaped(text)}</p>`))
    else if (kind === 'same')
      out.push(`<div class="same">${run.map((one) => line(one.after, escaped(one.text))).join('')}</div>`)
    else if (kind === 'added') out.push(inserted(run, []))
    else {
      let last = end
      while (last < lines.length && lines[last]!.kind === 'added') last += 1
      const added = lines.slice(end, last)
      out.push(removed(run, added), added.length > 0 ? inserted(added, run) : '')
      end = last
    }
    start = end
  }
  return out.join('')
}

const removed = (run: readonly DiffLineView[], others: readonly DiffLineView[]): string =>
  `<del>${said('removed', run.length)}${marked(run, others, 'before')}</del>`

const inserted = (run: readonly DiffLineView[], others: readonly DiffLineView[]): string =>
  `<ins>${said('added', run.length)}${marked(run, others, 'after')}</ins>`

const said = (word: string, count: number): string =>
  `<span class="sr">${count === 1 ? word : `${word}, ${counted(count, 'line')}`}: </span>`

/** Lines of one side; each is compared with the line at its place on the other side. */
function marked(run: readonly DiffLineView[], others: readonly DiffLineView[], side: 'before' | 'after'): string {
  return run
    .map((one, index) => {
      const other = others[index]?.text
      const words =
        other === undefined ? null : side === 'before' ? changedWords(one.text, other) : changedWords(other, one.text)
      return line(one[side], words === null ? escaped(one.text) : withMarks(one.text, words[side]))
    })
    .join('')
}

function withMarks(text: string, spans: readonly Span[]): string {
  let at = 0
  let out = ''
  for (const [from, to] of spans) {
    out += `${escaped(text.slice(at, from))}<b>${escaped(text.slice(from, to))}</b>`
    at = to
  }
  return out + escaped(text.slice(at))
}
