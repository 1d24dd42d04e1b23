import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { withoutAddresses } from '../text/without-addresses.ts'
import { addressKind, bareAddress } from './addresses.ts'
import { codeRanges, isInside } from './code-ranges.ts'
import { withEmoji } from './emoji.ts'
import { isHtmlName } from './html-names.ts'
import { parseMarkdown } from './parse.ts'
import { sanitise } from './sanitise.ts'
import { type BlockText, blockTexts } from './text-of.ts'
import { escapeText, TooDeep, writeHtml } from './write.ts'

/** What becomes a paragraph of its own: headings and the parts of tables and lists of terms. */
const PARAGRAPHS = new Set('h1 h2 h3 h4 h5 h6 tr dt dd summary figcaption caption'.split(' '))

/**
 * A reason as HTML that is safe anywhere on a page: paragraphs, lists, quotations, code, links of the web. Headings
 * become bold paragraphs, images their text, rows of tables a line each. E-mail addresses are cut (SECURITY
 * decision 8). Never throws.
 *
 * @param markdown - words of a commit or a merge request, as their author wrote them
 */
export function renderReason(markdown: string): string {
  const root = treeOf(markdown)
  if (root === null) return asWritten(markdown)
  try {
    root.children = reduce(root) as RootContent[]
    return writeHtml(sanitise(root, 'small')).trim()
  } catch (error) {
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error
    return asWritten(markdown)
  }
}

const asWritten = (markdown: string): string => `<p>${escapeText(withoutAddresses(markdown.slice(0, 2000)))}</p>`

/**
 * Text of a reason without any marks, on one line: a stop stands between blocks whose authors set none.
 *
 * @param limit - characters at most; cut at a word, with an ellipsis
 */
export function plainText(markdown: string, limit: number): string {
  const root = treeOf(markdown)
  const text = root === null ? withEmoji(markdown.slice(0, limit * 2)) : safeText(root)
  const line = withoutAddresses(text).replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  const short = line.slice(0, limit - 1)
  const space = short.lastIndexOf(' ')
  return `${(space > limit / 2 ? short.slice(0, space) : short).toWellFormed().replace(/[\s\uFFFD.,;:–-]+$/u, '')}…`
}

function safeText(root: Root): string {
  try {
    return joined(blockTexts(root))
  } catch {
    return ''
  }
}

const STOPPED = /[\p{Pd}.!?:;,…。！？：；，、]["'”’»)\]]{0,3}$/u
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
const ROWS = new Set(['td', 'th', 'tr'])

/** Blocks on one line, each with the stop that its place asks for: items and cells go on, all else ends. */
function joined(blocks: readonly BlockText[]): string {
  return blocks
    .map(({ text, block }, index) => {
      const own = withEmoji(text)
      const next = blocks[index + 1]?.block
      if (next === undefined) return own
      if (STOPPED.test(own.slice(-4))) return `${own} `
      if (block === 'dt') return `${own}: `
      if (block === 'td' || block === 'th') return `${own}, `
      const goesOn = (block === 'li' && next === 'li') || (block === 'tr' && ROWS.has(next))
      if (WIDE.test(own)) return own + (goesOn ? '；' : '。')
      return own + (goesOn ? '; ' : '. ')
    })
    .join('')
}

function treeOf(markdown: string): Root | null {
  return parseMarkdown(markdown.includes('<') ? escapeUnknownTags(markdown) : markdown, {
    places: false,
  }).root
}

/** In a message any `<word>` that HTML does not know is text, such as `List<String>`. */
function escapeUnknownTags(markdown: string): string {
  const unknown = [...markdown.matchAll(/<(?=\/?([a-z][\w.-]*)(?=[\s/>]|$))/gi)].filter(
    ([, name]) => !isHtmlName(name ?? ''),
  )
  if (unknown.length === 0) return markdown
  const code = codeRanges(markdown)
  let result = ''
  let at = 0
  for (const { index } of unknown) {
    if (isInside(code, index)) continue
    result += `${markdown.slice(at, index)}\\`
    at = index
  }
  return result + markdown.slice(at)
}

function reduce(parent: Root | Element): ElementContent[] {
  return (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ ...child, value: withoutAddresses(withEmoji(child.value)) }]
    if (child.type !== 'element') return []
    const { tagName, properties } = child
    if (tagName === 'img')
      return typeof properties['alt'] === 'string' && properties['alt'] !== '' ? [text(properties['alt'])] : []
    if (tagName === 'input') return [text(properties['checked'] === true ? '☑' : '☐')]
    if (tagName === 'hr' || properties['dataFootnoteBackref'] !== undefined) return []
    child.children = reduce(child)
    if (tagName === 'a') return reduceLink(child)
    if (tagName === 'td' || tagName === 'th') return [...child.children, text(' ')]
    if (!PARAGRAPHS.has(tagName)) return [child]
    const content = /^h/.test(tagName) ? [element('strong', child.children)] : child.children
    return [element('p', content)]
  })
}

function reduceLink(link: Element): ElementContent[] {
  const { href } = link.properties
  const kind = typeof href === 'string' ? addressKind(href) : 'refused'
  if (kind !== 'http' && kind !== 'https') return link.children
  const address = bareAddress(String(href))
  // An address that names a person by theirs, such as a search for what somebody wrote.
  if (withoutAddresses(address) !== address) return link.children
  link.properties = { href: address, className: ['external'], rel: ['noopener', 'noreferrer'] }
  return link.children.length > 0 ? [link] : []
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function text(value: string): Text {
  return { type: 'text', value }
}
