import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast'
import { addressKind, bareAddress } from './addresses.ts'
import { turnIntoCallout } from './callout.ts'
import { embeddedAddress } from './embed.ts'
import { withEmoji } from './emoji.ts'
import { textOf } from './text-of.ts'

/** How links and images of a page are resolved; what it answers is checked again by the sanitiser. */
export interface Addresses {
  /** Null: only the link's text is drawn. */
  link(target: string): { readonly href: string; readonly external: boolean } | null
  /** Null: the alternative text is drawn instead. */
  image(src: string): { readonly src: string } | null
  readonly remoteImages: 'allow' | 'link'
}

/** Element names of old HTML, and what says the same today. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['strike', 's'],
  ['tt', 'code'],
  ['center', 'div'],
  ['acronym', 'abbr'],
])
/** Parents in which a lone link needs a paragraph around it. */
const FLOW = new Set(['root', 'div', 'section', 'details', 'blockquote', 'figure', 'center', 'article', 'main'])

/**
 * Turns what authors wrote into what pages show: links and images resolved, call-outs, diagrams, videos and frames as
 * links, emoji, alignment as classes. Changes the tree; the result is not safe yet: {@link sanitise} comes next.
 *
 * @returns whether the page has diagrams
 */
export function draw(root: Root, addresses: Addresses): { hasMermaid: boolean } {
  const state = { addresses, hasMermaid: false }
  root.children = drawChildren(root, state, { inLink: false, inCode: false }) as RootContent[]
  return { hasMermaid: state.hasMermaid }
}

interface State {
  readonly addresses: Addresses
  hasMermaid: boolean
}
interface Place {
  readonly inLink: boolean
  readonly inCode: boolean
}

function drawChildren(parent: Root | Element, state: State, place: Place): ElementContent[] {
  const drawn: ElementContent[] = []
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') {
      if (!place.inCode && child.value.includes(':')) child.value = withEmoji(child.value)
      drawn.push(child)
    } else if (child.type === 'element') drawn.push(...drawElement(child, parent, state, place))
  }
  return drawn
}

function drawElement(element: Element, parent: Root | Element, state: State, place: Place): ElementContent[] {
  const { tagName } = element
  switch (tagName) {
    case 'a':
      return drawLink(element, state, place)
    case 'img':
      return drawImage(element, state, place)
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
      return drawEmbedded(element, parent, state, place)
    case 'pre':
      if (isMermaid(element)) {
        state.hasMermaid = true
        return [diagram(element)]
      }
      break
    case 'blockquote':
      turnIntoCallout(element)
      break
    case 'th':
      // A head without words is no head for anyone who hears the table.
      if (textOf(element).trim() === '' && !element.children.some((child) => child.type === 'element'))
        element.tagName = 'td'
      break
    case 'figcaption':
      if (textOf(element).trim() === '') return []
      break
    case 'p':
      dropLastBackslash(element)
      break
    case 'section':
      if (element.properties['dataFootnotes'] !== undefined) namePlainly(element)
      break
  }
  align(element)
  element.tagName = RENAMED.get(element.tagName) ?? element.tagName
  const inCode = place.inCode || tagName === 'code' || tagName === 'pre' || tagName === 'kbd' || tagName === 'samp'
  element.children = drawChildren(element, state, { ...place, inCode })
  return [element]
}

function drawLink(link: Element, state: State, place: Place): ElementContent[] {
  const { href, id, name } = link.properties
  const children = () => drawChildren(link, state, { ...place, inLink: true })
  if (isFootnoteLink(link)) {
    link.children = children()
    return [link]
  }
  const anchor: Properties = { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) }
  const resolved =
    typeof href === 'string' && addressKind(href) !== 'refused' ? state.addresses.link(bareAddress(href)) : null
  if (resolved === null || place.inLink) {
    const content = drawChildren(link, state, place)
    return Object.keys(anchor).length > 0 ? [{ ...link, properties: anchor, children: content }] : content
  }
  link.properties = { href: resolved.href, ...outside(resolved.external), ...anchor, ...titleOf(link) }
  link.children = children()
  // A link without words cannot be followed by ear.
  if (textOf(link).trim() === '' && !link.children.some((child) => child.type === 'element')) {
    link.children = [text(typeof href === 'string' ? href : resolved.href)]
  }
  return [link]
}

