import { realpathSync } from 'node:fs'
import { delimiter, join, relative, sep } from 'node:path'
import { shellWord } from '../text/shell-word.ts'

/** How Whybook was started, as far as it tells how it can be started again. */
export interface Start {
  readonly environment: NodeJS.ProcessEnv
  /** Absolute path of the script that runs, as it was written. */
  readonly script: string
  /** Folder that the command was typed in. */
  readonly here: string
}

/**
 * What to type for Whybook where it runs now, so that printed hints work as they are: `npx whybook` in a clone and
 * where the package is installed in a folder, `whybook` where that is on the PATH, else the script itself.
 */
export function programOf({ environment, script, here }: Start): string {
  // npm, and all that does as npm does, sets it for `npx` and for scripts of a package.
  if (environment['npm_execpath'] || environment['npm_command']) return 'npx whybook'
  const real = realOf(script)
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  if (real !== null && folders.some((folder) => realOf(join(folder, 'whybook')) === real)) return 'whybook'
  const way = relative(here, script)
  const path = way.startsWith(`..${sep}..`) || way === '' ? script : way
  return path.endsWith('.js') ? `node ${shellWord(path)}` : shellWord(path.includes(sep) ? path : `.${sep}${path}`)
}

/**
 * A text of ours that names commands as `whybook COMMAND`, with the name that works here.
 *
 * @param text - written by us: what looks like a command in a text from elsewhere would be changed too
 */
export function asCalled(text: string, program: string): string {
  return text.replace(/(?<![\w/.-])(?:npx )?whybook(?= (?:[a-z]+\b|COMMAND|--help))/g, () => program)
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
