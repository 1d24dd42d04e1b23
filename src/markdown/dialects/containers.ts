import { argumentsOf, firstOf } from './arguments.ts'
import type { Dialect, Form, Tag } from './dialect.ts'
import { alertOf, capital, titleOfKind } from './kinds.ts'

const LINE = /^[ \t>]*(:{3,})[ \t]*(.*)$/gm
/** Names that only say how something looks. */
const PLAIN =
  /^(?:code-group|tabs|steps|cards?|card-grid|row|col|columns?|grid|center|left|right|section|div|block|raw|v-pre|md)$/i

/** `:::` blocks of Docusaurus, VuePress, VitePress, Starlight and markdown-it. */
export const containers: Dialect = {
  name: 'containers',
  what: '`:::` blocks',
  find: (text, isCode) => {
    if (!text.includes(':::')) return []
    const tags: Tag[] = []
    for (const { 0: line, 1: colons = '', 2: behind = '', index } of text.matchAll(LINE)) {
      const start = index + line.indexOf(':')
      if (isCode(start)) continue
      const rest = withoutColons(behind)
      const end = index + line.length
      // The name may stand in braces: `::: {.note}`, `:::{tip} Title`.
      const name = /^\{?\.?([\w-]+)/.exec(rest)?.[1] ?? ''
      if (rest === '') tags.push({ start, end, word: ':::', rest, role: 'close' })
      else if (name !== '' || rest.startsWith('{')) tags.push({ start, end, word: ':::', rest, role: 'open' })
      else if (colons.length > 0) tags.push({ start, end, word: '', rest: withoutColons(rest), role: 'single' })
    }
    return tags
  },
  form,
}

function form({ word, rest }: Tag): Form {
  if (word === '') return { kind: 'text', text: rest }
  // Quarto writes `{.callout-note title="A"}`.
  const name = (/^\{?\.?([\w-]+)/.exec(rest)?.[1] ?? '').replace(/^callout-/, '')
  const attributes = rest.startsWith('{') ? firstOf(argumentsOf(rest.slice(1, rest.indexOf('}'))), 'title') : undefined
  const behind = rest.startsWith('{') ? rest.slice(rest.indexOf('}') + 1 || rest.length) : rest.slice(name.length)
  const title = titleOf(behind) || (attributes ?? '')
  const alert = alertOf(name)
  if (alert !== null) return { kind: 'callout', alert, title: title || titleOfKind(name) }
  if (/^(?:details|spoiler|collapse|expand|accordion)$/i.test(name))
    return { kind: 'details', title: title || 'Details', isOpen: false }
  if (/^tab(?:-item)?$/i.test(name)) return { kind: 'tab', title: title || 'Tab' }
  const isKnown = PLAIN.test(name) || rest.startsWith('{')
  if (title !== '') return { kind: 'titled', title, unknown: !isKnown }
  return isKnown ? { kind: 'inner' } : { kind: 'titled', title: capital(name.replaceAll('-', ' ')), unknown: true }
}

/** The title in brackets, or what stands behind the name; a list of attributes in braces is none. */
function titleOf(behind: string): string {
  const text = behind.trim()
  const label = /^\[([^\]]*)\]/.exec(text)?.[1]
  if (label !== undefined) return label
  return text.replace(/\{[^{}]*\}\s*$/, '').trim()
}

function withoutColons(text: string): string {
  let end = text.trimEnd().length
  while (end > 0 && text[end - 1] === ':') end -= 1
  return text.slice(0, end).trim()
}
