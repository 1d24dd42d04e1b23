import { execFileSync } from 'node:child_process'

/** Environment in which git sees no configuration but the repository's own, and the same clock and people each time. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Ana Lima',
  GIT_AUTHOR_EMAIL: 'ana@example.org',
  GIT_AUTHOR_DATE: '2026-02-02T09:00:00+00:00',
  GIT_COMMITTER_NAME: 'Ana Lima',
  GIT_COMMITTER_EMAIL: 'ana@example.org',
  GIT_COMMITTER_DATE: '2026-02-02T09:00:00+00:00',
  LC_ALL: 'C',
}

/** Runs the real git in a folder and gives what it printed; throws with git's words when it fails. */
export function runGit(directory: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: directory,
    env: plainEnvironment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
}
