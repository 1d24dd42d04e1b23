import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { turnIntoCallout } from './callout.ts'
import { type Addresses, drawEmbedded, drawImage, drawLink, type Place } from './draw-addresses.ts'
import { withEmoji } from './emoji.ts'
import { STRIPPED, textOf } from './text-of.ts'

const stripped: ReadonlySet<string> = new Set(STRIPPED)

/** Element names of old HTML, and what says the same today. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['strike', 's'],
  ['tt', 'code'],
  ['center', 'div'],
  ['acronym', 'abbr'],
])

/**
 * Turns what authors wrote into what pages show: links and images resolved, call-outs, diagrams, videos and frames as
 * links, emoji, alignment as classes. Changes the tree; the result is not safe yet: {@link sanitise} comes next.
 *
 * @returns whether the page has diagrams
 */
export function draw(root: Root, addresses: Addresses): { hasMermaid: boolean } {
  const state = { addresses, hasMermaid: false }
  drawChildren(root, state, { inLink: false, inCode: false })
  return { hasMermaid: state.hasMermaid }
}

interface State {
  readonly addresses: Addresses
  hasMermaid: boolean
}

function drawChildren(parent: Root | Element, state: State, place: Place): void {
  let changed = false
  const drawn: ElementContent[] = []
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') {
      if (!place.inCode) child.value = withEmoji(child.value)
      drawn.push(child)
    } else if (child.type === 'element') {
      const result = drawElement(child, parent, state, place)
      if (Array.isArray(result)) drawn.push(...result)
      else drawn.push(result)
      changed ||= result !== child
    } else changed = true
  }
  if (changed) parent.children = drawn as RootContent[] as typeof parent.children
}

function drawElement(
  element: Element,
  parent: Root | Element,
  state: State,
  place: Place,
): ElementContent | ElementContent[] {
  const { tagName } = element
  switch (tagName) {
    case 'a':
      return drawLink(element, state.addresses, place, (inside) => drawChildren(element, state, inside))
    case 'img':
      return drawImage(element, state.addresses, place)
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
      return drawEmbedded(element, parent, state.addresses, place)
    case 'pre':
      if (isMermaid(element)) {
        state.hasMermaid = true
        return diagram(element)
      }
      break
    case 'blockquote':
      turnIntoCallout(element)
      break
    case 'tr':
      scopeHeads(element, parent)
      break
    case 'th':
      // A head without words is no head for anyone who hears the table.
      if (textOf(element).trim() === '' && !element.children.some((child) => child.type === 'element')) {
        element.tagName = 'td'
        delete element.properties['scope']
      }
      break
    case 'figcaption':
      if (textOf(element).trim() === '') return []
      break
    case 'p':
      dropLastBackslash(element)
      break
    case 'section':
      if (element.properties['dataFootnotes'] !== undefined) nameFootnotes(element)
      break
  }
  // Nothing in it reaches the page, so nothing there is a link: the outline tells of none.
  if (stripped.has(tagName)) return []
  align(element)
  element.tagName = RENAMED.get(element.tagName) ?? element.tagName
  const isCode = tagName === 'code' || tagName === 'pre' || tagName === 'kbd' || tagName === 'samp'
  drawChildren(element, state, isCode ? { ...place, inCode: true } : place)
  return element
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
  const summary = element('summary', {}, [{ type: 'text', value: 'Source of the diagram' }])
  return element('figure', { className: ['mermaid-source'] }, [element('details', { open: true }, [summary, pre])])
}

const isElement = (node: Root | Element, tagName: string): boolean =>
  node.type === 'element' && node.tagName === tagName

const SCOPES = new Set(['col', 'row', 'colgroup', 'rowgroup'])

/**
 * Says what each head of a row stands over, as its author did or as its place tells: a row of heads, an empty corner
 * before them or not, is over columns.
 */
function scopeHeads(row: Element, parent: Root | Element): void {
  const cells = row.children.filter((child) => child.type === 'element')
  const [corner] = cells
  const heads = corner !== undefined && textOf(corner).trim() === '' ? cells.slice(1) : cells
  const isHead = isElement(parent, 'thead') || heads.every(({ tagName }) => tagName !== 'td')
  for (const { tagName, properties } of cells) {
    if (tagName !== 'th') continue
    const written = String(properties['scope'] ?? '').toLowerCase()
    properties['scope'] = SCOPES.has(written) ? written : isHead ? 'col' : 'row'
  }
}

/** Alignment, however it was written, as a class. */
function align(element: Element): void {
  const { style, align } = element.properties
  const isCentre = element.tagName === 'center'
  if (style === undefined && align === undefined && !isCentre) return
  const written = typeof style === 'string' ? /text-align\s*:\s*(center|right|end)\b/i.exec(style)?.[1] : undefined
  const value = isCentre ? 'center' : String(written ?? align ?? '').toLowerCase()
  if (value === 'center') element.properties['className'] = ['center']
  else if (value === 'right' || value === 'end') element.properties['className'] = ['end']
}

/** A break at the end of a paragraph breaks nothing; GitBook writes one as a backslash before each picture. */
function dropLastBackslash({ children }: Element): void {
  const last = children.at(-1)
  if (last?.type === 'text' && last.value.includes('\\')) last.value = last.value.replace(/(?<!\\)\\\s*$/, '')
}

function nameFootnotes(section: Element): void {
  for (const child of section.children) {
    if (child.type === 'element' && child.tagName === 'h2') child.properties['className'] = ['sr']
  }
}
