import { argumentsOf, firstOf } from './arguments.ts'
import type { Dialect, Form, Tag, TagPlace } from './dialect.ts'
import { alertOf, titleOfKind } from './kinds.ts'
import { betweenMarks } from './marks.ts'
import { linkTo } from './words.ts'

const WORD =
  /^(?:end)?(?:hint|tabs?|content-ref|page-ref|embed|file|code|swagger|openapi(?:-\w+)*|stepper|step|columns?|updates?|api-method(?:-\w+)*|prompt|cards?|reusable|@[\w-]+\/[\w-]+)$/

/** GitBook's blocks, which are written like Liquid's. */
export const gitbook: Dialect = {
  name: 'gitbook',
  what: 'GitBook blocks',
  find: (text, isCode) =>
    betweenMarks(text, isCode, [{ open: '{%', close: '%}' }], ({ inner: written, start, end }) => {
      const inner = written.trim()
      const word = /^[\w@/-]+/.exec(inner)?.[0] ?? ''
      if (!WORD.test(word)) return null
      const rest = inner.slice(word.length).trim()
      return word.startsWith('end')
        ? { start, end, word: word.slice(3), rest, role: 'close' }
        : { start, end, word, rest, role: 'open' }
    }),
  form,
}

function form({ word, rest }: Tag, { isPaired, inAddress }: TagPlace): Form {
  if (inAddress) return { kind: 'text', text: '' }
  const args = argumentsOf(rest)
  const title = firstOf(args, 'title', 'summary', 'description')
  switch (word) {
    case 'hint': {
      const style = firstOf(args, 'style', '0') ?? 'info'
      return { kind: 'callout', alert: alertOf(style) ?? 'NOTE', title: title ?? titleOfKind(style) }
    }
    case 'tab':
      return { kind: 'tab', title: title ?? 'Tab' }
    case 'code':
      return title === undefined ? { kind: 'inner' } : { kind: 'titled', title }
    case 'embed':
    case 'file':
    case 'page-ref':
    case 'swagger':
    case 'openapi':
      return linked(args, isPaired)
    case 'update':
      return { kind: 'titled', title: firstOf(args, 'date') ?? '' }
    case 'api-method':
      return {
        kind: 'titled',
        title: [firstOf(args, 'method'), firstOf(args, 'path'), title].filter(Boolean).join(' '),
      }
    default:
      if (word === '@mermaid/diagram')
        return { kind: 'code', language: 'mermaid', code: firstOf(args, 'content') ?? '' }
      if (word.startsWith('@')) return linked(args, isPaired)
      return title === undefined ? { kind: 'inner' } : { kind: 'titled', title }
  }
}

/** What is shown from elsewhere, as a link; a caption between the tags stands behind it. */
function linked(args: ReturnType<typeof argumentsOf>, isPaired: boolean): Form {
  const target = firstOf(args, 'url', 'src', 'page', '0')
  const text = linkTo(target, firstOf(args, 'caption', 'title'))
  return isPaired ? { kind: 'around', before: `${text} `, after: '' } : { kind: 'text', text }
}
