/** What a process needs to find its programs, its temporary folder and its caches, and nothing that opens a door. */
const harmless =
  /^(PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|LANG|LC_[A-Z]+|TZ|XDG_CACHE_HOME|NO_COLOR|FORCE_COLOR)$/i

/**
 * Environment of the process that draws. What an untrusted person proposed gets a clean one, without the tokens that
 * CI keeps there (SECURITY decision 1); nobody's gets what would change how Node and Vite work.
 */
export function childEnvironment(environment: NodeJS.ProcessEnv, untrusted: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) =>
    untrusted ? harmless.test(name) : !/^(NODE_(OPTIONS|PATH|ENV|CHANNEL_FD)|VITEST.*)$/.test(name),
  )
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1' }
}
