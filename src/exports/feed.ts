import { Feed } from 'feed'
import type { FeedEntry } from '../handbook/feed-entries.ts'
import type { Instant, Route } from '../model/ids.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { encodeRoute } from '../text/relative.ts'

/** What a feed is of. */
export interface FeedSubject {
  readonly title: string
  /** Page that it belongs to. */
  readonly route: Route
  /** Routes of the two files. */
  readonly atom: string
  readonly json: string
  /** Entries at most; who wants all of them reads the site. */
  readonly most: number
}

/** What both forms need beside the entries. */
export interface FeedSite {
  /** Absolute address with trailing slash. */
  readonly site: string
  readonly lang: string
  /** Committer date of HEAD: a feed without entries is as old as the build's commit. */
  readonly headAt: Instant | null
}

/**
 * Atom (RFC 4287) and JSON Feed 1.0 of changes.
 *
 * An entry's id is made of its commit's, so that it stays when the site moves.
 *
 * @param entries - newest first; the newest are taken
 */
export function feedOf(
  subject: FeedSubject,
  entries: readonly FeedEntry[],
  { site, lang, headAt }: FeedSite,
): { readonly atom: string; readonly json: string } {
  const absolute = (route: string): string => site + encodeRoute(route).slice(1)
  const shown = entries.slice(0, subject.most)
  const made = (titleOf: (title: string) => string): Feed => {
    const feed = new Feed({
      title: subject.title,
      id: absolute(subject.route),
      link: absolute(subject.route),
      language: lang,
      updated: new Date(shown[0]?.landedAt ?? headAt ?? 0),
      generator: 'Whybook',
      feedLinks: { atom: absolute(subject.atom), json: absolute(subject.json) },
    })
    for (const entry of shown) {
      feed.addItem({
        title: titleOf(entry.title),
        id: `urn:whybook:change:${entry.id}`,
        link: absolute(entry.route) + (entry.anchor === null ? '' : `#${entry.anchor}`),
        date: new Date(entry.landedAt),
        content: contentOf(entry, absolute),
        author: entry.authors.map((name) => ({ name })),
      })
    }
    return feed
  }
  // The library writes Atom's titles as HTML and JSON Feed's as text.
  return { atom: `${made(escapeHtml).atom1()}\n`, json: `${made((title) => title).json1()}\n` }
}

const mostPages = 8

/** The reason, and the pages that changed. */
function contentOf({ reason, pages }: FeedEntry, absolute: (route: string) => string): string {
  const links = pages
    .slice(0, mostPages)
    .map(({ route, title }) => `<li><a href="${escapeHtml(absolute(route))}">${escapeHtml(title)}</a></li>`)
  const more = pages.length > mostPages ? `<li>and ${pages.length - mostPages} more</li>` : ''
  const why =
    reason === null ? '<p>No reason was recorded.</p>' : `<p><b>${escapeHtml(reason.label)}:</b></p>${reason.html}`
  return links.length === 0 ? why : `${why}<p>Changed:</p><ul>${links.join('')}${more}</ul>`
}