/** Links that the parser made between a footnote and its mark. */
function isFootnoteLink({ properties: { href, dataFootnoteRef, dataFootnoteBackref } }: Element): boolean {
  const isOurs = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined
  return isOurs && typeof href === 'string' && href.startsWith('#user-content-fn')
}

function drawImage(image: Element, state: State, place: Place): ElementContent[] {
  const { src, alt } = image.properties
  const words = typeof alt === 'string' ? alt : ''
  const instead: ElementContent[] = words === '' ? [] : [text(words)]
  if (typeof src !== 'string' || addressKind(src) === 'refused') return instead
  const resolved = state.addresses.image(bareAddress(src))
  if (resolved === null) return instead
  const kind = addressKind(resolved.src)
  const isRemote = kind === 'http' || kind === 'https'
  if (!isRemote && kind !== 'relative') return instead
  if (kind === 'http' || (isRemote && state.addresses.remoteImages === 'link')) {
    if (place.inLink) return [text(words || 'Image')]
    return [
      {
        type: 'element',
        tagName: 'a',
        properties: { href: resolved.src, ...outside(true) },
        children: [text(words || 'Image')],
      },
    ]
  }
  const { width, height, id } = image.properties
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
  return [{ type: 'element', tagName: 'img', properties, children: [] }]
}

/** Videos, sounds and frames run code of other sites or need a player: they are links. */
function drawEmbedded(element: Element, parent: Root | Element, state: State, place: Place): ElementContent[] {
  const address = embeddedAddress(element)
  if (address === null || addressKind(address) === 'refused') return []
  const { title, ariaLabel } = element.properties
  const words =
    [title, ariaLabel].find((label) => typeof label === 'string' && label.trim() !== '') ??
    embeddedName(element.tagName, bareAddress(address))
  const resolved = state.addresses.link(bareAddress(address))
  if (resolved === null || place.inLink) return [text(String(words))]
  const properties = { href: resolved.href, ...outside(resolved.external) }
  const link: Element = { type: 'element', tagName: 'a', properties, children: [text(String(words))] }
  const isAlone = FLOW.has(parent.type === 'root' ? 'root' : parent.tagName)
  return [isAlone ? { type: 'element', tagName: 'p', properties: {}, children: [link] } : link]
}

function embeddedName(tagName: string, address: string): string {
  const what = tagName === 'video' ? 'Video' : tagName === 'audio' ? 'Recording' : 'Embedded page'
  const host = /^https?:\/\/([^/?#:@]+)/i.exec(address)?.[1]
  return `${what}: ${host ?? address.split(/[?#]/)[0]?.split('/').at(-1) ?? address}`
}

function isMermaid(pre: Element): boolean {
  const [code] = pre.children
  const names = code?.type === 'element' && code.tagName === 'code' ? code.properties['className'] : null
  return Array.isArray(names) && names.includes('language-mermaid')
}

/** A diagram's source, readable as it is; script draws the picture above it and folds the source. */
function diagram(pre: Element): Element {
  const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties,
    children,
  })
  const summary = element('summary', {}, [text('Source of the diagram')])
  return element('figure', { className: ['mermaid-source'] }, [element('details', { open: true }, [summary, pre])])
}

/** Alignment, however it was written, as a class. */
function align(element: Element): void {
  const { properties } = element
  const style = typeof properties['style'] === 'string' ? properties['style'] : ''
  const written = /text-align\s*:\s*(center|right|end)\b/i.exec(style)?.[1] ?? properties['align']
  const value = element.tagName === 'center' ? 'center' : String(written ?? '').toLowerCase()
  if (value === 'center') properties['className'] = ['center']
  else if (value === 'right' || value === 'end') properties['className'] = ['end']
}

/** A break at the end of a paragraph breaks nothing; GitBook writes one as a backslash before each picture. */
function dropLastBackslash({ children }: Element): void {
  const last = children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/(?<!\\)\\\s*$/, '')
}

function namePlainly(section: Element): void {
  for (const child of section.children) {
    if (child.type === 'element' && child.tagName === 'h2') child.properties['className'] = ['sr']
  }
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

function text(value: string): Text {
  return { type: 'text', value }
}
