import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { core } from 'zod'
import { type Configuration, configurationSchema } from '../model/configuration.ts'
import { WhybookError } from '../model/error.ts'
import type { RepoPath } from '../model/ids.ts'
import { nearest } from '../text/nearest.ts'
import { visible } from '../text/visible.ts'

/** One thing that is wrong, at a position in the text. */
interface Fault {
  readonly message: string
  readonly line: number
  readonly column: number
}

type Key = string | number

const MOST_BYTES = 64 * 1024
const MOST_FAULTS = 20
/** Keys that mean something to JavaScript objects. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype']
const NAMES = Object.keys(configurationSchema.shape)

/**
 * Reads the text of `handbook.yml`.
 *
 * @throws {WhybookError} `content/configuration` with every fault of the file, each with line and column; a
 *   configuration that is half understood could publish what it was meant to hide
 */
export function parseConfiguration(text: string, path: RepoPath): Configuration {
  if (text.length > MOST_BYTES) throw broken(path, [{ message: 'is larger than 64 KB', line: 1, column: 1 }])
  const lines = new LineCounter()
  const faultAt = (message: string, offset: number): Fault => {
    const { line, col } = lines.linePos(offset)
    return { message, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false })
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }) => faultAt(visible(message), pos[0]))
  visit(document, {
    Alias: (_, node) => void syntax.push(faultAt('aliases (*name) are not read here', node.range?.[0] ?? 0)),
    Pair: (_, { key }) => {
      const isPlain = isScalar(key) && !FORBIDDEN.includes(String(key.value))
      if (!isPlain) syntax.push(faultAt('a key must be a plain word', (isNode(key) && key.range?.[0]) || 0))
    },
  })
  if (syntax.length > 0) throw broken(path, syntax)

  const data: unknown = document.toJS() ?? {}
  const result = configurationSchema.safeParse(data)
  if (result.success) return result.data
  const faults = result.error.issues.flatMap((issue) =>
    messagesOf(issue).map(({ message, at, isKey }) => faultAt(message, offsetOf(document.contents, at, isKey))),
  )
  throw broken(path, faults)
}

function messagesOf(issue: core.$ZodIssue): { message: string; at: Key[]; isKey: boolean }[] {
  const at = issue.path.filter((key) => typeof key !== 'symbol')
  const place = at.length === 0 ? '' : `“${visible(at.join('.'))}” `
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const [known] = nearest(key, at.length === 0 ? NAMES : knownKeysAt(at), {
        within: Math.max(1, Math.floor(key.length / 3)),
      })
      const suggestion = known === undefined ? '' : `; did you mean “${known}”?`
      return { message: `unknown key “${visible([...at, key].join('.'))}”${suggestion}`, at: [...at, key], isKey: true }
    })
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((value) => `“${String(value)}”`).join(' or ')
    return [{ message: `${place}must be ${values}`, at, isKey: false }]
  }
  if (issue.code === 'invalid_type') {
    if (at.length === 0) return [{ message: 'must hold keys and values', at, isKey: false }]
    const wanted: Record<string, string> = {
      string: 'text',
      array: 'a list',
      object: 'keys and values',
      record: 'keys and values',
      boolean: 'true or false',
    }
    return [{ message: `${place}must be ${wanted[issue.expected] ?? issue.expected}`, at, isKey: false }]
  }
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return [{ message: `${place}must be an address that begins with https:// or http://`, at, isKey: false }]
  }
  return [{ message: `${place}${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`, at, isKey: false }]
}

/** Keys that the schema knows at a place: asked of the schema itself by giving it an empty one. */
function knownKeysAt(at: readonly Key[]): string[] {
  const [first, , third] = at
  const { folders, forge, history, limits } = configurationSchema.shape
  const rule = folders.unwrap().valueType
  if (first === 'folders') return Object.keys(third === 'history' ? history.unwrap().shape : rule.shape)
  if (first === 'forge') return Object.keys(forge.unwrap().shape)
  if (first === 'history') return Object.keys(history.unwrap().shape)
  return first === 'limits' ? Object.keys(limits.unwrap().shape) : []
}

/** Where a key or its value stands; the nearest place above it that exists. */
function offsetOf(root: Node | null, at: readonly Key[], isKey: boolean): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const [depth, key] of at.entries()) {
    if (!isMap(node)) break
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    if (pair === undefined) break
    const keyOffset = isNode(pair.key) ? pair.key.range?.[0] : undefined
    const valueOffset = isNode(pair.value) ? pair.value.range?.[0] : undefined
    offset = (isKey && depth === at.length - 1 ? keyOffset : (valueOffset ?? keyOffset)) ?? offset
    node = pair.value
  }
  return offset
}

function broken(path: RepoPath, unsorted: readonly Fault[]): WhybookError {
  // Of faults at one place the first says it; the parser repeats itself at deep nesting.
  const faults = [...new Map(unsorted.toReversed().map((fault) => [`${fault.line}:${fault.column}`, fault])).values()]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MOST_FAULTS)
  const [first] = faults
  const list = faults.map(({ message, line, column }) => `${line}:${column} ${message}`)
  const message =
    faults.length === 1 ? `${path}: ${first?.message}` : `${path} has ${faults.length} faults:\n  ${list.join('\n  ')}`
  return new WhybookError('content/configuration', message, {
    place: { path, line: first?.line ?? 1, column: first?.column ?? 1 },
    hint: 'Nothing is built until the configuration is right, so that nothing is published by mistake.',
  })
}
