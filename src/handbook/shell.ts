import type { Configuration } from '../model/configuration.ts'
import type { History } from '../model/history.ts'
import type { Route } from '../model/ids.ts'
import type { Shell } from '../model/view.ts'
import { dayWords } from '../text/dates.ts'
import type { SiteRoutes } from './site-routes.ts'

/** What decides the shell beside the configuration. */
export interface ShellParts {
  readonly configuration: Configuration
  readonly history: History
  readonly routes: SiteRoutes
  /** Title of the handbook's index page, or null. */
  readonly indexTitle: string | null
  /** Name of the repository's folder, the last resort for a name. */
  readonly folderName: string
  readonly base: string | null
  readonly site: string | null
  readonly trusted: boolean
  readonly hasDecisions: boolean
  readonly hasPolicies: boolean
}

const longestName = 40

/** Puts together what every page of the site shares. */
export function shellOf(parts: ShellParts): Shell {
  const { configuration, routes } = parts
  const site = withSlash(parts.site ?? configuration.site ?? null)
  const doors: Shell['doors'] = [
    { id: 'handbook', label: 'Handbook', route: '/' as Route },
    { id: 'policies', label: 'Policies', route: routes.policies },
    { id: 'decisions', label: 'Decisions', route: routes.decisions },
    { id: 'changes', label: 'Changes', route: routes.changes },
  ]
  return {
    name: nameOf(parts),
    lang: configuration.lang ?? 'en',
    site,
    base: withSlash(parts.base ?? (site === null ? '/' : new URL(site).pathname)) ?? '/',
    remoteImages: parts.trusted ? configuration.remoteImages : 'link',
    doors: doors.filter(
      ({ id }) => (id !== 'decisions' || parts.hasDecisions) && (id !== 'policies' || parts.hasPolicies),
    ),
    searchRoute: routes.search,
    readingRoute: routes.reading,
    historySentence: historySentence(parts.history),
  }
}

/** The configured name; else the index page's title when it is short enough for the head of a page; else the folder's. */
function nameOf({ configuration, indexTitle, folderName }: ShellParts): string {
  if (configuration.name !== undefined && configuration.name.trim() !== '') return configuration.name.trim()
  if (indexTitle !== null && indexTitle.length <= longestName) return indexTitle
  return folderName === '' ? 'Handbook' : folderName
}

function historySentence(history: History): string {
  if (history.absent !== null) return history.absent
  if (history.startsAt !== null) return `History starts on ${dayWords(history.startsAt)}: this copy is shallow`
  const first = history.changes.findLast(({ landedAt }) => landedAt !== null)?.landedAt ?? null
  if (first === null) return 'No history yet'
  return history.complete
    ? `History complete since ${dayWords(first)}`
    : `History since ${dayWords(first)}; some versions could not be read`
}

function withSlash(address: string | null): string | null {
  if (address === null || address === '') return null
  return address.endsWith('/') ? address : `${address}/`
}
