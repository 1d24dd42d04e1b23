import { argumentsOf, firstOf } from './arguments.ts'
import type { Dialect, Form, Tag } from './dialect.ts'
import { alertOf, titleOfKind } from './kinds.ts'
import { betweenMarks } from './marks.ts'
import { linkTo } from './words.ts'

const NAMES =
  'Tabs|TabItem|Tab|CodeGroup|CodeGroupItem|Admonition|Aside|Callout|Note|Tip|Info|Warning|Danger|Caution|Card|CardGrid|LinkCard|LinkButton|Cards|Steps|Step|Icon|FileTree|Badge|Details|Accordion|AccordionGroup|Frame|Columns|Update|BrowserOnly|DocCardList|TOCInline|ClientOnly|Content|RouterLink'
const ELEMENT = new RegExp(`<(/?)(${NAMES})(?=[\\s/>])((?:[^<>"'{}]|"[^"<]*"|'[^'<]*'|\\{[^{}<]*\\}){0,2000})>`, 'g')
const IMPORT = /^import[ \t]+(?:[\w*{][^'"\n;]*[ \t]from[ \t]*)?["'][^"'\n]+["'][ \t]*;?[ \t]*$/gm
const COMMENT = { open: '{/*', close: '*/}' }

/**
 * A text of the same length without components: a parser would take a line with one for HTML, and the code behind it
 * for no code.
 */
export function withoutComponents(text: string): string {
  return text.includes('<') ? text.replace(ELEMENT, (tag) => tag.replace(/[^\n]/g, 'x')) : text
}

/** Components of Docusaurus, Starlight, VuePress and Mintlify in Markdown, and the lines that import them. */
export const components: Dialect = {
  name: 'components',
  what: 'components',
  find: (text, isCode) => {
    const tags: Tag[] = []
    for (const { 0: all, 1: slash, 2: word = '', 3: attributes = '', index } of text.matchAll(ELEMENT)) {
      const role = slash === '/' ? 'close' : attributes.endsWith('/') ? 'single' : 'open'
      if (!isCode(index))
        tags.push({ start: index, end: index + all.length, word, rest: attributes.replace(/\/$/, ''), role })
    }
    // A line that begins so is code's only where something is imported from somewhere.
    for (const { 0: all, index } of text.matchAll(IMPORT)) {
      if (!isCode(index)) tags.push(nothing(index, index + all.length))
    }
    tags.push(...betweenMarks(text, isCode, [COMMENT], ({ start, end }) => nothing(start, end)))
    return tags.sort((a, b) => a.start - b.start)
  },
  form,
}

const nothing = (start: number, end: number): Tag => ({ start, end, word: '', rest: '', role: 'single' })

function form({ word, rest, role }: Tag): Form {
  const args = argumentsOf(rest)
  const title = firstOf(args, 'title', 'label', 'summary', 'text')
  const kind =
    word === 'Admonition' || word === 'Aside' || word === 'Callout' ? (firstOf(args, 'type') ?? 'note') : word
  const alert = alertOf(kind)
  if (alert !== null) return { kind: 'callout', alert, title: title ?? titleOfKind(kind) }
  switch (word) {
    case 'TabItem':
    case 'Tab':
    case 'CodeGroupItem':
      return { kind: 'tab', title: title ?? firstOf(args, 'value') ?? 'Tab' }
    case 'Details':
    case 'Accordion':
      return { kind: 'details', title: title ?? 'Details', isOpen: false }
    case 'Card':
    case 'LinkCard':
    case 'LinkButton':
    case 'RouterLink': {
      const target = firstOf(args, 'href', 'to', 'link')
      if (role === 'open' && word === 'RouterLink')
        return { kind: 'around', before: '[', after: `](<${target ?? ''}>)` }
      if (target !== undefined) return { kind: 'text', text: linkTo(target, title) }
      return title === undefined ? { kind: 'inner' } : { kind: 'titled', title }
    }
    case 'Badge':
      return { kind: 'text', text: title ?? '' }
    default:
      return title === undefined || role === 'single' ? { kind: 'inner' } : { kind: 'titled', title }
  }
}
