import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { withoutEnd } from '../text/edges.ts'
import type { GeneratorSettings } from './generator-settings.ts'
import { parseTarget } from './link-target.ts'
import type { Places } from './places.ts'

/** What absolute links of a handbook are relative to, found by what makes most of them lead somewhere. */
export interface SiteRoots {
  /** Folders that `/x` is looked for in, in this order: content, repository, static files. */
  readonly folders: readonly RepoPath[]
  /** Parts in front of a path that are no folders: `handbook` for links written as `/handbook/x`. */
  readonly prefixes: readonly string[]
  /** Hosts on which the handbook is published. */
  readonly hosts: ReadonlySet<string>
  /** `host/group/project`: the repository on its forge, or an upstream of it. */
  readonly projects: ReadonlySet<string>
}

/** Fewer different links than this prove nothing. */
const ENOUGH = 3
/** Share of them that has to lead somewhere. */
const MOSTLY = 0.6

/** Part of a forge's address that leads to a file: ref and path follow. */
export const FILE_ON_FORGE = /^\/(.+?)(?:\/-)?\/(?:blob|tree|edit|raw|blame|_edit|src\/branch|raw\/branch)\/(.+)$/

/** Refs that mean "as it is today"; a link to another ref means that version and stays as it is. */
export const BRANCHES = ['main', 'master', 'HEAD']

/** Links of one host or prefix that are tried: enough to judge by. */
const MOST = 60

/**
 * Finds prefixes, hosts and forge projects by trying absolute links against the places there are.
 *
 * @param folders - content folder first
 * @param settings - what the settings of another generator say; a link to there is ours where it leads somewhere
 */
export function findSiteRoots(
  pages: readonly Page[],
  places: Places,
  folders: readonly RepoPath[],
  settings: Pick<GeneratorSettings, 'hosts' | 'prefixes'>,
): SiteRoots {
  const leads = (path: string): boolean => folders.some((folder) => places.at(`${folder}/${path}`) !== undefined)
  const prefixes = new Tally(leads)
  const hosts = new Tally(leads)
  const projects = new Tally((path) => places.at(path) !== undefined)
  for (const target of absoluteTargets(pages)) {
    const [, host, address = ''] = /^https?:\/\/([^/?#]+)\/([^?#]*)/i.exec(target) ?? []
    if (host !== undefined) {
      if (address !== '') hosts.add(host.toLowerCase(), decoded(address))
      const [, project, rest = ''] = FILE_ON_FORGE.exec(`/${address}`) ?? []
      const branch = project === undefined ? undefined : BRANCHES.find((name) => rest.startsWith(`${name}/`))
      if (branch !== undefined) projects.add(`${host}/${project}`.toLowerCase(), decoded(rest.slice(branch.length + 1)))
      continue
    }
    const link = parseTarget(target)
    if (link.kind !== 'path' || leads(link.path)) continue
    const parts = link.path.split('/').filter((part) => part !== '')
    for (const depth of [1, 2]) {
      if (parts.length > depth) prefixes.add(parts.slice(0, depth).join('/'), parts.slice(depth).join('/'))
    }
  }
  return {
    folders,
    prefixes: [...new Set([...prefixes.convincing(), ...settings.prefixes])],
    hosts: new Set([...hosts.convincing(), ...settings.hosts.map((host) => host.toLowerCase())]),
    projects: new Set(projects.convincing()),
  }
}

/** Different targets that begin with a slash or name a host. */
function absoluteTargets(pages: readonly Page[]): Set<string> {
  const targets = new Set<string>()
  for (const { outline } of pages) {
    for (const { target } of outline.links) if (/^(?:[/\\]|https?:)/i.test(target)) targets.add(target)
  }
  return targets
}

/** Paths by what stands in front of them, and whether most of them lead somewhere. */
class Tally {
  readonly #leads: (path: string) => boolean
  readonly #paths = new Map<string, Set<string>>()

  constructor(leads: (path: string) => boolean) {
    this.#leads = leads
  }

  add(name: string, path: string): void {
    const paths = this.#paths.get(name) ?? new Set()
    this.#paths.set(name, paths)
    if (paths.size < MOST) paths.add(withoutEnd(path, /\//))
  }

  /** Names whose paths mostly lead somewhere, the longest first. */
  convincing(): string[] {
    return [...this.#paths]
      .filter(([, paths]) => {
        if (paths.size < ENOUGH) return false
        const leading = [...paths].filter(this.#leads).length
        return leading >= ENOUGH && leading >= MOSTLY * paths.size
      })
      .map(([name]) => name)
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
