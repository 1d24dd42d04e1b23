import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../astro/package-folder.ts'
import { childCommand } from '../build/child-command.ts'
import { nearest } from '../text/nearest.ts'
import type { Call, Command } from './command.ts'
import { commands } from './commands.ts'
import { cliErrors } from './errors.ts'
import { helpOf, helpOfAll } from './help.ts'
import { parse } from './parse.ts'
import { reportError } from './report-error.ts'
import { type Stream, type Terminal, type TerminalOptions, terminal } from './terminal.ts'

/** Where a call of the command line comes from and answers to; tests give their own. */
export interface Surroundings {
  readonly out: Stream
  readonly error: Stream
  readonly environment: NodeJS.ProcessEnv
}

/**
 * Runs one command line and sets the process's exit code.
 *
 * @param args - the words after `whybook`
 */
export async function main(args: readonly string[]): Promise<void> {
  if (args[0] === childCommand) {
    const { buildChild } = await import('../build/child.ts')
    return buildChild()
  }
  // `whybook log ... | head` closes our standard output: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  process.exitCode = await run(args, { out: process.stdout, error: process.stderr, environment: process.env })
}

/** Runs one command line; the exit code is 0, 1 (it failed) or 2 (wrong usage). */
export async function run(args: readonly string[], { out, error, environment }: Surroundings): Promise<number> {
  const options = terminalOptions(args, environment)
  const here = terminal(out, error, options)
  const debug = args.includes('--debug')
  try {
    return await dispatch(args, here, environment)
  } catch (thrown) {
    here.status(null)
    return reportError(thrown, here, debug)
  }
}

async function dispatch(args: readonly string[], here: Terminal, environment: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const [topic] = rest
    const lines = topic === undefined ? helpOfAll(commands, version()) : helpOf(await find(topic))
    for (const line of lines) here.answer(...line)
    return 0
  }
  if (name === '--version' || name === '-v') {
    here.answer(version())
    return 0
  }
  const command = await find(name)
  const { words, values } = parse(command, rest)
  if (values.has('help')) {
    for (const line of helpOf(command)) here.answer(...line)
    return 0
  }
  const call: Call = {
    words,
    flag: (option) => values.has(option),
    text: (option) => {
      const value = values.get(option)
      return typeof value === 'string' ? value : null
    },
    terminal: here,
    environment,
  }
  return command.run(call)
}

async function find(name: string): Promise<Command> {
  const entry = commands.find((each) => each.name === name)
  if (entry === undefined) {
    const names = commands.map((each) => each.name)
    throw cliErrors.noCommand(name, nearest(name, names, { within: 2 })[0])
  }
  if (entry.load === null) throw cliErrors.laterCommand(name)
  return entry.load()
}

/** Read before the arguments are, so that also a mistake in them is answered in the right form. */
function terminalOptions(args: readonly string[], environment: NodeJS.ProcessEnv): TerminalOptions {
  return {
    json: args.includes('--json'),
    quiet: args.includes('--quiet') || args.includes('-q'),
    colour: !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
  }
}

function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return text
}
