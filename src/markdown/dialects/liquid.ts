import { argumentsOf, firstOf } from './arguments.ts'
import type { Dialect, Form, IncludeFrom, Tag, TagPlace, Values } from './dialect.ts'
import { alertOf, titleOfKind } from './kinds.ts'
import { holds, split, valueIn } from './liquid-values.ts'
import { betweenMarks, type ReadTag } from './marks.ts'
import { textOfValue, type Value } from './value.ts'
import { linkTo, plainWords, tokenText } from './words.ts'

const MARKS = [
  { open: '{%', close: '%}' },
  { open: '{#', close: '#}' },
  { open: '{{', close: '}}' },
] as const

/** Blocks whose text is no Markdown. */
const VERBATIM = /^(?:highlight|comment)$/
/** Tags that part a choice, and the choices that they part. */
const MIDDLES: Readonly<Record<string, readonly string[]>> = {
  else: ['if', 'unless', 'case', 'for'],
  elsif: ['if', 'unless'],
  elif: ['if'],
  when: ['case'],
}
/** Tags that make no text themselves. */
const SILENT =
  /^(?:break|continue|cycle|tablerow|set|increment|decrement|block|extends|import|from|macro|call|filter|with|autoescape|layout|liquid|toc|render_toc|seo|feed_meta)$/

/** Liquid, as Jekyll has it, and Jinja, which is written alike. */
export const liquid: Dialect = {
  name: 'liquid',
  what: 'Liquid or Jinja tags',
  find: (text, isCode) => {
    /** Where the last `raw` ends: what looks like a tag before it is none, and is shown. */
    let rawEnd = -1
    return betweenMarks(text, isCode, MARKS, (found) => {
      if (found.start < rawEnd) {
        return {
          start: found.start,
          end: found.end,
          word: LITERAL,
          rest: text.slice(found.start, found.end),
          role: 'single',
        }
      }
      const tag = readTag(found)
      if (tag?.word === 'raw' || tag?.word === 'verbatim') rawEnd = endOf(tag.word, found)?.start ?? -1
      return tag
    })
  },
  form,
}

/** Word of what stands as it is written. */
export const LITERAL = 'literal'

type Found = Parameters<ReadTag>[0]

function endOf(word: string, { next, end }: Found): { start: number; end: number } | null {
  return next(new RegExp(`\\{%[-~]?[ \\t]*end${word}\\b[^%\\n]*%\\}`, 'g'), end)
}

function readTag(found: Found): Tag | null {
  const { inner: written, marks, start, end, text } = found
  if (marks.open === '{{') return null
  // `{#id}` after a heading is an anchor.
  if (marks.open === '{#') {
    return /^[\s-]/.test(written) ? { start, end, word: '#', rest: '', role: 'single' } : null
  }
  const trims = { before: /^[-~]/.test(written), after: /[-~]$/.test(written) }
  const inner = written.replace(/^[-~]|[-~]$/g, '').trim()
  const word = /^[\w@/-]+/.exec(inner)?.[0] ?? ''
  const rest = inner.slice(word.length).trim()
  if (VERBATIM.test(word)) {
    const close = endOf(word, found)
    if (close === null) return { start, end, word, rest, role: 'single', trims }
    return { start, end: close.end, word, rest, role: 'single', verbatim: text.slice(end, close.start), trims }
  }
  const parts = Object.hasOwn(MIDDLES, word) ? MIDDLES[word] : undefined
  if (parts !== undefined) return { start, end, word, rest, role: 'middle', parts, trims }
  if (word.startsWith('end') && word !== 'end') {
    return { start, end, word: word.slice(3), rest, role: 'close', trims }
  }
  return { start, end, word, rest, role: 'open', trims }
}

