import { isInside, type Range } from './code-ranges.ts'
import type { DialectName, Edit } from './dialect-edits.ts'
import { paragraphOf, plainErb, plainShortcode, plainTag, plainToken } from './dialect-words.ts'

/** How a tag begins and ends; the first that fits counts. */
const KINDS: readonly { readonly name: DialectName; readonly open: string; readonly close: string }[] = [
  { name: 'hugo', open: '{{<', close: '>}}' },
  { name: 'hugo', open: '{{%', close: '%}}' },
  { name: 'jinja', open: '{{/*', close: '*/}}' },
  { name: 'token', open: '{{{', close: '}}}' },
  { name: 'token', open: '{{', close: '}}' },
  { name: 'liquid', open: '{%', close: '%}' },
  { name: 'jinja', open: '{#', close: '#}' },
  { name: 'erb', open: '<%', close: '%>' },
]
/** Tags longer than this are text in which somebody wrote a brace. */
const LONGEST = 4000

/** One template tag of a text. */
export interface Tag {
  readonly name: DialectName
  readonly start: number
  readonly end: number
  /** What stands between the marks, trimmed, without Liquid's and ERB's blank-eating hyphens. */
  readonly inner: string
  /** First word of `inner`: `include`, `endhint`, `/tab`. */
  readonly word: string
}

/** Words of GitBook's blocks, which are written like Liquid's. */
const GITBOOK =
  /^(?:end)?(?:hint|tabs?|content-ref|page-ref|embed|file|code|swagger|openapi|stepper|step|columns?|updates?|api-method.*|prompt)$/

/** Finds template tags outside code, in order. Linear: a mark that nothing closes is looked for once. */
export function findTags(text: string, code: readonly Range[]): Tag[] {
  const tags: Tag[] = []
  const closers = new Map<string, number>()
  let at = 0
  for (const { index } of text.matchAll(/\{[{%#]|<%/g)) {
    if (index < at || isInside(code, index)) continue
    for (const { name, open, close } of KINDS) {
      if (!text.startsWith(open, index)) continue
      // `{#id}` after a heading is an anchor, `={{` a style in JSX.
      if (open === '{#' && !/[\s-]/.test(text[index + 2] ?? '')) continue
      if (open === '{{' && text[index - 1] === '=') break
      const from = index + open.length
      let end = closers.get(close) ?? -2
      if (end !== -1 && end < from) {
        end = text.indexOf(close, from)
        closers.set(close, end)
      }
      if (end === -1 || end - from > LONGEST) continue
      const inner = text
        .slice(from, end)
        .replace(/^[-~]|[-~]$/g, '')
        .trim()
      const word = /^[/#^>!]?[ \t]*[^\s"'|({]*/.exec(inner)?.[0].replace(/\s/g, '') ?? ''
      at = end + close.length
      tags.push({
        name: name === 'liquid' && GITBOOK.test(word) ? 'gitbook' : name,
        start: index,
        end: at,
        inner,
        word,
      })
      break
    }
  }
  return tags
}

/** Replaces each tag by the text that a reader can use; what stands between two tags stays. */
export function plainTags(text: string, tags: readonly Tag[]): Edit[] {
  const edits: Edit[] = []
  const words = new Set(tags.map(({ word }) => word))
  const ends = tags.filter(({ word }) => word === 'endcomment')
  let nextEnd = 0
  let hidden = -1
  for (const tag of tags) {
    const { name, start, end, word } = tag
    if (start < hidden) continue
    if (word === 'comment' && name === 'liquid') {
      while ((ends[nextEnd]?.start ?? Number.POSITIVE_INFINITY) < start) nextEnd += 1
      hidden = ends[nextEnd]?.end ?? end
      edits.push({ start, end: hidden, text: '', name })
      continue
    }
    const inAddress = isInAddress(text, start)
    const isPair = words.has(`end${word}`) || words.has(`/${word}`)
    edits.push({ start, end, name, text: paragraphOf(plain(tag, { inAddress, isPair }), inAddress) })
  }
  return edits
}

function plain({ name, inner, word }: Tag, place: { inAddress: boolean; isPair: boolean }): string {
  switch (name) {
    case 'liquid':
    case 'gitbook':
      return plainTag(word, inner, place)
    case 'hugo':
      return plainShortcode(word, inner, place)
    case 'erb':
      return plainErb(inner, place)
    case 'jinja':
      return ''
    default:
      return plainToken(word, inner, place)
  }
}

const fromLast = (text: string, mark: string): string => text.slice(Math.max(0, text.lastIndexOf(mark)))

/** True inside a link's target or an attribute that holds an address: words would break it. */
function isInAddress(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 300), at)
  // Of several targets of one form only the last can still be open.
  if (/^\]\([^\s)]*$/.test(fromLast(line, ']('))) return true
  if (/^\]\(<[^>]*$/.test(fromLast(line, '](<'))) return true
  return /\b(?:href|src|action|data)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)$|^\[[^\]]+\]:\s*\S*$/.test(line)
}
