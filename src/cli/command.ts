import type { Options, SharedName } from './option.ts'
import type { Terminal } from './terminal.ts'

/** Asks whoever sits at the terminal; null when they end the input instead of answering. */
export type Ask = (question: string) => Promise<string | null>

/** One call of a command: what was typed, and where to answer. */
export interface Call {
  readonly words: readonly string[]
  /** True when a switch was given. */
  flag(name: string): boolean
  /** Value of an option, or null when it was not given. */
  text(name: string): string | null
  readonly terminal: Terminal
  readonly environment: NodeJS.ProcessEnv
  /** Null where nobody can answer. */
  readonly ask: Ask | null
}

/** What the command line can be asked to do; one file each in `commands/`. */
export interface Command {
  readonly name: string
  /** Words after the name, for help: `PAGE`, `WORDS...`, or ``. */
  readonly words: string
  /** Fewest and most words. */
  readonly count: readonly [number, number]
  /** One sentence or more: what it does. */
  readonly about: string
  readonly options: Options
  /** Options of every command that mean nothing to this one: they are refused. */
  readonly without?: readonly SharedName[]
  /** Command lines with what they do. */
  readonly examples: readonly (readonly [string, string])[]
  /** @returns the exit code */
  run(call: Call): Promise<number>
}
