import type { Found } from '../../search/query/find.ts'

/** In the order in which they are offered. */
const kindNames: Readonly<Record<string, readonly [one: string, many: string]>> = {
  policy: ['Policy', 'Policies'],
  decision: ['Decision', 'Decisions'],
  path: ['Path', 'Paths'],
  page: ['Page', 'Pages'],
}
const kinds = Object.keys(kindNames)

/** Place of a kind among the choices. */
export const kindOrder = (kind: string): number => kinds.indexOf(kind)

/** What stands there while nothing is asked. */
export const howToAsk =
  'Type a word or a question. What answers best comes first. Words “in quotation marks” are found as they stand.'

/** `Policy`, of the kind `policy`. */
export const kindName = (kind: string): string => kindNames[kind]?.[0] ?? kind

/** `Policies`, of the kind `policy`. */
export const kindNamePlural = (kind: string): string => kindNames[kind]?.[1] ?? kind

/** `1 result`, `37 results` */
export const resultCount = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'result' : 'results'}`

/** What is said when nothing answers. */
export function noneFound(found: Found): string {
  const { narrowed } = found
  const asked = found.unknown.length > 0 ? found.unknown : [found.query]
  if (narrowed.kind === null && narrowed.folder === null) return `No page has ${quoted(asked)}.`
  const what = narrowed.kind === null ? 'page' : kindName(narrowed.kind).toLowerCase()
  return `No ${what}${narrowed.folder === null ? '' : ` in ${narrowed.folder}`} has ${quoted([found.query])}.`
}

/** What is said above results of which some of the words are in no page; empty when all are. */
export const someUnknown = ({ unknown }: Found): string =>
  unknown.length === 0 ? '' : `No page has ${quoted(unknown)}. These have the other words.`

function quoted(words: readonly string[]): string {
  const marked = words.map((word) => `“${word.replaceAll('"', '').trim()}”`)
  return marked.length < 2 ? marked.join('') : `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)}`
}
