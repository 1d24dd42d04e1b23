/** Plain data as JavaScript writes it. */
export type PlainData = string | number | boolean | null | readonly PlainData[] | { readonly [key: string]: PlainData }

const DEEPEST = 50
const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|[{}[\],:]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`$\\]*`|-?\d[\w.]*|[A-Za-z_$][\w$]*/y
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads the data that a JavaScript file exports, where it is data and nothing else: objects, lists, texts, numbers and
 * truths. Nothing is evaluated; a call, a name, a spread or a text with `${}` makes it no data.
 *
 * @returns undefined where it is not plain data
 */
export function plainDataIn(source: string): PlainData | undefined {
  const tokens = tokensOf(source)
  if (tokens === null) return undefined
  let at = startOf(tokens)
  if (at === -1) return undefined

  const value = (depth: number): PlainData | undefined => {
    const token = tokens[at] ?? ''
    at += 1
    if (depth > DEEPEST) return undefined
    if (token === '{') return object(depth)
    if (token === '[') return list(depth)
    if (/^["'`]/.test(token)) return textOf(token)
    if (token === 'true' || token === 'false') return token === 'true'
    if (token === 'null') return null
    return /^-?\d/.test(token) && !Number.isNaN(Number(token)) ? Number(token) : undefined
  }
  const list = (depth: number): PlainData | undefined => {
    const items: PlainData[] = []
    while (tokens[at] !== ']') {
      const item = value(depth + 1)
      if (item === undefined || !isEndOf(tokens, at, ']')) return undefined
      items.push(item)
      if (tokens[at] === ',') at += 1
    }
    at += 1
    return items
  }
  const object = (depth: number): PlainData | undefined => {
    const entries: Record<string, PlainData> = Object.create(null)
    while (tokens[at] !== '}') {
      const written = tokens[at] ?? ''
      const key = /^["'`]/.test(written) ? textOf(written) : written
      if (!/^["'`\w$]/.test(written) || tokens[at + 1] !== ':' || FORBIDDEN.has(key)) return undefined
      at += 2
      const item = value(depth + 1)
      if (item === undefined || !isEndOf(tokens, at, '}')) return undefined
      entries[key] = item
      if (tokens[at] === ',') at += 1
    }
    at += 1
    return entries
  }
  return value(0)
}

const isEndOf = (tokens: readonly string[], at: number, close: string): boolean =>
  tokens[at] === ',' || tokens[at] === close

/** The tokens that count; null where something is no token of data and may be code. */
function tokensOf(source: string): string[] | null {
  if (source.length > 500_000) return null
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(source)?.[0]
    if (token === undefined) {
      // Signs around the data, as in `module.exports = {};`.
      if (!/[=;.@()<>!?*-]/.test(source.charAt(at))) return null
      tokens.push(source.charAt(at))
      TOKEN.lastIndex = at + 1
    } else if (!/^(?:\s|\/\/|\/\*)/.test(token)) tokens.push(token)
  }
  return tokens
}

/** Where the data begins: at the start of JSON, or behind the `=` or `default` by which it is exported. */
function startOf(tokens: readonly string[]): number {
  if (/^[{[]$/.test(tokens[0] ?? '')) return 0
  const isOpen = (at: number) => /^[{[]$/.test(tokens[at] ?? '')
  const exported = tokens.findIndex(
    (token, index) =>
      (token === '=' && tokens[index - 1] === 'exports' && isOpen(index + 1)) ||
      (token === 'default' && isOpen(index + 1)),
  )
  if (exported !== -1) return exported + 1
  // `const sidebars = {...}; export default sidebars`.
  const named = tokens.findIndex(
    (token, index) => token === '=' && /^sidebars?$/i.test(tokens[index - 1] ?? '') && isOpen(index + 1),
  )
  return named === -1 ? -1 : named + 1
}

function textOf(token: string): string {
  return token.slice(1, -1).replace(/\\(.)/g, '$1')
}
