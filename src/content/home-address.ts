import type { RepoPath } from '../model/ids.ts'
import { withoutEnd } from '../text/edges.ts'
import { BRANCHES, FILE_ON_FORGE, type SiteRoots } from './site-roots.ts'

/** Where the handbook is published and kept. */
export interface Homes {
  /** Address of the published site, null when not configured. */
  readonly site: string | null
  /** The repository's file addresses on its forge, null without one. */
  readonly forge: { file(path: RepoPath): string | null } | null
}

/** An absolute address that means something of this handbook. */
export interface HomeAddress {
  /** Decoded path: below the site, or of a file of the repository. */
  readonly path: string
  readonly isFile: boolean
  /** False where the host was only found to be the handbook's by its links. */
  readonly isCertain: boolean
}

/** Recognises absolute addresses of the handbook's own site and of its repository on the forge. */
export function homeTest(roots: SiteRoots, { site, forge }: Homes): (url: URL) => HomeAddress | null {
  const own = site === null ? null : URL.parse(site)
  const onForge = forgeTest(roots, forge)
  return (url) => {
    const path = decoded(url.pathname)
    if (own !== null && sameHost(url.host, own.host)) {
      const base = `${withoutEnd(decoded(own.pathname), /\//)}/`
      if (`${path}/`.startsWith(base)) return { path: path.slice(base.length), isFile: false, isCertain: true }
    }
    if (roots.hosts.has(url.host)) return { path: path.slice(1), isFile: false, isCertain: false }
    return onForge(url, path)
  }
}

function forgeTest(roots: SiteRoots, forge: Homes['forge']): (url: URL, path: string) => HomeAddress | null {
  const own = URL.parse(forge?.file('x' as RepoPath) ?? '')
  const [, project, rest = ''] = FILE_ON_FORGE.exec(decoded(own?.pathname ?? '')) ?? []
  const projects = new Set(roots.projects)
  if (own !== null && project !== undefined) projects.add(`${own.host}/${project}`.toLowerCase())
  const branches = [rest.replace(/\/?x$/, ''), ...BRANCHES].filter((name) => name !== '')
  return (url, path) => {
    const [, owner, file] = asOnForge(url.host, path)
    if (owner === undefined || file === undefined || !projects.has(owner.toLowerCase())) return null
    // A line of a file is a place in its source.
    if (/^#L\d/.test(url.hash)) return null
    const branch = branches.find((name) => file === name || file.startsWith(`${name}/`))
    return branch === undefined ? null : { path: file.slice(branch.length + 1), isFile: true, isCertain: false }
  }
}

/** `host/project` and `ref/path` of an address on a forge. */
function asOnForge(host: string, path: string): readonly (string | undefined)[] {
  if (host === 'raw.githubusercontent.com') {
    const [, owner, name, rest] = /^\/([^/]+)\/([^/]+)\/(?:refs\/heads\/)?(.+)$/.exec(path) ?? []
    return ['', owner === undefined ? undefined : `github.com/${owner}/${name}`, rest]
  }
  const [, project, rest] = FILE_ON_FORGE.exec(path) ?? []
  return ['', project === undefined ? undefined : `${host}/${project}`, rest]
}

const sameHost = (a: string, b: string): boolean => a.replace(/^www\./, '') === b.replace(/^www\./, '')

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
