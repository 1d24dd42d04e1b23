/** Version of Node.js that the pipelines run on. */
export const nodeVersion = '22'

/** Installs exactly what the lock file says, and runs nothing of it. */
export const install = 'npm ci --ignore-scripts'

/** `npx` alone would fetch the newest Whybook where none is installed; `--no` makes that an error. */
const whybook = 'npx --no -- whybook'

export const check = `${whybook} check`

/** What somebody from outside may have proposed: their configuration and `.mdx` do not count. */
export const checkUntrusted = `${whybook} check --untrusted`

/**
 * @param out - a plain name
 * @param site - a word of the shell that is the site's address there, or null where the configuration has it
 */
export function build(out: string, site: string | null, untrusted = false): string {
  return `${whybook} build --out ${out}${site === null ? '' : ` --site ${site}`}${untrusted ? ' --untrusted' : ''}`
}

/** Gets the rest of the history, where the host has cloned the newest commit alone. */
export const unshallow = 'if [ "$(git rev-parse --is-shallow-repository)" = true ]; then git fetch --unshallow; fi'
