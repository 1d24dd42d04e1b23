import type { Instant, Route } from '../model/ids.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { encodeRoute } from '../text/relative.ts'

/** The protocol's limit for one file (sitemaps.org). */
const most = 50_000

/**
 * `sitemap.xml`: what search engines may index and when it last changed.
 *
 * @param site - absolute address of the published site, with trailing slash
 */
export function sitemap(
  site: string,
  entries: readonly { readonly route: Route; readonly changedAt: Instant | null }[],
): string {
  const urls = entries.slice(0, most).map(({ route, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`
    return `<url><loc>${escapeHtml(absolute(site, route))}</loc>${changed}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`
}

/** `robots.txt`: everything may be read, and where the sitemap is. */
export function robots(site: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${absolute(site, '/sitemap.xml' as Route)}\n`
}

function absolute(site: string, route: Route): string {
  return site + encodeRoute(route).slice(1)
}
