import { type Arguments, argumentsOf, firstOf } from './arguments.ts'
import type { Dialect, Form, Tag, TagPlace } from './dialect.ts'
import { alertOf, titleOfKind } from './kinds.ts'
import { betweenMarks } from './marks.ts'
import { textOfValue, valueAt } from './value.ts'
import { imageOf, linkTo, plainWords, tokenText } from './words.ts'

const MARKS = [
  { open: '{{</*', close: '*/>}}' },
  { open: '{{%/*', close: '*/%}}' },
  { open: '{{/*', close: '*/}}' },
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
] as const

const CALLOUT =
  /^(?:alert|notice|callout|admonition|hint|note|tip|info|important|warning|caution|danger|blockquote-alert|callout-\w+|alert-\w+)$/i
const DETAILS = /^(?:details|expand|collapse|accordion|accordion-item|spoiler|toggle|collapsible|faq-item|hidden)$/i
const TABS = /^(?:tab|tabitem|tab-item|codetab)$/i
const IMAGE = /^(?:figure|img|image|imgproc|picture|lightbox|screenshot)$/i
const INCLUDE =
  /^(?:include|readfile|include-md|includemd|import|snippet|embed-md|readmd|include-file|partial|transclude)$/i
/** Shortcodes that frame their text, or stand for something that a page of ours has or does not need. */
const FRAME =
  /^(?:tabs|tabpane|codetabs|cardpane|cards|card-group|columns?|row|col|div|section|block|blocks\/\w+|steps|center|wrap|lead|small|blockquote|pageinfo|toc|table_of_contents|br|icon|fa|fontawesome|comment|html|raw|rawhtml|md|markdown|text|hint-box|table|responsive-table|list|pageinfo)$/i
const VERBATIM = /^(?:highlight|code|mermaid|katex|math|chart|gravizo)$/i

