import { devNull } from 'node:os'

/**
 * The environment in which git runs: the caller's without any `GIT_*` variable (they choose other repositories,
 * inject configuration and run programs), in English, without prompts, and without a network.
 *
 * @param trustOfUser - reads the user's and the system's configuration, which hold `safe.directory`. Only finding
 *   the repository needs them; afterwards they could only make two machines give two answers.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv, trustOfUser: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    ...(trustOfUser ? {} : { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull }),
    // A partial clone would fetch what it lacks; the second line stops git versions that do not know the first.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    // Grafts give a commit other parents than its own bytes name.
    GIT_GRAFT_FILE: devNull,
    LC_ALL: 'C',
    LANGUAGE: '',
  }
}
