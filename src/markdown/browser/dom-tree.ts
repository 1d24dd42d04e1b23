import type { Element as HtmlElement, Properties, Root, RootContent } from 'hast'

/** Attributes whose property has capitals: those that some rule of ours names. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['class', 'className'],
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['referrerpolicy', 'referrerPolicy'],
  ['tabindex', 'tabIndex'],
  ['aria-describedby', 'ariaDescribedBy'],
])
const LISTS: ReadonlySet<string> = new Set(['className', 'rel', 'headers', 'ariaDescribedBy'])
const SWITCHES: ReadonlySet<string> = new Set(['checked', 'disabled', 'hidden', 'open', 'reversed'])
const NUMBERS: ReadonlySet<string> = new Set(['colSpan', 'rowSpan', 'start'])

/** Copy of what stands inside an element of the DOM as a tree of HTML; comments are left out. */
export function treeOfDom(parent: Element): Root {
  return { type: 'root', children: childrenOf(parent) }
}

function childrenOf(parent: Node): RootContent[] {
  return [...parent.childNodes].flatMap((node): RootContent[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', value: node.nodeValue ?? '' }]
    return node.nodeType === Node.ELEMENT_NODE ? [elementOf(node as Element)] : []
  })
}

function elementOf(element: Element): HtmlElement {
  const properties: Properties = {}
  for (const { name, value } of element.attributes) {
    const property = propertyOf(name)
    properties[property] = meaningOf(property, value)
  }
  return {
    type: 'element',
    tagName: element.localName,
    properties,
    children: childrenOf(element) as HtmlElement['children'],
  }
}

function propertyOf(attribute: string): string {
  const known = PROPERTIES.get(attribute)
  if (known !== undefined || !/^(?:aria|data)-/.test(attribute)) return known ?? attribute
  return attribute.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase())
}

function meaningOf(property: string, value: string): Properties[string] {
  if (SWITCHES.has(property)) return true
  if (LISTS.has(property)) return value.split(/\s+/).filter(Boolean)
  return NUMBERS.has(property) && /^\d+$/.test(value) ? Number(value) : value
}