/** Hugo's shortcodes: those of Hugo itself, and those of the themes that handbooks are made with. */
export const hugo: Dialect = {
  name: 'hugo',
  what: 'Hugo shortcodes',
  find: (text, isCode) =>
    betweenMarks(text, isCode, MARKS, ({ inner: written, marks, start, end, next }) => {
      if (marks.open === '{{/*') return { start, end, word: '#', rest: '', role: 'single' }
      if (marks.open.endsWith('/*')) {
        const [open, close] = marks.open.startsWith('{{<') ? ['{{<', '>}}'] : ['{{%', '%}}']
        return { start, end, word: '`', rest: `${open}${written}${close}`, role: 'single' }
      }
      const inner = written.trim()
      const isSingle = inner.endsWith('/') && !/[\w"'`]\/$/.test(inner)
      const isClose = inner.startsWith('/')
      const word = /^\/?[ \t]*([^\s"'`=/][^\s"'`=]*)/.exec(inner)?.[1] ?? ''
      const rest = inner
        .slice(inner.indexOf(word) + word.length)
        .replace(/\/$/, isSingle ? '' : '/')
        .trim()
      if (isClose) return { start, end, word, rest: '', role: 'close' }
      if (VERBATIM.test(word) && !isSingle) {
        const close = next(new RegExp(`\\{\\{[<%][ \\t]*/[ \\t]*${word}[ \\t]*[>%]\\}\\}`, 'g'), end)
        if (close !== null)
          return { start, end: close.end, word, rest, role: 'single', verbatim: text.slice(end, close.start) }
      }
      return { start, end, word, rest, role: isSingle ? 'single' : 'open' }
    }),
  form,
}

function form(tag: Tag, place: TagPlace): Form {
  const { word, rest } = tag
  if (word === '#') return { kind: 'hidden' }
  if (word === '`') return { kind: 'text', text: `\`${rest.replaceAll('`', "'")}\`` }
  const args = argumentsOf(rest)
  const first = args.get('0')
  const { page, isPaired } = place
  if (/^(?:rel)?ref$/i.test(word)) return { kind: 'text', text: reference(args, place) }
  if (place.inAddress) return { kind: 'text', text: inAddress(word, args, place) }
  if (tag.verbatim !== undefined) return verbatim(word, args, tag.verbatim)
  if (IMAGE.test(word)) {
    const source = firstOf(args, 'src', 'source', 'link', '0')
    if (source !== undefined) return { kind: 'text', text: figure(source, args) }
  }
  if (INCLUDE.test(word)) return included(args, rest, word, page)
  if (isPaired && CALLOUT.test(word)) return callout(word, args)
  if (DETAILS.test(word))
    return {
      kind: 'details',
      title: firstOf(args, 'title', 'summary', 'header', 'label', '0') ?? 'Details',
      isOpen: false,
    }
  if (TABS.test(word))
    return { kind: 'tab', title: firstOf(args, 'name', 'title', 'header', 'tabName', 'label', '0') ?? 'Tab' }
  if (/^comment$/i.test(word)) return { kind: 'hidden' }
  if (FRAME.test(word)) return framed(args)
  const link = linked(word.toLowerCase(), args, first, isPaired)
  if (link !== null) return link
  if (/^(?:site-?)?param$/i.test(word) && first !== undefined) {
    const keys = first.split('.')
    const value = valueAt(page.frontMatter, keys) ?? valueAt(page.handbook.params, keys)
    if (value !== undefined) return { kind: 'text', text: plainWords(textOfValue(value)) }
  }
  const title = firstOf(args, 'title', 'name', 'header', 'heading')
  if (isPaired) return title === undefined ? { kind: 'inner', unknown: true } : { kind: 'titled', title, unknown: true }
  return { kind: 'text', text: tokenText(word, rest), unknown: true }
}

/** `{{% notice tip "Title" %}}`, `{{% alert title="x" color="warning" %}}`, `{{< hint warning >}}`. */
function callout(word: string, args: Arguments): Form {
  const first = args.get('0')
  const named = firstOf(args, 'type', 'color', 'style', 'context', 'kind', 'status', 'level')
  const kind = [named, first, word.replace(/^(?:callout|alert)-/i, '')].find(
    (name) => name !== undefined && alertOf(name) !== null,
  )
  const isKind = first !== undefined && alertOf(first) !== null
  const title = firstOf(args, 'title', 'header', 'heading') ?? (isKind ? args.get('1') : first)
  const isPlain = kind === word && /^(?:alert|notice|callout|admonition|hint)$/i.test(word)
  const alert = isPlain ? 'NOTE' : (alertOf(kind ?? '') ?? 'NOTE')
  return { kind: 'callout', alert, title: title?.trim() || (isPlain || kind === undefined ? null : titleOfKind(kind)) }
}

function framed(args: Arguments): Form {
  const title = firstOf(args, 'title', 'header')
  return title === undefined ? { kind: 'inner' } : { kind: 'titled', title }
}

function verbatim(word: string, args: Arguments, code: string): Form {
  const isLanguage = /^(?:highlight|code)$/i.test(word)
  const language = isLanguage ? (firstOf(args, 'lang', 'language', '0') ?? '') : word === 'mermaid' ? word : ''
  return { kind: 'code', language, code }
}

function figure(source: string, args: Arguments): string {
  const image = imageOf(source, firstOf(args, 'alt', 'caption', 'title', '1') ?? '')
  const link = firstOf(args, 'link', 'href')
  const caption = firstOf(args, 'caption')
  const shown =
    link === undefined || link === source ? image : `[${image}](<${link.replace(/[<>\n{}]/g, encodeURIComponent)}>)`
  const alt = firstOf(args, 'alt')
  return caption === undefined || alt === undefined || alt === caption
    ? shown
    : `${shown} *${plainWords(caption).replaceAll('*', '')}*`
}

function included(args: Arguments, rest: string, word: string, page: TagPlace['page']): Form {
  const file = firstOf(args, 'file', 'path', 'src', 'filename', 'page', '0') ?? ''
  const isCode = firstOf(args, 'code') === 'true'
  let written = ''
  const text = page.include(file, 'anywhere', new Map(), (whole) => {
    written = whole
    return isCode ? '' : whole
  })
  if (text === null) return { kind: 'text', text: tokenText(word, rest) }
  return isCode
    ? { kind: 'code', language: firstOf(args, 'lang') ?? '', code: `\n${written.trimEnd()}\n` }
    : { kind: 'markdown', text }
}

/** What is shown from another site is a link here; so are cards and buttons. */
function linked(word: string, args: Arguments, first: string | undefined, isPaired: boolean): Form | null {
  const title = firstOf(args, 'title', 'header', 'caption', 'text', 'label', 'name')
  const text = (address: string | undefined): Form => ({ kind: 'text', text: linkTo(address, title) })
  const id = firstOf(args, 'id', '0')
  switch (word) {
    case 'youtube':
    case 'youtube-lite':
    case 'yt':
      return text(id && (/^https?:/.test(id) ? id : `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`))
    case 'vimeo':
      return text(id && (/^https?:/.test(id) ? id : `https://vimeo.com/${encodeURIComponent(id)}`))
    case 'gist':
      return text(
        first && `https://gist.github.com/${encodeURIComponent(first)}/${encodeURIComponent(args.get('1') ?? '')}`,
      )
    case 'tweet':
    case 'x':
    case 'twitter':
      return text(
        id && `https://x.com/${encodeURIComponent(firstOf(args, 'user') ?? 'i')}/status/${encodeURIComponent(id)}`,
      )
    case 'instagram':
      return text(id && `https://www.instagram.com/p/${encodeURIComponent(id)}`)
    case 'video':
    case 'audio':
    case 'iframe':
    case 'embed':
    case 'pdf':
    case 'swaggerui':
    case 'googleslides':
      return text(firstOf(args, 'src', 'url', 'mp4', '0'))
    case 'button':
    case 'btn':
    case 'link':
    case 'card':
    case 'panel':
    case 'linkcard': {
      const target = firstOf(args, 'href', 'link', 'url', 'relref', 'to')
      if (target === undefined)
        return title === undefined ? (isPaired ? { kind: 'inner' } : null) : { kind: 'titled', title }
      if (isPaired && title === undefined)
        return { kind: 'around', before: '[', after: `](<${target.replace(/[<>\n{}]/g, encodeURIComponent)}>)` }
      return isPaired ? { kind: 'around', before: `${linkTo(target, title)} `, after: '' } : text(target)
    }
    case 'badge':
    case 'kbd':
    case 'tag':
    case 'label':
    case 'abbr':
    case 'tooltip':
    case 'term':
    case 'mark':
    case 'color':
      return isPaired ? { kind: 'inner' } : { kind: 'text', text: plainWords(title ?? first ?? '') }
    default:
      return null
  }
}

/** The page that a reference means, from the top of the repository; else what was written. */
function reference(args: Arguments, { page }: TagPlace): string {
  const written = firstOf(args, 'path', '0') ?? ''
  const [path = '', hash] = written.split('#')
  const found = path === '' ? null : page.handbook.find(path, page.path)
  const target = found === null ? written : `/${found}${hash === undefined ? '' : `#${hash}`}`
  return target.replace(/[\s<>{}()]/g, encodeURIComponent)
}

/** A shortcode that gives an address, as `{{< siteurl >}}`; the rest says nothing there. */
function inAddress(word: string, args: Arguments, { page }: TagPlace): string {
  const key = /^(?:site-?)?param$/i.test(word) ? (args.get('0') ?? '') : ''
  const value = valueAt(page.frontMatter, key.split('.')) ?? valueAt(page.handbook.params, key.split('.'))
  return value === undefined ? '' : textOfValue(value).replace(/[\s<>{}()]/g, encodeURIComponent)
}
