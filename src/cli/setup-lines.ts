import type { PlannedFile } from '../setup/plan.ts'
import { asCalled } from './program.ts'
import { bold, cyan, dim, green, type Piece, yellow } from './terminal.ts'

const states: Readonly<Record<PlannedFile['state'], readonly [Piece, string]>> = {
  new: [green('new    '), ''],
  changed: [yellow('changed'), '  these lines come in:'],
  kept: [cyan('kept   '), '  it is yours; this is what you may want to add:'],
  same: [dim('same   '), ''],
}

/** Lines of a lock file that nobody reads. */
const MOST_LINES = 120

/** What init would write, file by file with its text, and what is left to do. */
export function setupLines(
  files: readonly PlannedFile[],
  next: readonly string[],
  program: string,
): readonly (readonly Piece[])[] {
  return [
    ...files.flatMap((file): readonly (readonly Piece[])[] => {
      const [mark, about] = states[file.state]
      return [[mark, '  ', bold(file.path), about], ...textOf(file).map((line) => [dim('    │ '), line]), []]
    }),
    ...next.map((text): readonly Piece[] => [bold('next'), `  ${asCalled(text, program)}`]),
    ...(next.length === 0 ? [] : [[]]),
  ]
}

function textOf({ state, text, added, path }: PlannedFile): readonly string[] {
  if (state === 'same') return []
  const shown = state === 'changed' || path === 'package-lock.json' ? (added ?? text) : text
  const lines = shown.trimEnd().split(/\r?\n/)
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES), `(${lines.length - MOST_LINES} more lines)`]
}
