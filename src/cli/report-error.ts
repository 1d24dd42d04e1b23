import { WhybookError } from '../model/error.ts'
import { asCalled } from './program.ts'
import { dim, red, type Terminal } from './terminal.ts'

/**
 * Reports the error that ends a command: for people on standard error, and with `--json` as the one document on
 * standard output, `{schema, error: {code, message, next}}`.
 *
 * @returns the exit code: 2 for wrong usage (also an answer that cannot be), else 1
 */
export function reportError(error: unknown, terminal: Terminal, debug: boolean): number {
  const known = error instanceof WhybookError ? error : null
  printError(error, terminal, debug)
  if (terminal.isJson) {
    const next = nextOf(error, terminal)
    terminal.json({ schema: 1, error: { code: known?.code ?? 'unexpected', message: messageOf(error), next } })
  }
  return known?.code === 'cli/usage' || known?.code === 'setup/answer' ? 2 : 1
}

/** Prints an error in three lines: what happened, where, what to do next; `--debug` adds the stack. */
export function printError(error: unknown, terminal: Terminal, debug: boolean): void {
  const known = error instanceof WhybookError ? error : null
  terminal.warn(red('error'), `  ${messageOf(error)}`)
  if (known?.place) {
    const { path, line, column } = known.place
    terminal.warn(dim('   at'), `  ${[path, line, column].filter((part) => part !== null).join(':')}`)
  }
  const next = nextOf(error, terminal)
  if (next !== null && !(debug && known === null)) terminal.warn(dim(' next'), `  ${next}`)
  if (debug) for (const text of stacks(error)) terminal.warn(dim(text))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What to do next; null when nothing can be said. */
function nextOf(error: unknown, { program }: Terminal): string | null {
  if (!(error instanceof WhybookError)) return 'Run again with --debug to see where it comes from.'
  return error.hint === null ? null : asCalled(error.hint, program)
}

function stacks(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  return [error.stack ?? '', ...stacks(error.cause).map((text) => `because of ${text}`)]
}
