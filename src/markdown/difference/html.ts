import type { Element, ElementContent, Properties, Root } from 'hast'
import { calloutIcon } from '../callout.ts'
import { runsLeft } from '../decorate.ts'
import { textOf } from '../text-of.ts'
import { writeHtml } from '../write.ts'
import { changedIn, newAddress } from './changed.ts'
import { folded, foldedLines, foldedText } from './fold.ts'
import { childrenOf, isBlock } from './kinds.ts'
import { LARGEST_DIFFERENCE } from './limit.ts'
import { type Side, standingOf, text } from './marks.ts'

/**
 * A difference as a person reads it: changed blocks with the words that are out and in, what stayed around them, and
 * `…` for longer stretches that stayed. For listeners each mark begins with a word. Links lead outside alone, pictures
 * are named and not loaded, and nothing in it has an id: it is a quotation.
 *
 * @returns safe HTML, `` where nothing changed that a reader would see
 */
export function differenceHtml(difference: Root): string {
  const changed = changedIn(difference)
  if (changed.size === 0) return ''
  const state: State = { changed, last: null, told: new Set() }
  let html = ''
  for (const node of flow(childrenOf(difference), state)) {
    const next = writeHtml(node)
    if (html.length + next.length > LARGEST_DIFFERENCE)
      return `${html}<p class="cut">The rest is too long to be shown.</p>`
    html += next
  }
  return html
}

/** A tree in which nothing is marked, as it may be quoted on another page: see {@link differenceHtml}. */
export function quotedHtml(tree: Root): string {
  return childrenOf(tree)
    .flatMap((node) => plainOf(node, null))
    .map((node) => writeHtml(node))
    .join('')
}

interface State {
  readonly changed: ReadonlySet<ElementContent>
  /** Side of the mark that was shown last, while nothing stood between; a listener is told once. */
  last: Side | null
  /** Links whose new address has been told. */
  readonly told: Set<Element>
}

/** Content of what holds blocks: unchanged stretches folded, blocks of one side that follow each other together. */
function* flow(children: readonly ElementContent[], state: State): Iterable<ElementContent> {
  const parts = folded(
    children.filter((child) => !isMovedAway(child)),
    state.changed,
  )
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as ElementContent
    const standing = standingOf(part)
    if (standing?.kind !== 'whole' || part.type !== 'element' || !canBeWrapped(part)) {
      const wasMarked = state.last
      const drawn = shown(part, state)
      // A block in which nothing is marked stands between two marks.
      if (wasMarked !== null && isBlock(part)) state.last = null
      yield* drawn
      continue
    }
    if (standing.move !== undefined) {
      state.last = null
      yield element('div', { className: ['moved'] }, [note(`Moved from ${standing.move.place}`), ...plain(part, state)])
      continue
    }
    const group: ElementContent[] = []
    let next = at
    for (; next < parts.length; next += 1) {
      const each = parts[next] as ElementContent
      const own = standingOf(each)
      if (own?.kind !== 'whole' || own.side !== standing.side || own.move !== undefined) break
      if (each.type !== 'element' || !canBeWrapped(each)) break
      group.push(...plain(each, state))
    }
    at = next - 1
    yield mark(standing.side, group, ['whole'])
    state.last = null
  }
}

const isMovedAway = (node: ElementContent): boolean => {
  const standing = standingOf(node)
  return standing?.kind === 'whole' && standing.side === 'before' && standing.move !== undefined
}

const PARTS = new Set('li tr td th dt dd thead tbody tfoot caption summary figcaption'.split(' '))
const canBeWrapped = ({ tagName }: Element): boolean => !PARTS.has(tagName)

/** A node with its marks. */
function shown(node: ElementContent, state: State): ElementContent[] {
  if (node.type === 'text') {
    if (node.value.trim() !== '') state.last = null
    return [node]
  }
  if (node.type !== 'element') return []
  const standing = standingOf(node)
  if (standing?.kind === 'mark') return [markOf(node, standing.side, state)]
  if (standing?.kind === 'whole') return plain(node, state, standing)
  if (!state.changed.has(node)) return plain(node, state)
  const drawn = tidied(node, contentOf(node, state))
  const address = newAddress(node)
  if (address === null || standing?.kind !== 'chain' || state.told.has(standing.after as Element)) return drawn
  state.told.add(standing.after as Element)
  const told = [text(' (link changed from '), text(address.from), text(' to '), text(address.to), text(')')]
  return [...drawn, element('small', { className: ['leads'] }, told)]
}

function contentOf(node: Element, state: State): ElementContent[] {
  if (node.tagName === 'code' && standingOf(node)?.kind === 'pair')
    return foldedLines(node.children).flatMap((child) => shown(child, state))
  if (node.children.some(isBlock)) return [...flow(node.children, state)]
  return foldedText(node.children, state.changed).flatMap((child) => shown(child, state))
}

function markOf(node: Element, side: Side, state: State): Element {
  const isTold = state.last === side
  const children = node.children.flatMap((child) => plainOf(child, side))
  state.last = side
  return isTold ? element(node.tagName, {}, children) : mark(side, children)
}

