import type { AstroIntegration } from 'astro'
import type { Route } from '../model/ids.ts'
import { withoutEnd } from '../text/edges.ts'
import { relativeHead } from './relative-head.ts'

/** How the pages of a build are chosen and where they go. */
export interface Drawing {
  /** Routes to draw out of those that the site has; called when style sheets and scripts have been written. */
  choose(): ReadonlySet<Route>
  /** Called before a page is drawn, so that one that never ends can be named. */
  announce(route: Route): void
  /** Takes the finished HTML. */
  write(route: Route, html: string): void
}

/** Route that stands for `404.html`. */
export const notFoundRoute = '/404.html' as Route

/**
 * Draws only chosen pages, one after the other, and hands their HTML over instead of letting Astro write it: Astro's
 * own way waits for the disk at each page and does not know addresses with `?` or `#`.
 */
export function drawPages(drawing: Drawing): AstroIntegration {
  return {
    name: 'whybook:draw-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((usual) => ({
          ...usual,
          getStaticPaths: async () => {
            const chosen = drawing.choose()
            return (await usual.getStaticPaths()).filter(({ pathname }) => chosen.has(routeOf(pathname)))
          },
          render: async (request, options) => {
            const route = routeOf(decodeURI(new URL(request.url).pathname))
            drawing.announce(route)
            const result = await usual.render(request, options)
            const response = result instanceof Response ? result : result.response
            drawing.write(route, relativeHead(await response.text()))
            // Astro writes no file for a response without a body.
            return new Response(null)
          },
        })),
    },
  }
}

/** Astro says `/a/b` or `/a/b/` for a page, and `/404` or `/404/` for 404.html. */
function routeOf(pathname: string): Route {
  const bare = withoutEnd(pathname, /\//)
  return (bare === '/404' ? notFoundRoute : `${bare}/`) as Route
}
