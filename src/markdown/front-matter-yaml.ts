import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { visible } from '../text/visible.ts'
import { DEPTH, FORBIDDEN, KEYS, noData, type ReadData, type ReadProblem, TOO_DEEP, tooLarge } from './read-data.ts'
import { yamlSentence } from './yaml-sentence.ts'

/** Keys and items, counted roughly before anything is parsed. */
const SEPARATORS = 10_000
const OPENINGS = 200
/** Problems told; one is enough to withhold a page. */
const MOST_PROBLEMS = 50
const COMPACT_NESTING = /(?:[-?][ \t]+){64}/

/**
 * Reads YAML 1.2 (core schema) that a stranger wrote: no aliases, no anchors, no tags of its own, 64 KB, 32 levels,
 * 1,000 keys, no key that reaches a prototype (SECURITY decision 2). Never throws.
 */
export function readYaml(source: string): ReadData {
  const limit = overLimit(source)
  if (limit !== null) return noData([{ rule: 'limit', reason: limit, line: 1, column: 1 }])
  const { stackTraceLimit } = Error
  try {
    // The parser makes an error with a stack for each of what may be 60,000 wrong characters.
    Error.stackTraceLimit = 0
    return compose(source)
  } catch (error) {
    const reason = `The YAML could not be read: ${visible(error instanceof Error ? error.message : String(error))}`
    return noData([{ rule: 'yaml', reason, line: 1, column: 1 }])
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function overLimit(source: string): string | null {
  if (tooLarge(source)) return 'The front matter is larger than 64 KB.'
  let depth = 0
  let separators = 0
  for (const character of source) {
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    else if (character === ',' || character === ':') separators += 1
    if (depth > OPENINGS) return TOO_DEEP
  }
  if (separators > SEPARATORS) return `The front matter has more than ${KEYS} keys.`
  return COMPACT_NESTING.test(source) ? TOO_DEEP : null
}

function compose(source: string): ReadData {
  const lines = new LineCounter()
  const options = {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
    logLevel: 'silent',
  } as const
  const document = parseDocument(source, options)
  const problems: ReadProblem[] = []
  const at = (offset: number | undefined) => {
    const { line, col } = lines.linePos(offset ?? 0)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const add = (rule: ReadProblem['rule'], reason: string, offset?: number) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ rule, reason, ...at(offset) })
  }

  for (const error of [...document.errors, ...document.warnings]) add('yaml', yamlSentence(error), error.pos[0])
  // The parser drops what follows a document end marker without a word: a `draft: true` would vanish there.
  const end = /^\.\.\.(?:[ \t]|$)/m.exec(source)
  if (end) add('yaml', 'A line `...` ends the YAML early; remove it.', end.index)

  let keys = 0
  const offsets = new Map<string, number>()
  const convert = (node: unknown, depth: number, path: string, written: boolean): unknown => {
    if (isAlias(node)) {
      if (!written)
        add('alias', 'Aliases (`*name`) are not read in front matter; write the value out.', node.range?.[0])
      return null
    }
    if (depth > DEPTH) {
      if (!written) add('limit', TOO_DEEP, (node as Node).range?.[0])
      return null
    }
    if (!written && (isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
      add('alias', 'Anchors (`&name`) are not read in front matter; remove it.', node.range?.[0])
    }
    if (isMap(node)) {
      const object: Record<string, unknown> = Object.create(null)
      for (const pair of node.items) {
        const { name, offset } = keyOf(pair)
        if (!written) {
          keys += 1
          offsets.set(`${path}\0${name}`, offset)
          if (name === null) add('key', 'A key has to be a word.', offset)
          else if (name === '<<')
            add('alias', 'A merge key (`<<`) is not read in front matter; write its keys out.', offset)
          else if (FORBIDDEN.has(name)) add('key', `\`${name}\` cannot be a key.`, offset)
          else if (name in object) add('key', `The key \`${visible(name)}\` stands here twice.`, offset)
        }
        if (name !== null && !FORBIDDEN.has(name))
          object[name] = convert(pair.value, depth + 1, `${path}\0${name}`, written)
      }
      return object
    }
    if (isSeq(node)) return node.items.map((item, index) => convert(item, depth + 1, `${path}\0${index}`, written))
    if (!isScalar(node)) return null
    return written && typeof node.value === 'number' && node.source !== undefined ? node.source : node.value
  }

  const root = document.contents
  if (root !== null && !isMap(root)) add('yaml', 'Front matter has to be lines of `key: value`.', root.range?.[0])
  if (!isMap(root)) return noData(problems)
  const data = convert(root, 0, '', false) as Record<string, unknown>
  if (keys > KEYS) add('limit', `The front matter has more than ${KEYS} keys.`)
  const written = convert(root, 0, '', true) as Record<string, unknown>
  const placeOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = offsets.get(path.slice(0, length).reduce<string>((whole, part) => `${whole}\0${String(part)}`, ''))
      if (offset !== undefined) return at(offset)
    }
    return { line: 1, column: 1 }
  }
  return { data, written, problems, placeOf }
}

function keyOf(pair: Pair): { name: string | null; offset: number } {
  const key = pair.key
  const offset = (key as Node | null)?.range?.[0] ?? 0
  if (!isScalar(key) || key.value === null || key.value === undefined) return { name: null, offset }
  return { name: typeof key.value === 'string' ? key.value : (key.source ?? String(key.value)), offset }
}