function mark(side: Side, children: ElementContent[], className: string[] = []): Element {
  const [tagName, word] = side === 'before' ? ['del', 'removed: '] : ['ins', 'added: ']
  const properties: Properties = className.length === 0 ? {} : { className }
  return element(tagName, properties, [element('span', { className: ['sr'] }, [text(word)]), ...children])
}

/** What stands in one version, or in both alike; a part of a list or table carries its own mark. */
function plain(node: Element, state: State, standing: ReturnType<typeof standingOf> = null): ElementContent[] {
  if (standing?.kind !== 'whole') {
    if (textOf(node).trim() !== '') state.last = null
    return plainOf(node, null)
  }
  const { side, move } = standing
  if (move !== undefined) {
    state.last = null
    return inCells(node, (children) => [note(`Moved from ${move.place}`), ...children], true)
  }
  const isTold = state.last === side
  state.last = side
  let isFirst = !isTold
  return inCells(node, (children) => {
    const wrapped = isFirst ? mark(side, children) : element(side === 'before' ? 'del' : 'ins', {}, children)
    isFirst = false
    return [wrapped]
  })
}

/** Applies something to what a list item or each cell of a row holds. */
function inCells(
  node: Element,
  wrap: (children: ElementContent[]) => ElementContent[],
  once = false,
): ElementContent[] {
  let isDone = false
  const visit = (each: Element): Element => {
    if (/^(?:tr|thead|tbody|tfoot)$/.test(each.tagName))
      return {
        ...bare(each),
        children: each.children.map((child) => (child.type === 'element' ? visit(child) : child)),
      }
    const children = each.children.flatMap((child) => plainOf(child, null))
    const isLeft = once && isDone
    isDone = true
    return { ...bare(each), children: isLeft || children.length === 0 ? children : wrap(children) }
  }
  return [visit(node)]
}

const plainOf = (node: ElementContent, side: Side | null): ElementContent[] =>
  node.type === 'element'
    ? tidied(
        node,
        node.children.flatMap((child) => plainOf(child, side)),
        side,
      )
    : node.type === 'text'
      ? [node]
      : []

const NAMELESS = new Set(
  'id name headers ariaDescribedBy ariaLabel dataFootnoteRef dataFootnoteBackref dataFootnotes'.split(' '),
)

function bare({ tagName, properties }: Element): Element {
  const kept = Object.entries(properties).filter(([name]) => !NAMELESS.has(name))
  return { type: 'element', tagName, properties: Object.fromEntries(kept), children: [] }
}

/** An element as it may be quoted on another page. */
function tidied(node: Element, children: ElementContent[], side: Side | null = null): ElementContent[] {
  const own: Element = { ...bare(node), children }
  const { properties, tagName } = own
  switch (tagName) {
    case 'a':
      return [quotedLink(own)]
    case 'img':
      return [picture(own, side)]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [element('p', { className: ['hd', `hd${tagName.charAt(1)}`], ...direction(node) }, children)]
    case 'input':
      own.properties['ariaLabel'] = properties['checked'] === true ? 'Done' : 'To do'
      return [own]
    case 'details':
      own.properties['open'] = true
      return [own]
    case 'section':
    case 'figure':
      return [element('div', {}, children)]
    case 'figcaption':
      return [element('p', {}, children)]
    case 'pre':
      return [element('pre', { tabIndex: 0 }, children)]
    case 'code':
      delete own.properties['className']
      return [own]
    case 'table':
      return [element('div', { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }, [own])]
    case 'div': {
      const icon = calloutIcon(own)
      if (icon !== null) own.children.unshift({ type: 'raw', value: icon } as ElementContent)
      delete own.properties['role']
      return [own]
    }
    case 'p':
    case 'li':
    case 'td':
    case 'th':
      Object.assign(own.properties, direction(node))
      return [own]
    default:
      return [own]
  }
}

const direction = (node: Element): Properties => (runsLeft(textOf(node)) ? { dir: 'auto' } : {})

/** Links lead outside alone: a page of long ago may be gone. */
function quotedLink({ properties, children }: Element): Element {
  const href = String(properties['href'] ?? '')
  if (/^(?:https?|mailto|tel):/i.test(href)) return element('a', properties, children)
  return element('span', { className: ['link'] }, children)
}

/** A picture is named: its file of then may not be there any more. */
function picture({ properties }: Element, side: Side | null): Element {
  const name =
    String(properties['src'] ?? '')
      .split(/[?#]/)[0]
      ?.split('/')
      .at(-1) ?? ''
  const alt = String(properties['alt'] ?? '')
  const label = side === null ? 'Picture' : side === 'before' ? 'Before' : 'After'
  return element('span', { className: ['picture'] }, [
    element('b', {}, [text(`${label}: `)]),
    text([alt, name].filter((part) => part !== '').join(', ')),
  ])
}

const note = (words: string): Element => element('span', { className: ['label'] }, [text(`${words}. `)])

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
