import { slug } from '../../text/slug.ts'
import { LONGEST_TEXT, textOfValue, type Value, valueAt } from './value.ts'

type Filter = (value: Value, args: readonly Value[]) => Value

const onText =
  (work: (text: string, ...args: string[]) => string): Filter =>
  (value, args) =>
    work(textOfValue(value), ...args.map(textOfValue)).slice(0, LONGEST_TEXT)

const onList =
  (work: (list: readonly Value[], ...args: Value[]) => Value): Filter =>
  (value, args) =>
    Array.isArray(value) ? work(value, ...args) : value

const same: Filter = (value) => value

/** Filters that say the same here as in Jekyll; any other makes a value unknown. */
const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['relative_url', onText(rooted)],
  ['absolute_url', onText(rooted)],
  ['markdownify', same],
  ['smartify', same],
  ['escape', same],
  ['escape_once', same],
  ['xml_escape', same],
  ['h', same],
  ['upcase', onText((text) => text.toUpperCase())],
  ['downcase', onText((text) => text.toLowerCase())],
  ['capitalize', onText((text) => text.charAt(0).toUpperCase() + text.slice(1))],
  ['strip', onText((text) => text.trim())],
  ['strip_html', onText((text) => text.replace(/<[^<>]*>/g, ''))],
  ['strip_newlines', onText((text) => text.replace(/\n/g, ''))],
  ['newline_to_br', onText((text) => text.replace(/\n/g, '<br>\n'))],
  ['append', onText((text, more = '') => text + more)],
  ['prepend', onText((text, more = '') => more + text)],
  ['remove', onText((text, part = '') => text.slice(0, LONGEST_TEXT).replaceAll(part, ''))],
  ['replace', onText(replaced)],
  ['slugify', onText((text) => slug(text))],
  ['url_encode', onText((text) => encodeURIComponent(text.toWellFormed()))],
  [
    'truncate',
    onText((text, length = '50') => (text.length > Number(length) ? `${text.slice(0, Number(length) - 1)}…` : text)),
  ],
  ['split', (value, [by = ' ']) => textOfValue(value).split(textOfValue(by)).slice(0, 1_000)],
  ['join', onList((list, by = ' ') => list.map(textOfValue).join(textOfValue(by)).slice(0, LONGEST_TEXT))],
  ['size', (value) => (Array.isArray(value) || typeof value === 'string' ? value.length : 0)],
  ['first', onList((list) => list[0] ?? null)],
  ['last', onList((list) => list.at(-1) ?? null)],
  ['reverse', onList((list) => list.toReversed())],
  ['sort', onList((list, key) => sorted(list, key))],
  ['sort_natural', onList((list, key) => sorted(list, key))],
  ['uniq', onList((list) => [...new Set(list)])],
  ['compact', onList((list) => list.filter((item) => item !== null))],
  ['map', onList((list, key = '') => list.map((item) => valueAt(item, [textOfValue(key)]) ?? null))],
  [
    'where',
    onList((list, key = '', wanted = true) => list.filter((item) => valueAt(item, [textOfValue(key)]) === wanted)),
  ],
  ['default', (value, [other = '']) => (value === null || value === false || value === '' ? other : value)],
  ['plus', (value, [by = 0]) => Number(value) + Number(by)],
  ['minus', (value, [by = 0]) => Number(value) - Number(by)],
  ['times', (value, [by = 1]) => Number(value) * Number(by)],
])

/** Applies a filter; undefined for one that we do not know, and for an unknown value but with `default`. */
export function filtered(
  name: string,
  value: Value | undefined,
  args: readonly (Value | undefined)[],
): Value | undefined {
  const filter = FILTERS.get(name)
  if (filter === undefined || value === undefined) return undefined
  const known = args.filter((arg) => arg !== undefined)
  return known.length === args.length ? filter(value, known) : undefined
}

/** An address from the top of the site; the resolver of links knows what that is. */
function rooted(text: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(text) ? text : `/${text}`
}

function replaced(text: string, part = '', by = ''): string {
  // A longer text at each place could be a million times as long.
  if (part === '' || by.length > 1_000) return text
  return text.slice(0, LONGEST_TEXT).replaceAll(part, () => by)
}

function sorted(list: readonly Value[], key: Value | undefined): Value[] {
  const of = (item: Value): string =>
    textOfValue(key === undefined ? item : (valueAt(item, [textOfValue(key)]) ?? null))
  return list.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0))
}
