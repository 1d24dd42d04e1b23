import { fold } from '../content/file-names.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Instant, RepoPath, Route } from '../model/ids.ts'

/** Addresses of our own pages; where the handbook has such a page it wins and ours moves under `/_/`. */
export interface SiteRoutes {
  readonly changes: Route
  readonly decisions: Route
  readonly policies: Route
  readonly search: Route
  readonly reviews: Route
  readonly reading: Route
  /** `PAGE/history/`, or `PAGE/_/history/` where the handbook has such a page. */
  historyOf(page: Route): Route
  /** `/changes/2026-03/` */
  month(month: string): Route
  /** `/changes/0123456789ab/` */
  change(id: string): Route
}

/**
 * Finds places for our own pages among the handbook's.
 *
 * @param handbook - every route that our pages may not have, with the file or folder that holds it
 * @param hasReviews - true where any page is to be reviewed
 */
export function siteRoutes(
  handbook: ReadonlyMap<Route, RepoPath | null>,
  hasReviews = false,
): {
  routes: SiteRoutes
  findings: Finding[]
} {
  const findings: Finding[] = []
  // Many file systems, and so many hosts, do not tell capitals from small letters.
  const taken = new Map([...handbook].map(([route, path]) => [fold(route), path]))
  const place = (name: string): Route => {
    const wanted = `/${name}/` as Route
    if (!taken.has(wanted)) return wanted
    const moved = `/_/${name}/` as Route
    findings.push(
      finding('site/address-taken', 'info', `This page has the address ${wanted}, so Whybook's own is ${moved}.`, {
        path: taken.get(wanted) ?? null,
      }),
    )
    return moved
  }
  const changes = place('changes')
  return {
    routes: {
      changes,
      decisions: place('decisions'),
      policies: place('policies'),
      search: place('search'),
      reading: place('reading'),
      reviews: hasReviews ? place('reviews') : ('/reviews/' as Route),
      historyOf: (page) => (taken.has(fold(`${page}history/`)) ? `${page}_/history/` : `${page}history/`) as Route,
      month: (month) => `${changes}${month}/` as Route,
      change: (id) => `${changes}${id}/` as Route,
    },
    findings,
  }
}

/** `YYYY-MM` in which a change landed, in the zone it landed in; `undated` for an impossible date. */
export const monthOf = (landedAt: Instant | null): string => landedAt?.slice(0, 7) ?? 'undated'

/** `_whybook/why/PAGE.json`: with our own files, so that it can be nobody's page. */
export const whyFileOf = (page: Route): Route =>
  `/_whybook/why${page === '/' ? '/index' : page.slice(0, -1)}.json` as Route
