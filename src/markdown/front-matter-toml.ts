import { parse, TomlDate, TomlError } from 'smol-toml'
import { visible } from '../text/visible.ts'
import { DEPTH, FORBIDDEN, KEYS, noData, type ReadData, type ReadProblem, TOO_DEEP, tooLarge } from './read-data.ts'

/**
 * Reads TOML that a stranger wrote, as Hugo and Zola have it between `+++`, within the limits of our YAML: 64 KB, 32
 * levels, 1,000 keys, no key that reaches a prototype. Never throws.
 */
export function readToml(source: string): ReadData {
  const problem = (rule: ReadProblem['rule'], reason: string, line = 1, column = 1): ReadData =>
    noData([{ rule, reason, line, column }])
  if (tooLarge(source)) return problem('limit', 'The front matter is larger than 64 KB.')
  try {
    return plain(source, parse(source, { maxDepth: DEPTH }))
  } catch (error) {
    // Behind the sentence the parser quotes the lines around it.
    const [sentence = ''] = error instanceof Error ? error.message.split('\n') : []
    const reason = `The TOML could not be read: ${visible(sentence.replace(/^Invalid TOML document: /, ''))}.`
    return error instanceof TomlError ? problem('toml', reason, error.line, error.column) : problem('toml', reason)
  }
}

function plain(source: string, root: unknown): ReadData {
  const problems: ReadProblem[] = []
  const lines = source.split('\n')
  const placeOf = (path: readonly PropertyKey[]) => placeIn(lines, path)
  const add = (rule: ReadProblem['rule'], reason: string, path: readonly PropertyKey[]) => {
    if (problems.length === 0) problems.push({ rule, reason, ...placeOf(path) })
  }
  let keys = 0
  const convert = (value: unknown, path: readonly string[], isWritten: boolean): unknown => {
    if (path.length > DEPTH) {
      add('limit', TOO_DEEP, path)
      return null
    }
    if (value instanceof TomlDate) return value.toISOString()
    if (typeof value === 'number') return isWritten ? writtenNumber(lines, path, value) : value
    if (Array.isArray(value)) return value.map((item, index) => convert(item, [...path, String(index)], isWritten))
    if (typeof value !== 'object' || value === null) return value
    const object: Record<string, unknown> = Object.create(null)
    for (const [name, inner] of Object.entries(value)) {
      keys += 1
      if (FORBIDDEN.has(name)) add('key', `\`${name}\` cannot be a key.`, [...path, name])
      else object[name] = convert(inner, [...path, name], isWritten)
    }
    return object
  }
  const data = convert(root, [], false) as Record<string, unknown>
  if (keys > KEYS) add('limit', `The front matter has more than ${KEYS} keys.`, [])
  return { data, written: convert(root, [], true) as Record<string, unknown>, problems, placeOf }
}

/** A number at the top as its author wrote it; the others are in no text that is shown. */
function writtenNumber(lines: readonly string[], path: readonly string[], value: number): string {
  const { line } = placeIn(lines, path)
  const text = /=[ \t]*([\w.+-]+)[ \t]*(?:#.*)?$/.exec(lines[line - 1] ?? '')?.[1]
  return path.length === 1 && text !== undefined ? text : String(value)
}

/** Where the last part of a path with a line of its own stands: a key, or the heading of a table. */
function placeIn(lines: readonly string[], path: readonly PropertyKey[]): { line: number; column: number } {
  let place = { line: 1, column: 1 }
  for (const part of path) {
    const key = String(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const own = new RegExp(`^[ \\t]*(?:\\[{1,2}[^\\]=]*?)?["']?(?<![\\w-])${key}["']?[ \\t]*[=.\\]]`)
    const found = lines.findIndex((line, index) => index >= place.line - 1 && own.test(line))
    if (found === -1) break
    place = { line: found + 1, column: (lines[found] ?? '').search(/\S/) + 1 }
  }
  return place
}
