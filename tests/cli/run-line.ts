import { run } from '../../src/cli/main.ts'

/** What a command line printed, and its exit code. */
export interface Printed {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs a command line in this process, as on a terminal when `isTTY` says so. */
export async function runLine(
  args: readonly string[],
  options: {
    readonly environment?: NodeJS.ProcessEnv
    readonly program?: string
    readonly isTTY?: boolean
    /** What is typed at one question after the other; without, nobody can answer. */
    readonly answers?: readonly string[]
  } = {},
): Promise<Printed> {
  const written = { out: '', error: '' }
  const stream = (name: 'out' | 'error') => ({
    isTTY: options.isTTY === true,
    columns: 80,
    write: (text: string) => {
      written[name] += text
    },
  })
  const answers = [...(options.answers ?? [])]
  const ask = async (question: string): Promise<string | null> => {
    written.error += question
    return answers.shift() ?? null
  }
  const code = await run(args, {
    out: stream('out'),
    error: stream('error'),
    environment: options.environment ?? {},
    program: options.program ?? 'whybook',
    ask: options.answers === undefined ? null : ask,
  })
  return { code, ...written }
}
