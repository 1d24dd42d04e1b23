import { parseArgs } from 'node:util'
import { WhybookError } from '../model/error.ts'
import { nearest } from '../text/nearest.ts'
import type { Command } from './command.ts'
import { type Option, type Options, sharedOptions } from './option.ts'

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
  const options: Options = { ...command.options, ...sharedOptions }
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
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (option === undefined) {
    const [close] = nearest(token.name, Object.keys(options), { within: Math.ceil(token.name.length / 3) })
    const hint = close === undefined ? seeHelp(command) : `Did you mean --${close}?`
    throw new WhybookError('cli/usage', `“${command.name}” has no option ${token.rawName}.`, { hint })
  }
  if (option.value === undefined) {
    if (token.value === undefined) return true
    throw new WhybookError('cli/usage', `${token.rawName} takes no value.`, { hint: `Write ${token.rawName} alone.` })
  }
  // `--out --json` would build into a folder called `--json`.
  if (token.value === undefined || token.value === '' || token.value.startsWith('--')) {
    const hint = `Write ${token.rawName} ${option.value}.`
    throw new WhybookError('cli/usage', `${token.rawName} needs a value.`, { hint })
  }
  if (option.among !== undefined && !option.among.includes(token.value)) {
    const [close] = nearest(token.value, option.among)
    const hint = close === undefined ? `It is one of: ${option.among.join(', ')}.` : `Did you mean ${close}?`
    throw new WhybookError('cli/usage', `${token.rawName} cannot be “${token.value}”.`, { hint })
  }
  return token.value
}

function checkCount(command: Command, words: readonly string[]): void {
  const [fewest, most] = command.count
  if (words.length < fewest) {
    const hint = `Write whybook ${command.name} ${command.words}.`
    throw new WhybookError('cli/usage', `“${command.name}” needs ${command.words}.`, { hint })
  }
  const surplus = words[most]
  if (surplus !== undefined) {
    const hint = `Quote words that belong together. ${seeHelp(command)}`
    throw new WhybookError('cli/usage', `“${command.name}” does not know what to do with “${surplus}”.`, { hint })
  }
}

function seeHelp(command: Command): string {
  return `whybook ${command.name} --help lists what there is.`
}
