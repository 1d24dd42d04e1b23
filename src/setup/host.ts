import { forgeKindOf } from '../forge/kind.ts'
import { projectPlace } from '../forge/remote.ts'

/** Where a handbook is published: what `whybook init` knows a pipeline for. */
export const hosts = ['gitlab', 'github', 'forgejo', 'netlify', 'cloudflare', 'other'] as const
export type Host = (typeof hosts)[number]

/** What each is called, and what its pipeline publishes to. */
export const hostNames: Readonly<Record<Host, string>> = {
  gitlab: 'GitLab Pages',
  github: 'GitHub Pages',
  forgejo: 'Forgejo (Codeberg)',
  netlify: 'Netlify',
  cloudflare: 'Cloudflare Pages',
  other: 'any other host',
}

/** The host that a remote's address tells of, or null. */
export function hostOf(remote: string | null): Host | null {
  const place = remote === null ? null : projectPlace(remote)
  return place === null ? null : forgeKindOf(place.host)
}

/** Owner and name of a project on Codeberg, whose Pages have an address of their own; null elsewhere. */
export function codebergProject(remote: string | null): { readonly owner: string; readonly name: string } | null {
  const place = remote === null ? null : projectPlace(remote)
  const [owner, name] = place?.path ?? []
  if (place?.host !== 'codeberg.org' || owner === undefined || name === undefined) return null
  return /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(name) ? { owner, name } : null
}
