import type { Found } from './found.ts'
import type { Host } from './host.ts'

/**
 * Folder that the pipeline builds into: the usual one of the host, or another where the repository has one of that
 * name, which is not ours to replace.
 */
export function outputName({ taken }: Pick<Found, 'taken'>, host: Host): string {
  // GitLab Pages served `public` alone until 16.1, and it is still its default.
  const names = host === 'gitlab' ? ['public', 'dist', 'site'] : ['dist', 'site', 'public']
  const free = names.find((name) => !taken.has(name))
  if (free !== undefined) return free
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'handbook-site' : `handbook-site-${number}`
    if (!taken.has(name)) return name
  }
}