function form(tag: Tag, place: TagPlace): Form {
  const { word, rest } = tag
  const { page, values } = place
  switch (word) {
    case '#':
      return { kind: 'hidden' }
    case 'comment':
      return { kind: 'hidden' }
    case LITERAL:
      return { kind: 'text', text: `\`${rest}\`` }
    case 'raw':
    case 'verbatim':
      return { kind: 'inner' }
    case 'highlight':
      if (tag.verbatim === undefined) return { kind: 'inner' }
      return { kind: 'code', language: /^[\w+#-]+/.exec(rest)?.[0] ?? '', code: tag.verbatim }
    case 'if':
      return {
        kind: 'choice',
        shows: holds(rest, page, values),
        parts: ({ word, rest }) => (word === 'else' ? true : holds(rest, page, values)),
      }
    case 'unless': {
      const is = holds(rest, page, values)
      return {
        kind: 'choice',
        shows: is === null ? null : !is,
        parts: ({ word, rest }) => (word === 'else' ? true : holds(rest, page, values)),
      }
    }
    case 'case':
      return {
        kind: 'choice',
        shows: false,
        parts: ({ word, rest: wanted }) =>
          word === 'else' ? true : isOneOf(wanted, valueIn(rest, page, values), place),
      }
    case 'for':
      return loop(rest, place)
    case 'capture':
      return { kind: 'capture', name: /[\w-]+/.exec(rest)?.[0] ?? '' }
    case 'assign':
      assign(rest, place)
      return { kind: 'text', text: '' }
    case 'echo':
      return { kind: 'text', text: plainWords(textOfValue(valueIn(rest, page, values) ?? rest)) }
    case 'include':
    case 'include_relative':
    case 'include_cached':
    case 'render':
    case 'include-markdown':
    case 'partial':
      return included(word, rest, place)
    case 'link':
    case 'post_url':
    case 'page':
    case 'doc':
    case 'url':
      return { kind: 'text', text: address(word, rest, place) }
  }
  if (place.inAddress) return { kind: 'text', text: address(word, rest, place) }
  if (SILENT.test(word)) return { kind: 'inner' }
  const args = argumentsOf(rest)
  const title = firstOf(args, 'title', 'name', 'label', 'summary') ?? ''
  const alert = alertOf(word)
  if (place.isPaired && alert !== null) return { kind: 'callout', alert, title: title || titleOfKind(word) }
  if (place.isPaired) return title === '' ? { kind: 'inner', unknown: true } : { kind: 'titled', title, unknown: true }
  const target = firstOf(args, 'url', 'href', 'src')
  if (target !== undefined) return { kind: 'text', text: linkTo(target, title), unknown: true }
  return { kind: 'text', text: tokenText(word, rest), unknown: true }
}

function isOneOf(written: string, value: Value | undefined, { page, values }: TagPlace): boolean | null {
  if (value === undefined) return null
  return split(written.replaceAll(' or ', ','), ',').some((each) => valueIn(each.trim(), page, values) === value)
}

function loop(rest: string, { page, values }: TagPlace): Form {
  const [, name = 'item', list = ''] = /^([\w-]+)\s+in\s+(\S+)/.exec(rest) ?? []
  const value = valueIn(list, page, values)
  const limit = Number(/\blimit:\s*(\d{1,6})/.exec(rest)?.[1] ?? 1_000)
  const items = Array.isArray(value) ? value.slice(0, limit) : null
  if (items !== null && /\breversed\b/.test(rest)) items.reverse()
  return {
    kind: 'loop',
    name,
    values: items ?? (value === null ? [] : null),
    unknown: items === null && value !== null,
  }
}

function assign(rest: string, { page, values }: TagPlace): void {
  const at = rest.indexOf('=')
  const name = rest.slice(0, Math.max(0, at)).trim()
  if (!/^[\w-]{1,100}$/.test(name)) return
  const value = valueIn(rest.slice(at + 1), page, values)
  if (value === undefined) values.delete(name)
  else values.set(name, value)
}

/** Where an included file lies, by the tag that includes it. */
const FROM: Readonly<Record<string, IncludeFrom>> = {
  include: 'includes',
  include_cached: 'includes',
  render: 'includes',
  partial: 'includes',
  include_relative: 'beside',
  'include-markdown': 'beside',
}

function included(word: string, rest: string, { page, values, inAddress }: TagPlace): Form {
  const [, quoted, bare] = /^(?:["']([^"']+)["']|([^\s"'=]+))/.exec(rest) ?? []
  const file = (quoted ?? bare ?? '').replace(/\{\{(.*?)\}\}/g, (_, inner: string) =>
    textOfValue(valueIn(inner, page, values) ?? ''),
  )
  const args = rest.slice((quoted ?? bare ?? '').length + (quoted === undefined ? 0 : 2))
  const own: Values = new Map(values)
  own.set('include', parameters(args, values, page))
  // GitBook and MkDocs name files beside the page or from the top with the same word.
  const text =
    file === ''
      ? null
      : page.include(file, quoted !== undefined && file.includes('/') ? 'anywhere' : (FROM[word] ?? 'includes'), own)
  if (text !== null)
    return inAddress ? { kind: 'text', text: text.trim().replace(/\s+/g, '%20') } : { kind: 'markdown', text }
  if (inAddress) return { kind: 'text', text: '' }
  // What was to be put in says it itself where it was given a text.
  const { content, text: words } = own.get('include') as Record<string, Value>
  const said = textOfValue(content ?? words ?? null)
  return said === '' ? { kind: 'text', text: tokenText(word, rest) } : { kind: 'markdown', text: said }
}

function parameters(text: string, values: Values, page: TagPlace['page']): Record<string, Value> {
  const given: Record<string, Value> = Object.create(null)
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s,"']+))/g,
  )) {
    const literal = double ?? single
    given[name] = literal ?? valueIn(bare ?? '', page, values) ?? bare ?? ''
  }
  return given
}

/** The page that a tag in an address means, as a link from this one; else what was written. */
function address(word: string, rest: string, { page, values }: TagPlace): string {
  const written = /^["']([^"']*)["']/.exec(rest)?.[1] ?? /^[^\s|]+/.exec(rest)?.[0] ?? ''
  const name = written.replace(/\{\{(.*?)\}\}/g, (_, inner: string) => textOfValue(valueIn(inner, page, values) ?? ''))
  const [path = '', hash] = name.split('#')
  const found = page.handbook.find(word === 'post_url' ? `_posts/${path}` : path, page.path)
  // `link` always begins at the top of the site.
  const asWritten = word === 'link' ? `/${name.replace(/^\/+/, '')}` : name
  const target = found === null ? asWritten : `/${found}${hash === undefined ? '' : `#${hash}`}`
  return target.replace(/[\s<>{}]/g, encodeURIComponent)
}
