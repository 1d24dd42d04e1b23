import type { Element, Root } from 'hast'
import { slug, slugger } from '../text/slug.ts'
import { withEmoji } from './emoji.ts'
import { eachElement } from './parse.ts'
import { textOf } from './text-of.ts'

/** What GitHub puts before an id that could stand for something else. */
const PREFIX = 'user-content-'
/** Words of `document` and of every object that a heading could be called by accident. */
const DOM_WORDS = new Set(
  `all anchors append applets body charset children clear close constructor contains cookie dir doctype document domain
  embeds evaluate fonts forms fullscreen head hidden images implementation links location normalize open plugins prepend
  prototype referrer scripts self timeline title top window write writeln`.split(/\s+/),
)
/** Names of members as the DOM writes them, which only an explicit id can spell: `getElementById`, `__proto__`. */
const DOM_MEMBERS =
  /^(?:__\w+__|(?:get|set|has|is|to|add|remove|create|query|insert|replace|append|adopt|import|exec|clone|compare|lookup|element|elements|start|request|exit|enable|default|active|current|first|last|next|previous|parent|child|inner|outer|text|node|owner|base|own|value|property|dispatch|document|content|input|ready|design|visibility|style|adopted|scrolling|pointer|picture|root|bg|fg)[A-Z]\w*|valueOf)$/

/** True for an id that could be taken for a property of `document`, `window` or any object (DOM clobbering). */
function shadowsDom(id: string): boolean {
  return DOM_WORDS.has(id.toLowerCase()) || DOM_MEMBERS.test(id)
}

/** A heading with its anchor, in the order of the page. */
export interface AnchoredHeading {
  readonly element: Element
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  readonly id: string
  /** Text without an attribute list. */
  readonly text: string
}

/** Every anchor of a page. */
export interface Anchors {
  readonly headings: readonly AnchoredHeading[]
  /** Ids as links may name them: with and without prefix. */
  readonly names: ReadonlySet<string>
}

const ATTRIBUTE_LIST = /^\{:?[ \t]*((?:[.#][^\s{}]|[\w-]+=)[^{}]*)\}$/

/**
 * Gives every heading its id (GitHub's rule, or the one its author wrote: `{#id}`, `{: #id}`, HTML `id`), turns
 * `name` into `id`, drops ids that stand twice, and prefixes what could shadow a name of the DOM; an old link to
 * such an id still arrives, because the plain name is kept as the `name` of an anchor, which shadows nothing.
 *
 * Changes the tree. Outline and rendering both call this, so that they agree.
 */
export function anchorHeadings(root: Root): Anchors {
  const found: { element: Element; depth: AnchoredHeading['depth']; explicit: string | null; text: string }[] = []
  const others: Element[] = []
  eachElement(root, (element) => {
    const { tagName, properties } = element
    const depth = tagName.length === 2 && tagName.startsWith('h') ? '123456'.indexOf(tagName.charAt(1)) + 1 : 0
    if (depth > 0 && properties['id'] !== 'footnote-label') {
      const list = takeAttributeList(element)
      const explicit = /(?:^|\s)#([^\s{}]+)/.exec(list)?.[1] ?? idOf(element)
      const text = (textOf(element).trim() || alternatives(element)).replace(/\s+/g, ' ').trim()
      if (text === '' && explicit === null) return
      found.push({ element, depth: depth as AnchoredHeading['depth'], explicit, text })
    } else if ('id' in properties || 'name' in properties) others.push(element)
  })

  const explicit = new Set(found.map((heading) => heading.explicit))
  const names = new Set<string>()
  const next = slugger()
  const headings = found.map(({ element, depth, explicit: own, text }) => {
    let id = own !== null && !names.has(own) ? own : anchor(next, text)
    while (names.has(id) || (id !== own && explicit.has(id))) id = anchor(next, text)
    names.add(id)
    return { element, depth, id: setId(element, id, names), text: withEmoji(text) }
  })
  for (const element of others) {
    const id = idOf(element)
    delete element.properties['name']
    delete element.properties['id']
    if (id === null || names.has(id)) continue
    names.add(id)
    setId(element, id, names)
  }
  return { headings, names }
}

/** An anchor is never empty: a heading of signs alone is `section`. */
function anchor(next: (text: string) => string, text: string): string {
  return next(slug(text) === '' ? 'section' : text)
}

/** Texts of a heading's images, for one that has no other text. */
function alternatives(heading: Element): string {
  const texts: string[] = []
  eachElement(heading, ({ tagName, properties: { alt } }) => {
    if (tagName === 'img' && typeof alt === 'string') texts.push(alt)
  })
  return texts.join(' ')
}

function idOf({ properties }: Element): string | null {
  const id = properties['id'] ?? properties['name']
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : null
}

function setId(element: Element, id: string, names: Set<string>): string {
  if (!shadowsDom(id)) {
    element.properties['id'] = id
    return id
  }
  const safe = PREFIX + id
  element.properties['id'] = safe
  names.add(safe)
  if (element.tagName === 'a') element.properties['name'] = id
  else if (element.tagName !== 'img') {
    element.children.unshift({ type: 'element', tagName: 'a', properties: { name: id }, children: [] })
  }
  return safe
}

/** Takes `{#id .class}` from the end of a heading; what stood in it, or ''. */
function takeAttributeList(heading: Element): string {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return ''
  const text = last.value.trimEnd()
  const start = text.endsWith('}') ? text.lastIndexOf('{') : -1
  const match = start === -1 ? null : ATTRIBUTE_LIST.exec(text.slice(start))
  if (match === null) return ''
  last.value = text.slice(0, start).trimEnd()
  return match[1] ?? ''
}
