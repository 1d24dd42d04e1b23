import type { ForgeKind } from '../model/configuration.ts'

/** What a forge calls itself. */
const NAMES: Readonly<Record<ForgeKind, string>> = { gitlab: 'GitLab', github: 'GitHub', forgejo: 'Forgejo' }

/** The kind of forge that a host's name tells of, or null: others have to be configured. */
export function forgeKindOf(host: string): ForgeKind | null {
  if (host === 'github.com' || host.startsWith('github.') || host.endsWith('.ghe.com')) return 'github'
  if (host.includes('gitlab')) return 'gitlab'
  if (host === 'codeberg.org' || host.includes('forgejo') || host.includes('gitea')) return 'forgejo'
  return null
}

/** What people call the forge at a host: "Edit on Codeberg". */
export function forgeName(kind: ForgeKind, host: string): string {
  if (host === 'codeberg.org') return 'Codeberg'
  if (kind === 'forgejo' && host.includes('gitea')) return 'Gitea'
  return NAMES[kind]
}
