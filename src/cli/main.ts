import { childCommand } from '../build/child-command.ts'
import { nearest } from '../text/nearest.ts'
import type { Call, Command } from './command.ts'
import { commands } from './commands.ts'
import { cliErrors } from './errors.ts'
import { helpOf, helpOfAll } from './help.ts'
import { parse } from './parse.ts'
import { asCalled, programOf } from './program.ts'
import { reportError } from './report-error.ts'
import { type Piece, type Stream, type Terminal, type TerminalOptions, terminal } from './terminal.ts'
import { version } from './version.ts'

/** Where a call of the command line comes from and answers to; tests give their own. */
export interface Surroundings {
  readonly out: Stream
  readonly error: Stream
  readonly environment: NodeJS.ProcessEnv
  /** What to type for Whybook. */
  readonly program: string
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
  const environment = process.env
  const program = programOf({ environment, script: process.argv[1] ?? '', here: process.cwd() })
  process.exitCode = await run(args, { out: process.stdout, error: process.stderr, environment, program })
}

/** Runs one command line; the exit code is 0, 1 (it failed) or 2 (wrong usage). */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, error, environment } = surroundings
  const options = terminalOptions(args, surroundings)
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
    answerHelp(here, lines)
    return 0
  }
  if (name === '--version' || name === '-v') {
    here.answer(version())
    return 0
  }
  const command = await find(name)
  const { words, values } = parse(command, rest)
  if (values.has('help')) {
    answerHelp(here, helpOf(command))
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

/** Help is written with `whybook`; shown is what works here. */
function answerHelp(here: Terminal, lines: readonly (readonly Piece[])[]): void {
  const called = (text: string): string => asCalled(text, here.program)
  for (const line of lines) {
    here.answer(
      ...line.map((piece) => (typeof piece === 'string' ? called(piece) : { ...piece, text: called(piece.text) })),
    )
  }
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
function terminalOptions(args: readonly string[], { environment, program }: Surroundings): TerminalOptions {
  return {
    program,
    json: args.includes('--json'),
    quiet: args.includes('--quiet') || args.includes('-q'),
    colour: !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
  }
}
