import type { FeedEntry } from '../handbook/feed-entries.ts'
import type { Handbook } from '../handbook/handbook.ts'
import type { Route } from '../model/ids.ts'
import { slugger } from '../text/slug.ts'
import { type FeedSubject, feedOf } from './feed.ts'

/** A feed to be made: what it is of, and which entries it has. */
export interface PlannedFeed {
  readonly subject: FeedSubject
  readonly entries: readonly FeedEntry[]
}

/**
 * Every feed of a site: of the whole handbook, of each folder, owner and kind, and of each page. None without `site`:
 * feeds need absolute addresses (DESIGN decision 12).
 */
export function plannedFeeds(handbook: Handbook): readonly PlannedFeed[] {
  if (handbook.shell.site === null) return []
  const { name } = handbook.shell
  const { ownRoutes } = handbook
  const entries = handbook.feedEntries()
  const feed = (title: string, route: string, place: string, chosen: readonly FeedEntry[], most = 30): PlannedFeed => ({
    subject: { title, route: route as Route, atom: `${place}feed.xml`, json: `${place}feed.json`, most },
    entries: chosen,
  })
  const by = groupsOf(entries)
  const unique = slugger()
  const ownerPlace = (owner: string) => `${ownRoutes.changes}owned-by/${unique(owner) || 'owner'}/`
  return [
    feed(name, ownRoutes.changes, '/', entries),
    feed(`Policies: ${name}`, ownRoutes.policies, ownRoutes.policies, by.kind.get('policy') ?? []),
    feed(`Decisions: ${name}`, ownRoutes.decisions, ownRoutes.decisions, by.kind.get('decision') ?? []),
    ...handbook
      .folders()
      .map(({ route, label }) =>
        feed(`${label}: ${name}`, route, `${ownRoutes.changes}in${route}`, by.folder.get(route) ?? []),
      ),
    ...ownersInOrder(by.owner).map(([owner, own]) =>
      feed(`Owned by ${owner}: ${name}`, ownRoutes.changes, ownerPlace(owner), own),
    ),
    ...handbook.pages
      .filter(({ route }) => route !== '/')
      .map(({ route, title }) => feed(`${title}: ${name}`, route, route, by.page.get(route) ?? [], 10)),
  ]
}

/** The two files of a feed: output paths with their texts. */
export function feedFiles(
  handbook: Handbook,
  { subject, entries }: PlannedFeed,
): readonly (readonly [path: string, text: string])[] {
  const { site, lang } = handbook.shell
  if (site === null) return []
  const { atom, json } = feedOf(subject, entries, { site, lang, headAt: handbook.history.headAt })
  return [
    [subject.atom.slice(1), atom],
    [subject.json.slice(1), json],
  ]
}

/** Entries by what feeds are of; an entry stands once in each list. */
function groupsOf(entries: readonly FeedEntry[]) {
  const lists = { kind: new Map<string, FeedEntry[]>(), owner: new Map<string, FeedEntry[]>() }
  const routes = { folder: new Map<Route, FeedEntry[]>(), page: new Map<Route, FeedEntry[]>() }
  for (const entry of entries) {
    const { pages } = entry
    add(lists.kind, new Set(pages.map(({ kind }) => kind)), entry)
    add(lists.owner, new Set(pages.flatMap(({ owner }) => owner ?? [])), entry)
    add(routes.folder, new Set(pages.flatMap(({ folders }) => folders)), entry)
    for (const route of new Set(pages.map((page) => page.route))) {
      add(routes.page, new Set([route]), entry.ofPage(route))
    }
  }
  return { ...lists, ...routes }
}

/** Two owners may have one slug: which of them gets the number must not depend on who changed something last. */
const ownersInOrder = (owners: ReadonlyMap<string, FeedEntry[]>) => [...owners].sort(([a], [b]) => (a < b ? -1 : 1))

function add<Key>(lists: Map<Key, FeedEntry[]>, keys: ReadonlySet<Key>, entry: FeedEntry): void {
  for (const key of keys) {
    const list = lists.get(key) ?? []
    list.push(entry)
    lists.set(key, list)
  }
}
