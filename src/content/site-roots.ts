import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
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

/** Part of a forge's address that leads to a file: ref and path follow. */
export const FILE_ON_FORGE = /^\/(.+?)(?:\/-)?\/(?:blob|tree|edit|raw|blame|_edit|src\/branch|raw\/branch)\/(.+)$/

/** Refs that mean "as it is today"; a link to another ref means that version and stays as it is. */
export const BRANCHES = ['main', 'master', 'HEAD']

/**
 * Finds prefixes, hosts and forge projects by trying every absolute link against the places there are.
 *
 * @param folders - content folder first
 */
export function findSiteRoots(pages: readonly Page[], places: Places, folders: readonly RepoPath[]): SiteRoots {
  const tallies = {
    prefix: new Map<string, Tally>(),
    host: new Map<string, Tally>(),
    project: new Map<string, Tally>(),
  }
  const leads = (path: string): boolean => folders.some((folder) => places.at(`${folder}/${path}`) !== undefined)
  for (const target of new Set(pages.flatMap((page) => page.outline.links.map((link) => link.target)))) {
    const link = parseTarget(target)
    if (link.kind === 'path' && link.isAbsolute && !leads(link.path)) {
      const parts = link.path.split('/').filter((part) => part !== '')
      for (const depth of [1, 2]) {
        if (parts.length <= depth) continue
        count(tallies.prefix, parts.slice(0, depth).join('/'), link.path, leads(parts.slice(depth).join('/')))
      }
    }
    if (link.kind !== 'address') continue
    const { host, pathname } = link.url
    const path = safelyDecoded(pathname).slice(1)
    if (path !== '') count(tallies.host, host, path, leads(path))
    const [, project, rest] = FILE_ON_FORGE.exec(safelyDecoded(pathname)) ?? []
    const branch = BRANCHES.find((name) => rest?.startsWith(`${name}/`))
    if (project !== undefined && rest !== undefined && branch !== undefined) {
      const file = rest.slice(branch.length + 1)
      count(tallies.project, `${host}/${project}`.toLowerCase(), file, places.at(file) !== undefined)
    }
  }
  return {
    folders,
    prefixes: convincing(tallies.prefix, 0.6),
    hosts: new Set(convincing(tallies.host, 0.6)),
    projects: new Set(convincing(tallies.project, 0.6)),
  }
}

interface Tally {
  readonly leading: Set<string>
  readonly lost: Set<string>
}

function count(tallies: Map<string, Tally>, name: string, path: string, isLeading: boolean): void {
  const tally = tallies.get(name) ?? { leading: new Set(), lost: new Set() }
  tallies.set(name, tally)
  tally[isLeading ? 'leading' : 'lost'].add(path.replace(/\/+$/, ''))
}

function convincing(tallies: ReadonlyMap<string, Tally>, share: number): string[] {
  return [...tallies]
    .filter(([, { leading, lost }]) => leading.size >= ENOUGH && leading.size >= share * (leading.size + lost.size))
    .map(([name]) => name)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
