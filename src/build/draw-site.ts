import { notFoundRoute } from '../astro/draw-pages.ts'
import type { Handbook } from '../handbook/handbook.ts'
import { WhybookError } from '../model/error.ts'
import type { Route } from '../model/ids.ts'
import type { Drawing } from './activity-file.ts'
import { buildErrors } from './errors.ts'
import { isOfSearch } from './of-search.ts'
import { pageBytes } from './options.ts'
import { outputPath } from './output-path.ts'
import { placeOfCode } from './place-of-code.ts'
import { filesBelow } from './stamp.ts'
import { writeOutput } from './write-own.ts'

/** What has to be drawn, and what is told meanwhile. */
export interface DrawRequest {
  readonly handbook: Handbook
  readonly staged: string
  readonly work: string
  /** Pages that are not those of the last output. */
  readonly pending: ReadonlySet<Route>
  /** All pages; drawn when style sheets or scripts have other names than in the last output. */
  readonly all: ReadonlySet<Route>
  /** Files beside the pages in the last output; empty without one. */
  readonly lastSiteFiles: ReadonlySet<string>
  readonly debug: boolean
  announce(drawing: Drawing): void
}

export interface Drawn {
  readonly routes: ReadonlySet<Route>
  /** What `.mdx` pages were made from. */
  readonly inputs: readonly string[]
}

/** Draws pages into the staged folder, which must be empty. */
export async function drawSite(request: DrawRequest): Promise<Drawn> {
  const { handbook, staged, pending, all, lastSiteFiles } = request
  const { runAstro } = await import('../astro/run.ts')
  let routes: ReadonlySet<Route> = pending
  let current: Route | null = null
  let done = 0
  const drawn = new Set<Route>()
  const inputs = await runAstro({
    work: request.work,
    staged,
    debug: request.debug,
    drawing: {
      choose: () => {
        const siteFiles = filesBelow(staged).filter(isSite)
        const same = siteFiles.length === lastSiteFiles.size && siteFiles.every((path) => lastSiteFiles.has(path))
        routes = same ? pending : all
        return routes
      },
      announce: (route) => {
        current = route
        request.announce({ route, path: pathOf(handbook, route), done, total: routes.size })
      },
      write: (route, html) => {
        if (html.length * 3 > pageBytes) checkSize(handbook, route, Buffer.byteLength(html))
        writeOutput(staged, outputPath(route), html)
        drawn.add(route)
        done += 1
      },
    },
  }).catch((error: unknown) => {
    throw nameThePage(handbook, current, error)
  })
  const missing = [...routes].filter((route) => !drawn.has(route))
  if (missing.length > 0) throw buildErrors.incomplete(missing)
  return { routes, inputs }
}

/** Astro's own bundle lies in a folder of its own until it has run; search writes into another one meanwhile. */
function isSite(path: string): boolean {
  return !path.startsWith('.prerender/') && !isOfSearch(path)
}

function checkSize(handbook: Handbook, route: Route, bytes: number): void {
  if (bytes > pageBytes) throw buildErrors.tooLarge(pathOf(handbook, route), route, bytes)
}

/** Astro's errors name the route's file and not the page: this one does. */
function nameThePage(handbook: Handbook, route: Route | null, error: unknown): unknown {
  if (error instanceof WhybookError) return error
  if (route !== null) return buildErrors.notDrawn(pathOf(handbook, route), route, error)
  const place = placeOfCode(error, handbook.root)
  return place === null ? error : buildErrors.notCompiled(place, error)
}

function pathOf(handbook: Handbook, route: Route): string | null {
  return route === notFoundRoute ? null : (handbook.pageAt(route)?.path ?? null)
}
