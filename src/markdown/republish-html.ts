import type { Element } from 'hast'
import type { Range } from './code-ranges.ts'
import { isHtmlName } from './html-names.ts'
import { type HtmlToken, htmlTokens } from './html-tokens.ts'
import { fragmentOf } from './native/source.ts'
import { PLACEHOLDER } from './raw-html.ts'
import type { Republishing } from './republish.ts'
import { sanitise } from './sanitise.ts'
import { STRIPPED } from './text-of.ts'
import { writeHtml } from './write.ts'

/** What takes the place of a part of a text. */
export interface Replacement {
  readonly range: Range
  readonly text: string
}

/** Raw HTML of a Markdown text: `value` is without the signs of quotations and lists around it. */
export interface HtmlPiece {
  readonly value: string
  readonly start: number
  readonly end: number
}

interface Placed {
  readonly token: HtmlToken
  readonly piece: number
}

const HIDDEN: ReadonlySet<string> = new Set(STRIPPED)

/**
 * Raw HTML as a page would keep it: elements and attributes that its sanitiser allows, their addresses resolved; no
 * comments, scripts and frames, whatever stands between their tags.
 *
 * @param pieces - all of the text's, in order
 */
export function republishHtml(
  text: string,
  pieces: readonly HtmlPiece[],
  addresses: Republishing,
): readonly Replacement[] {
  const edits: Replacement[] = []
  const all: readonly Placed[] = pieces.flatMap(({ value }, piece) =>
    htmlTokens(value).map((token) => ({ token, piece })),
  )
  const lastClose = new Map<string, number>()
  for (const [index, { token }] of all.entries()) if (token.kind === 'close') lastClose.set(token.name, index)
  const kept: string[] = pieces.map(() => '')
  let hiddenTo = -1
  for (let index = 0; index < all.length; index += 1) {
    const { token, piece } = all[index] as Placed
    const { value, start, end } = pieces[piece] as HtmlPiece
    if (start < hiddenTo) continue
    if (token.open !== null) {
      // As on the page, it takes with it all that follows up to its end.
      token.open.lastIndex = end
      hiddenTo = token.open.test(text) ? token.open.lastIndex : text.length
      edits.push({ range: [end, hiddenTo], text: '' })
    } else if (token.kind === 'open' && HIDDEN.has(token.name) && (lastClose.get(token.name) ?? -1) > index) {
      index = closeOf(all, index, lastClose.get(token.name) ?? index)
      const last = (all[index] as Placed).piece
      if (last !== piece) edits.push({ range: [end, pieces[last]?.start ?? end], text: '' })
    } else kept[piece] += tokenKept(value, token, lastClose.has(token.name), addresses)
  }
  for (const [index, piece] of pieces.entries()) {
    const html = withoutNewGaps(kept[index] ?? '', piece.value)
    if (html !== piece.value) edits.push({ range: [piece.start, piece.end], text: asPlaced(text, piece, html) })
  }
  return edits
}

/** Where the element ends that begins at a tag: elements of its name stand inside each other. */
function closeOf(all: readonly Placed[], from: number, last: number): number {
  const name = all[from]?.token.name
  let depth = 0
  for (let index = from; index < last; index += 1) {
    const { token } = all[index] as Placed
    if (token.name !== name) continue
    depth += token.kind === 'open' ? 1 : -1
    if (depth === 0) return index
  }
  return last
}

function tokenKept(html: string, token: HtmlToken, isClosed: boolean, addresses: Republishing): string {
  const written = html.slice(token.from, token.to)
  // A sign that begins no tag must not begin one when what stands between it and its letters is gone.
  if (token.kind === 'text') return written.replaceAll('<', '&lt;')
  if (token.kind === 'comment') return ''
  const isPlaceholder = token.kind === 'open' && PLACEHOLDER.test(written) && !isHtmlName(token.name)
  if (isPlaceholder && !isClosed) return written
  const element = allowed(token.name, html.slice(token.attributes, token.to - 1))
  if (element === null) return ''
  if (token.kind === 'close') return `</${token.name}>`
  if (/^<[a-z0-9]+\s*\/?>$/i.test(written)) return written
  const { href, src } = element.properties
  if (href !== undefined) element.properties['href'] = addresses.link(String(href)) ?? undefined
  if (src !== undefined) element.properties['src'] = addresses.image(String(src)) ?? undefined
  // An empty line would end the HTML.
  return writeHtml(element)
    .replace(/\s*\n\s*/g, ' ')
    .replace(new RegExp(`</${token.name}>$`), '')
}

/** A tag alone, as the sanitiser leaves it. */
function allowed(name: string, attributes: string): Element | null {
  const read = fragmentOf(`<i ${attributes}></i>`)
  const [first] = read.children
  const properties = first?.type === 'element' ? first.properties : {}
  const element: Element = { type: 'element', tagName: name, properties, children: [] }
  // Inside a table everything may stand that may stand at all.
  const table: Element = { type: 'element', tagName: 'table', properties: {}, children: [element] }
  const [clean] = sanitise({ type: 'root', children: [table] }).children
  const [left] = clean?.type === 'element' ? clean.children : []
  return left?.type === 'element' ? left : null
}

/** Lines that became empty would end a block of HTML in the middle. */
function withoutNewGaps(html: string, before: string): string {
  return /\n[ \t]*\n/.test(before) ? html : html.replace(/\n(?:[ \t]*\n)+/g, '\n')
}

/** Its lines after the first with the signs of quotations and the blanks of lists that they stood behind. */
function asPlaced(text: string, { value, start, end }: HtmlPiece, html: string): string {
  if (!html.includes('\n') || text.slice(start, end) === value) return html
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return html.replaceAll('\n', `\n${line.replace(/[^>\s]/g, ' ')}`)
}
