import type { Element, ElementContent } from 'hast'

/** GitHub's five kinds of alert, with the word that is read and the icon (lucide, ISC) that stands before it. */
const KINDS = {
  note: { word: 'Note', icon: '<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>' },
  tip: {
    word: 'Tip',
    icon: '<path d="M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5"/><path d="M9 18h6"/><path d="M10 22h4"/>',
  },
  important: {
    word: 'Important',
    icon: '<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M12 15h.01"/><path d="M12 7v4"/>',
  },
  warning: {
    word: 'Warning',
    icon: '<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>',
  },
  caution: {
    word: 'Caution',
    icon: '<path d="M12 16h.01"/><path d="M12 8v4"/><path d="M15.312 2a2 2 0 0 1 1.414.586l4.688 4.688A2 2 0 0 1 22 8.688v6.624a2 2 0 0 1-.586 1.414l-4.688 4.688a2 2 0 0 1-1.414.586H8.688a2 2 0 0 1-1.414-.586l-4.688-4.688A2 2 0 0 1 2 15.312V8.688a2 2 0 0 1 .586-1.414l4.688-4.688A2 2 0 0 1 8.688 2z"/>',
  },
} as const
type Kind = keyof typeof KINDS

const MARKER = /^\s*\[!(note|tip|important|warning|caution)\][-+]?[ \t]*\n?/i
/** Text on the marker's line is a title when it is short, is no sentence, and the text goes on below it. */
const TITLE = /^([^\n]{1,60}?[^\s.:;,!?])[ \t]*\n(?=\S)/

/**
 * Turns a quotation that begins with `[!NOTE]` into a call-out with LOOK.md's markup; a short title may stand behind
 * the marker, as in Obsidian, or any title in bold. The icon is added later, by {@link calloutIcon}.
 *
 * @returns false when it is an ordinary quotation
 */
export function turnIntoCallout(quote: Element): boolean {
  const paragraph = quote.children.find((child) => child.type === 'element')
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return false
  const [first] = paragraph.children
  if (first?.type !== 'text') return false
  const match = MARKER.exec(first.value)
  if (match === null) return false
  const kind = (match[1] ?? '').toLowerCase() as Kind
  first.value = first.value.slice(match[0].length)
  const isAlone = match[0].endsWith('\n')
  const named = isAlone ? null : strongTitle(paragraph)
  const titled = isAlone || named !== null ? null : TITLE.exec(first.value)
  if (titled !== null) first.value = first.value.slice(titled[0].length)
  const [second] = paragraph.children.slice(1)
  if (first.value === '' && second?.type === 'element' && second.tagName === 'br') paragraph.children.splice(1, 1)
  const isEmpty = paragraph.children.every((child) => child.type === 'text' && child.value.trim() === '')
  const rest = quote.children.filter((child) => child !== paragraph || !isEmpty)
  const heading: ElementContent = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: named ?? [{ type: 'text', value: titled?.[1] ?? KINDS[kind].word }],
  }
  quote.tagName = 'div'
  quote.properties = { className: ['callout', `callout-${kind}`], role: 'note' }
  quote.children = [heading, ...rest]
  return true
}

/** A title in bold, alone on the marker's line; it is taken out of the paragraph. */
function strongTitle(paragraph: Element): ElementContent[] | null {
  const [before, strong, after] = paragraph.children
  if (before?.type !== 'text' || before.value.trim() !== '') return null
  if (strong?.type !== 'element' || strong.tagName !== 'strong') return null
  if (after !== undefined && !(after.type === 'text' && after.value.startsWith('\n'))) return null
  paragraph.children.splice(1, 1)
  if (after?.type === 'text') after.value = after.value.trimStart()
  return strong.children
}

/** Icon of a call-out's element, as HTML of our own; null when the element is no call-out. */
export function calloutIcon({ tagName, properties: { className } }: Element): string | null {
  if (tagName !== 'div' || !Array.isArray(className) || !className.includes('callout')) return null
  const kind = className.map((name) => String(name).slice('callout-'.length)).find((name) => Object.hasOwn(KINDS, name))
  return kind === undefined
    ? null
    : `<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${KINDS[kind as Kind].icon}</svg>`
}
