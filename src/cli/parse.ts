import { parseArgs } from 'node:util'
import { nearest } from '../text/nearest.ts'
import type { Command } from './command.ts'
import { cliErrors } from './errors.ts'
import { type Option, type Options, sharedOptionsOf } from './option.ts'

/** What was typed after a command's name. */
export interface Parsed {
  readonly words: readonly string[]
  readonly values: ReadonlyMap<string, string | true>
}

/**
 * Reads the arguments of a command.
 *
 * @throws {WhybookError} `cli/usage`, with the nearest option or word as its hint
 */
export function parse(command: Command, args: readonly string[]): Parsed {
  const options: Options = { ...command.options, ...sharedOptionsOf(command) }
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, forNode(option)])),
  })
  const words: string[] = []
  const values = new Map<string, string | true>()
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind === 'option') values.set(token.name, readValue(command, options, token))
  }
  if (!values.has('help')) checkCount(command, words)
  return { words, values }
}

function forNode(option: Option): { type: 'string' | 'boolean'; short?: string } {
  return {
    type: option.value === undefined ? 'boolean' : 'string',
    ...(option.short === undefined ? {} : { short: option.short }),
  }
}

function readValue(
  command: Command,
  options: Options,
  token: { readonly name: string; readonly rawName: string; readonly value?: string | undefined },
): string | true {
  const { name, rawName, value } = token
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (option === undefined) {
    const [near] = nearest(name, Object.keys(options), { within: Math.ceil(name.length / 3) })
    throw cliErrors.noOption(command.name, rawName, near)
  }
  if (option.value === undefined) {
    if (value === undefined) return true
    throw cliErrors.noValue(rawName)
  }
  // `--out --json` would build into a folder called `--json`.
  if (value === undefined || value === '' || value.startsWith('--')) throw cliErrors.needsValue(rawName, option.value)
  if (option.among !== undefined && !option.among.includes(value)) {
    const [near] = nearest(value, option.among)
    const hint = near === undefined ? `It is one of: ${option.among.join(', ')}.` : `Did you mean ${near}?`
    throw cliErrors.badValue(rawName, value, hint)
  }
  return value
}

function checkCount(command: Command, words: readonly string[]): void {
  const [fewest, most] = command.count
  if (words.length < fewest) throw cliErrors.needsWords(command.name, command.words)
  const surplus = words[most]
  if (surplus !== undefined) throw cliErrors.surplusWord(command.name, surplus, most > 0)
}
