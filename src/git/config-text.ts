/** A git configuration file as `git config --list --null` gives it: `name`, line feed, value; a name alone is true. */
export type ConfigRecords = readonly string[]

const SECTION = /^\[([A-Za-z0-9.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*\]/
const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*/
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\' }

/**
 * Reads the text of a git configuration (git's documentation, "git-config", Syntax). Includes are not followed; they
 * are in the answer as `include.path`.
 *
 * @returns null for a text that git refuses
 */
export function configRecords(text: string): ConfigRecords | null {
  const records: string[] = []
  let prefix: string | null = null
  let rest = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  while (rest !== '') {
    const blank = rest.match(/^(?:\s+|[#;][^\n]*)/)
    if (blank) {
      rest = rest.slice(blank[0].length)
      continue
    }
    const section: RegExpMatchArray | null = rest.match(SECTION)
    if (section) {
      const [whole, name = '', part] = section
      prefix = part === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${part.replace(/\\(.)/g, '$1')}`
      rest = rest.slice(whole.length)
      continue
    }
    const [start, name = ''] = rest.match(NAME) ?? []
    if (start === undefined || prefix === null) return null
    rest = rest.slice(start.length)
    const key = `${prefix}.${name.toLowerCase()}`
    if (!rest.startsWith('=')) {
      if (rest !== '' && !/^[\n#;]/.test(rest)) return null
      records.push(key)
      continue
    }
    const read = valueAt(rest.slice(1))
    if (read === null) return null
    records.push(`${key}\n${read.value}`)
    rest = read.rest
  }
  return records
}

/** A value up to the end of its line: quotes, escapes, comments, and lines that go on after a backslash. */
function valueAt(text: string): { readonly value: string; readonly rest: string } | null {
  let value = ''
  let space = ''
  let quoted = false
  for (let at = 0; ; at += 1) {
    const sign = text[at]
    if (sign === undefined || sign === '\n') return quoted ? null : { value, rest: text.slice(at) }
    if (!quoted && /[#;]/.test(sign)) {
      const end = text.indexOf('\n', at)
      return { value, rest: end < 0 ? '' : text.slice(end) }
    }
    if (!quoted && /\s/.test(sign)) {
      if (value !== '') space += sign
      continue
    }
    if (sign === '"') {
      quoted = !quoted
      continue
    }
    if (sign !== '\\') value += space + sign
    else {
      at += 1
      const escaped = text[at] ?? ''
      if (escaped !== '\n' && ESCAPED[escaped] === undefined) return null
      if (escaped !== '\n') value += space + ESCAPED[escaped]
      else continue
    }
    space = ''
  }
}
