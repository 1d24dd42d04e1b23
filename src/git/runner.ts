import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { gitEnvironment } from './environment.ts'
import { errorFromGit, gitErrors } from './errors.ts'

/** What git is asked to do. Words from outside go where git cannot take them for options. */
export interface GitCommand {
  /** Subcommand and options: our own constants, never a word from outside. */
  readonly command: readonly [string, ...string[]]
  /** Put after `--end-of-options`. */
  readonly revisions?: readonly string[]
  /** Put after `--`, and taken literally, unless `globs`. */
  readonly paths?: readonly string[]
  /** The paths are our own constant patterns. */
  readonly globs?: boolean
  /** The command compares trees: without the index, and no further than a handbook goes. */
  readonly comparing?: boolean
  /** Standard input, all of it; a process that is {@link Git.start started} gets its input by its caller. */
  readonly input?: string
}

/** How a process ended. */
export interface Ending {
  /** Null when a signal ended it or it could not be started. */
  readonly status: number | null
  /** What it wrote to standard error, the last 16 KB of it. */
  readonly words: string
  /** `ENOENT` where there is no git. */
  readonly startError: NodeJS.ErrnoException | null
}

export interface GitProcess {
  readonly input: Writable
  /** Never rejects. */
  readonly ended: Promise<Ending>
  /** Standard output, piece by piece; ends the process when nothing comes for two minutes, or when the reader leaves. */
  chunks(): AsyncGenerator<Buffer>
  stop(): void
}

/** The one way in which git is run. */
export interface Git {
  start(command: GitCommand): GitProcess
  /** Runs to the end and keeps the output. The caller judges the status. */
  run(command: GitCommand): Promise<Ending & { readonly output: Buffer }>
  /** Error for a process that ended badly. */
  error(command: GitCommand, ending: Ending): Error
}

export interface GitPlace {
  /** Where git is run. */
  readonly directory: string
  /** The git directory, once it is known; until then git looks for it from `directory` up. */
  readonly gitDirectory?: string
  readonly environment: NodeJS.ProcessEnv
  /** Opens a bare repository that `directory` itself is; else only the git directory that is named is used as one. */
  readonly allowsBare?: boolean
  readonly isPartial?: boolean
}

const SILENCE_SECONDS = 120
/** Ids of some three million commits. */
const LARGEST_OUTPUT = 256 * 1024 * 1024

/** Runs git at a place, hardened as SECURITY decision 6 says. */
export function gitAt(place: GitPlace): Git {
  const environment = gitEnvironment(place.environment, place.gitDirectory === undefined)
  const comparing = {
    ...environment,
    // diff-tree reads the index without needing it, and dies when it is damaged. A file that is not there is empty.
    GIT_INDEX_FILE: join(place.gitDirectory ?? place.directory, 'whybook-reads-no-index'),
    // It lists all differences of a commit before it tells one: a list of a million ends it, before memory does. Room
    // for the largest commit object that we read is in it.
    GIT_ALLOC_LIMIT: '11m',
  }

  function start(command: GitCommand): GitProcess {
    const child = spawn('git', gitArguments(place, command), {
      cwd: place.directory,
      env: command.comparing ? comparing : environment,
      stdio: 'pipe',
      windowsHide: true,
    })
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-16_384)
    })
    // A process that dies while it is written to is known by its ending.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => undefined)
    const ended = new Promise<Ending>((resolve) => {
      child.on('error', (startError) => resolve({ status: null, words, startError }))
      child.on('close', (status) => resolve({ status, words, startError: null }))
    })
    const stop = () => {
      child.kill('SIGKILL')
    }
    async function* chunks(): AsyncGenerator<Buffer> {
      let silence: NodeJS.Timeout | undefined
      let stalled = false
      const listen = () => {
        clearTimeout(silence)
        silence = setTimeout(() => {
          stalled = true
          stop()
        }, SILENCE_SECONDS * 1000)
      }
      try {
        listen()
        for await (const chunk of child.stdout) {
          clearTimeout(silence)
          yield chunk as Buffer
          listen()
        }
      } finally {
        clearTimeout(silence)
        stop()
      }
      if (stalled) throw gitErrors.stalled(command.command[0], SILENCE_SECONDS)
    }
    return { input: child.stdin, ended, chunks, stop }
  }

  return {
    start,
    async run(command) {
      const child = start(command)
      child.input.end(command.input ?? '')
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of child.chunks()) {
        chunks.push(chunk)
        size += chunk.length
        if (size > LARGEST_OUTPUT) throw gitErrors.failed(command.command[0], 'it printed more than 256 MB')
      }
      return { ...(await child.ended), output: Buffer.concat(chunks) }
    },
    error: (command, ending) =>
      errorFromGit(command.command[0], ending.startError?.message ?? ending.words, place.isPartial ?? false),
  }
}

/** The whole command line after `git`. */
export function gitArguments(
  place: Pick<GitPlace, 'gitDirectory' | 'allowsBare'>,
  { command, revisions, paths, globs = false }: GitCommand,
): string[] {
  return [
    '--no-optional-locks',
    // A replaced object has another text under the same id: two clones would tell two histories.
    '--no-replace-objects',
    ...(globs ? [] : ['--literal-pathspecs']),
    ...['-c', 'core.fsmonitor='],
    ...['-c', 'core.hooksPath=/dev/null'],
    ...['-c', `safe.bareRepository=${place.allowsBare ? 'all' : 'explicit'}`],
    ...(place.gitDirectory === undefined ? [] : [`--git-dir=${place.gitDirectory}`]),
    ...command,
    ...(revisions === undefined ? [] : ['--end-of-options', ...revisions]),
    ...(paths === undefined ? [] : ['--', ...paths]),
  ]
}
