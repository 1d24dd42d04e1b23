import type { DialectPage, Values } from './dialect.ts'
import { filtered } from './liquid-filters.ts'
import { type Value, valueAt } from './value.ts'

/** A value, or undefined where nobody can know it before the other generator runs. */
export type Known = Value | undefined

const LITERAL = /^(?:"([^"]*)"|'([^']*)')$/
const PATH = /^[\w-]+(?:\.[\w-]+|\[(?:"[^"\]]*"|'[^'\]]*'|-?\d+)\])*$/
/** Names whose values we know whole: what is not there is nothing, and not unknown. */
const OURS = new Set(['page', 'include', 'forloop'])

/** Value of an expression with its filters: `page.title | default: "x"`. */
export function valueIn(expression: string, page: DialectPage, values: Values): Known {
  const [first = '', ...filters] = split(expression, '|')
  let value = operand(first.trim(), page, values)
  for (const each of filters) {
    const { 1: name = '', 2: rest = '' } = /^\s*(\w+)\s*:?(.*)$/s.exec(each) ?? []
    const args = split(rest, ',')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => operand(text, page, values))
    value = filtered(name, value, args)
    if (value === undefined) return undefined
  }
  return value
}

/** Whether a condition holds: comparisons joined by `and` or `or`, read from the right as Liquid does. */
export function holds(condition: string, page: DialectPage, values: Values): boolean | null {
  const parts = condition
    .replace(/\s+/g, ' ')
    .split(/ (and|or) /)
    .slice(0, 41)
  let result = comparison(parts.at(-1) ?? '', page, values)
  for (let index = parts.length - 2; index > 0; index -= 2) {
    const left = comparison(parts[index - 1] ?? '', page, values)
    const isAnd = parts[index] === 'and'
    if (isAnd) result = left === false || result === false ? false : left === null || result === null ? null : true
    else result = left === true || result === true ? true : left === null || result === null ? null : false
  }
  return result
}

function comparison(text: string, page: DialectPage, values: Values): boolean | null {
  const match = /==|!=|<>|>=|<=|>|<|\bcontains\b/.exec(text)
  const sign = match?.[0]
  const index = match?.index ?? text.length
  const a = operand(text.slice(0, index).trim(), page, values)
  if (a === undefined) return null
  if (sign === undefined) return a !== null && a !== false
  const b = operand(text.slice(index + sign.length).trim(), page, values)
  if (b === undefined) return null
  switch (sign) {
    case '==':
      return isSame(a, b)
    case '!=':
    case '<>':
      return !isSame(a, b)
    case 'contains':
      return typeof a === 'string' ? a.includes(String(b)) : Array.isArray(a) && a.includes(b)
    default: {
      if (typeof a !== typeof b || a === null || b === null) return false
      const isMore = a > b
      const isLess = a < b
      return sign === '>' ? isMore : sign === '<' ? isLess : sign === '>=' ? !isLess : !isMore
    }
  }
}

function isSame(a: Value, b: Value): boolean {
  if (b === EMPTY) return a === '' || (Array.isArray(a) && a.length === 0)
  return a === b
}

const EMPTY = '\0empty'

/** A literal or a name. */
function operand(text: string, page: DialectPage, values: Values): Known {
  if (text.length > 1000) return undefined
  const [, double, single] = LITERAL.exec(text) ?? []
  const literal = double ?? single
  if (literal !== undefined) return literal
  if (/^-?\d{1,12}(?:\.\d{1,6})?$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'nil' || text === 'null') return null
  if (text === 'empty' || text === 'blank') return EMPTY
  if (!PATH.test(text)) return undefined
  const keys = [...text.matchAll(/[\w-]+|"([^"]*)"|'([^']*)'/g)].map(([all, a, b]) => a ?? b ?? all)
  return named(keys, page, values)
}

function named([name = '', ...keys]: readonly string[], page: DialectPage, values: Values): Known {
  const own = values.get(name)
  if (own !== undefined || values.has(name)) return valueAt(own, keys) ?? (keys.length > 0 ? null : undefined)
  if (name === 'page' && keys[0] !== 'content') {
    if (keys[0] === 'path') return page.path
    return valueAt(page.frontMatter, keys) ?? (GIVEN.has(keys[0] ?? '') ? undefined : null)
  }
  if (name === 'site') return ofSite(keys, page)
  const param = valueAt(page.handbook.params, [name, ...keys])
  return param ?? (OURS.has(name) ? null : undefined)
}

/** Keys that Jekyll gives every page itself. */
const GIVEN = new Set('title url date id content excerpt categories collection tags dir name next previous'.split(' '))

function ofSite(keys: readonly string[], { handbook }: DialectPage): Known {
  const [first = '', ...rest] = keys
  // Addresses of the site are ours to know: links are relative here.
  if (first === 'baseurl' || (first === 'url' && rest.length === 0)) return ''
  if (first === 'data') return ofData(rest, handbook.data)
  if (handbook.site === null) return undefined
  const value = valueAt(handbook.site, keys)
  return value ?? (BUILT_IN.has(first) ? undefined : null)
}

const BUILT_IN = new Set(
  'time pages posts collections related_posts static_files html_pages html_files documents categories tags github'.split(
    ' ',
  ),
)

/** `site.data.people.leads` is the file `people/leads`, or `leads` in the file `people`. */
function ofData(keys: readonly string[], data: (name: string) => Known): Known {
  for (let depth = Math.min(keys.length, 4); depth > 0; depth -= 1) {
    const file = data(keys.slice(0, depth).join('/'))
    if (file !== undefined) return valueAt(file, keys.slice(depth)) ?? null
  }
  return undefined
}

/** Splits at a sign outside quotes. */
export function split(text: string, sign: '|' | ','): string[] {
  const parts: string[] = []
  let from = 0
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === sign) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}
