import { readFileSync } from 'node:fs'

/** A definition of GitHub's schema of workflows, in the form of its own parser. */
interface Definition {
  readonly 'one-of'?: readonly string[]
  readonly 'allowed-values'?: readonly string[]
  readonly mapping?: {
    readonly properties?: Readonly<Record<string, string | { readonly type: string; readonly required?: boolean }>>
    readonly 'loose-key-type'?: string
    readonly 'loose-value-type'?: string
  }
  readonly sequence?: { readonly 'item-type': string }
  readonly string?: { readonly constant?: string; readonly 'require-non-empty'?: boolean }
  readonly boolean?: object
  readonly number?: object
  readonly null?: object
}

const text = readFileSync('tests/setup/schemas/github-workflow.json', 'utf8')
const { definitions } = (JSON.parse(text) as { schema: { definitions: Record<string, Definition> } }).schema

/** What is wrong with a workflow by GitHub's schema, each with its place; empty for a right one. */
export function workflowFaults(workflow: unknown): readonly string[] {
  return faults('workflow-root-strict', workflow, '')
}

function faults(type: string, value: unknown, at: string): readonly string[] {
  const definition = definitions[type] ?? builtIn(type)
  const choices = definition['one-of']
  if (choices !== undefined) {
    const tried = choices.map((choice) => faults(choice, value, at))
    return tried.find((found) => found.length === 0) ?? nearest(tried)
  }
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  if (definition['allowed-values'])
    return definition['allowed-values'].includes(String(value)) ? [] : [`${at}: ${type}`]
  if (definition.mapping) return isRecord(value) ? mappingFaults(definition.mapping, value, at) : [`${at}: no mapping`]
  if (definition.sequence) {
    const item = definition.sequence['item-type']
    if (!Array.isArray(value)) return [`${at}: no sequence`]
    return value.flatMap((each, index) => faults(item, each, `${at}/${index}`))
  }
  if (definition.null) return value === null ? [] : [`${at}: not empty`]
  if (definition.boolean) return typeof value === 'boolean' ? [] : [`${at}: no boolean`]
  if (definition.number) return typeof value === 'number' ? [] : [`${at}: no number`]
  const { constant, 'require-non-empty': needsText } = definition.string ?? {}
  if (!scalar || (needsText && value === '')) return [`${at}: no text`]
  return constant === undefined || constant === value ? [] : [`${at}: not “${constant}”`]
}

function mappingFaults(
  mapping: NonNullable<Definition['mapping']>,
  value: Readonly<Record<string, unknown>>,
  at: string,
): readonly string[] {
  const properties = mapping.properties ?? {}
  const missing = Object.entries(properties).flatMap(([key, property]) =>
    typeof property === 'object' && property.required && !(key in value) ? [`${at}: no ${key}`] : [],
  )
  const inside = Object.entries(value).flatMap(([key, inner]) => {
    const property = properties[key]
    const type = typeof property === 'object' ? property.type : (property ?? mapping['loose-value-type'])
    return type === undefined ? [`${at}: unknown key ${key}`] : faults(type, inner, `${at}/${key}`)
  })
  return [...missing, ...inside]
}

/** The choice that went deepest is the one that was meant. */
function nearest(tried: readonly (readonly string[])[]): readonly string[] {
  const depth = (found: readonly string[]): number => Math.max(...found.map((each) => each.split('/').length))
  return [...tried].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
}

function builtIn(type: string): Definition {
  if (type === 'sequence') return { sequence: { 'item-type': 'any' } }
  if (type === 'mapping') return { mapping: { 'loose-key-type': 'string', 'loose-value-type': 'any' } }
  if (type === 'any') return { 'one-of': ['null', 'boolean', 'number', 'string', 'sequence', 'mapping'] }
  return { [type]: {} }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
