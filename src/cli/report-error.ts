import { WhybookError } from '../model/error.ts'
import { dim, red, type Terminal } from './terminal.ts'

/**
 * Prints an error in three lines: what happened, where, what to do next; `--debug` adds the stack.
 *
 * @returns the exit code: 2 for wrong usage, else 1
 */
export function reportError(error: unknown, terminal: Terminal, debug: boolean): number {
  const known = error instanceof WhybookError ? error : null
  terminal.warn(red('error'), `  ${error instanceof Error ? error.message : String(error)}`)
  if (known?.place) {
    const { path, line, column } = known.place
    terminal.warn(dim('   at'), `  ${[path, line, column].filter((part) => part !== null).join(':')}`)
  }
  const hint = known === null ? 'Run again with --debug to see where it comes from.' : known.hint
  if (hint !== null && !(debug && known === null)) terminal.warn(dim(' next'), `  ${hint}`)
  if (debug) for (const text of stacks(error)) terminal.warn(dim(text))
  return known?.code === 'cli/usage' ? 2 : 1
}

function stacks(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  return [error.stack ?? '', ...stacks(error.cause).map((text) => `because of ${text}`)]
}
