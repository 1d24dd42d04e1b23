import type { Dialect, Form, Tag, TagPlace } from './dialect.ts'
import { valueIn } from './liquid-values.ts'
import { betweenMarks } from './marks.ts'
import { textOfValue } from './value.ts'
import { plainWords, tokenText } from './words.ts'

const MARKS = [
  { open: '{{{', close: '}}}' },
  { open: '{{', close: '}}' },
] as const

/** `{{ ... }}`: Liquid's output, Handlebars, mdBook's includes, and tokens that a handbook made up. */
export const tokens: Dialect = {
  name: 'tokens',
  what: 'template tokens',
  find: (text, isCode) =>
    betweenMarks(text, isCode, MARKS, ({ inner: written, start, end }) => {
      // `={{` is a style in JSX.
      if (text.charAt(start - 1) === '=') return null
      const inner = written.replace(/^[-~]|[-~]$/g, '').trim()
      const word = /^[#/^>!&]?[ \t]*[^\s"'|({]*/.exec(inner)?.[0].replace(/\s/g, '') ?? ''
      return { start, end, word, rest: inner, role: 'single' }
    }),
  form,
}

function form({ word, rest }: Tag, { inAddress, page, values }: TagPlace): Form {
  if (/^#(?:include|playground|rustdoc_include)$/.test(word)) {
    const [path = '', ...lines] = rest
      .slice(word.length)
      .trim()
      .split(/[\s:]+/)
    const text = page.include(path, 'beside', new Map(), (whole) => linesOf(whole, lines))
    if (text !== null) return { kind: 'markdown', text }
    return { kind: 'text', text: tokenText('include', path) }
  }
  // Handlebars' blocks, mdBook's title, comments.
  if (/^[#/^!]/.test(word) || word === 'else') return { kind: 'text', text: '' }
  if (word.startsWith('>')) return { kind: 'text', text: tokenText('include', rest.slice(1)), unknown: true }
  const value = valueIn(rest, page, values)
  if (value !== undefined && value !== null) {
    const text = textOfValue(value)
    if (/\|\s*markdownify\b/.test(rest) && !inAddress && /[*_`[\n]/.test(text)) {
      return { kind: 'markdown', text: withoutMarks(text), isApart: true }
    }
    return { kind: 'text', text: inAddress ? text.replace(/[\s<>{}()]/g, encodeURIComponent) : withoutMarks(text) }
  }
  if (inAddress) return { kind: 'text', text: '' }
  const literal = /^(["'])(.*?)\1/s.exec(rest)?.[2]
  return { kind: 'text', text: plainWords(literal ?? rest.replace(/\|.*$/s, '')), unknown: literal === undefined }
}

/** A value may be Markdown or HTML of its author's, but no template. */
function withoutMarks(text: string): string {
  return text.replace(/\{(?=[{%#])|(?<=[}%#])\}|<(?=%)|(?<=%)>/g, '')
}

/** mdBook's `file:2:10` and `file:anchor`. */
function linesOf(text: string, [from, to]: readonly string[]): string {
  if (from === undefined) return text
  const lines = text.split('\n')
  if (/^\d*$/.test(from))
    return lines
      .slice(
        from === '' ? 0 : Number(from) - 1,
        to === undefined ? (from === '' ? undefined : Number(from)) : to === '' ? undefined : Number(to),
      )
      .join('\n')
  const start = lines.findIndex((line) => line.includes(`ANCHOR: ${from}`) || line.includes(`--8<-- [start:${from}]`))
  const end = lines.findIndex((line) => line.includes(`ANCHOR_END: ${from}`) || line.includes(`--8<-- [end:${from}]`))
  return start === -1 ? text : lines.slice(start + 1, end === -1 ? undefined : end).join('\n')
}
