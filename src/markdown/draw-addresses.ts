import type { Element, ElementContent, Properties, Root, Text } from 'hast'
import { addressKind, bareAddress } from './addresses.ts'
import { embeddedAddress } from './embed.ts'
import { textOf } from './text-of.ts'

/** How links and images of a page are resolved; what it answers is checked again by the sanitiser. */
export interface Addresses {
  /** Null: only the link's text is drawn. */
  link(target: string): { readonly href: string; readonly external: boolean } | null
  /** Null: the alternative text is drawn instead. */
  image(src: string): { readonly src: string } | null
  readonly remoteImages: 'allow' | 'link'
}

/** What an element stands in. */
export interface Place {
  readonly inLink: boolean
  readonly inCode: boolean
}

/** Parents in which a lone link needs a paragraph around it. */
const FLOW = new Set(['div', 'section', 'details', 'blockquote', 'figure', 'center', 'article', 'main'])

/**
 * A link resolved, or its text where it leads nowhere that a page may lead.
 *
 * @param drawInside - draws the children of `link` in place
 */
export function drawLink(
  link: Element,
  addresses: Addresses,
  place: Place,
  drawInside: (inside: Place) => void,
): Element | ElementContent[] {
  const { href, id, name } = link.properties
  if (isFootnoteLink(link)) {
    drawInside({ ...place, inLink: true })
    return link
  }
  const anchor: Properties = { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) }
  const mayLead = typeof href === 'string' && !place.inLink && addressKind(href) !== 'refused'
  const isEmpty = textOf(link).trim() === '' && !link.children.some((child) => child.type === 'element')
  // GitBook ends headings with an empty link to themselves: it is their anchor and nothing to follow.
  const isMark = isEmpty && mayLead && href.startsWith('#')
  const resolved = mayLead && !isMark ? addresses.link(bareAddress(href)) : null
  drawInside(resolved === null ? place : { ...place, inLink: true })
  if (resolved === null) {
    return Object.keys(anchor).length > 0 ? { ...link, properties: anchor } : link.children
  }
  link.properties = { href: resolved.href, ...outside(resolved.external), ...anchor, ...titleOf(link) }
  // A link without words cannot be followed by ear.
  if (isEmpty) link.children = [text(String(href))]
  return link
}

/** Links that the parser made between a footnote and its mark. */
function isFootnoteLink({ properties: { href, dataFootnoteRef, dataFootnoteBackref } }: Element): boolean {
  const isOurs = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined
  return isOurs && typeof href === 'string' && href.startsWith('#user-content-fn')
}

/** An image resolved; a link to it where it may not be loaded; its text where it may not be shown. */
export function drawImage(image: Element, addresses: Addresses, { inLink }: Place): ElementContent[] {
  const { src, alt, width, height, id } = image.properties
  const words = typeof alt === 'string' ? alt : ''
  const instead: ElementContent[] = words === '' ? [] : [text(words)]
  if (typeof src !== 'string' || addressKind(src) === 'refused') return instead
  const resolved = addresses.image(bareAddress(src))
  if (resolved === null) return instead
  const kind = addressKind(resolved.src)
  const isRemote = kind === 'http' || kind === 'https'
  if (!isRemote && kind !== 'relative') return instead
  if (kind === 'http' || (isRemote && addresses.remoteImages === 'link')) {
    const label = text(words || 'Image')
    return [inLink ? label : element('a', { href: resolved.src, ...outside(true) }, [label])]
  }
  const properties: Properties = {
    src: resolved.src,
    alt: words,
    ...titleOf(image),
    loading: 'lazy',
    decoding: 'async',
  }
  const size = { width: pixels(width), height: pixels(height) }
  if (size.width !== null) properties['width'] = size.width
  if (size.height !== null) properties['height'] = size.height
  if (isRemote) properties['referrerPolicy'] = 'no-referrer'
  if (id !== undefined) properties['id'] = id
  return [element('img', properties, [])]
}

/** Videos, sounds and frames run code of other sites or need a player: they are links. */
export function drawEmbedded(
  embedded: Element,
  parent: Root | Element,
  addresses: Addresses,
  { inLink }: Place,
): ElementContent[] {
  const address = embeddedAddress(embedded)
  if (address === null || addressKind(address) === 'refused') return []
  const { title, ariaLabel } = embedded.properties
  const given = [title, ariaLabel].find((label) => typeof label === 'string' && label.trim() !== '')
  const label = text(String(given ?? embeddedName(embedded.tagName, bareAddress(address))))
  const resolved = addresses.link(bareAddress(address))
  if (resolved === null || inLink) return [label]
  const link = element('a', { href: resolved.href, ...outside(resolved.external) }, [label])
  const isAlone = parent.type === 'root' || FLOW.has(parent.tagName)
  return [isAlone ? element('p', {}, [link]) : link]
}

function embeddedName(tagName: string, address: string): string {
  const what = tagName === 'video' ? 'Video' : tagName === 'audio' ? 'Recording' : 'Embedded page'
  const host = /^https?:\/\/([^/?#:@]+)/i.exec(address)?.[1]
  return `${what}: ${host ?? address.split(/[?#]/)[0]?.split('/').at(-1) ?? address}`
}

function outside(isExternal: boolean): Properties {
  return isExternal ? { className: ['external'], rel: ['noopener', 'noreferrer'] } : {}
}

function titleOf({ properties: { title } }: Element): Properties {
  return typeof title === 'string' && title !== '' ? { title } : {}
}

/** A length in whole pixels; percentages and the like have no meaning without a style. */
function pixels(value: unknown): number | null {
  const [, digits] = /^\s*(\d{1,4})(?:px)?\s*$/i.exec(String(value ?? '')) ?? []
  return digits === undefined ? null : Number(digits)
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): Text {
  return { type: 'text', value }
}
