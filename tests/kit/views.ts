import type { Handbook } from '../../src/handbook/handbook.ts'
import type { Route } from '../../src/model/ids.ts'
import type { Shell, View } from '../../src/model/view.ts'
import * as own from './views/own.ts'
import * as pages from './views/pages.ts'

const { notFound, ...ownViews } = own
const { fifty: _fifty, travelChanges: _changes, ...pageViews } = pages

/** One view of every kind and state that a page of the site can be drawn from, all invented, by its route. */
export const views: ReadonlyMap<Route, View> = new Map(
  [...Object.values(ownViews), ...Object.values(pageViews)].map((view) => [view.route, view]),
)

export const shell: Shell = {
  name: 'Millrace handbook',
  lang: 'en',
  site: 'https://handbook.example.org/',
  base: '/',
  remoteImages: 'allow',
  doors: [
    { id: 'handbook', label: 'Handbook', route: '/' as Route },
    { id: 'policies', label: 'Policies', route: '/policies/' as Route },
    { id: 'decisions', label: 'Decisions', route: '/decisions/' as Route },
    { id: 'changes', label: 'Changes', route: '/changes/' as Route },
  ],
  searchRoute: '/search/' as Route,
  readingRoute: '/reading/' as Route,
  historySentence: 'History complete since 12 January 2023',
}

/** A handbook that only hands out the made-up views: as much of one as the site's pages ask for. */
export const handbookOfViews = (own: Partial<Shell> = {}): Handbook =>
  ({
    shell: { ...shell, ...own },
    addresses: () => views.keys(),
    view: async (route: Route) => {
      const view = views.get(route)
      if (view === undefined) throw new Error(`no view is made up for ${route}`)
      return view
    },
    notFound: () => notFound,
    mdxPages: () => [],
    anchorsJson: () => '{}',
    latelyJson: () => '{}',
    treeJson: () => JSON.stringify(treeOfViews),
    buildJson: () =>
      JSON.stringify({ schema: 1, commit: '8f2c1e7a90b4', committedAt: '2026-03-24T09:12:00Z', href: null }),
  }) satisfies Partial<Handbook> as unknown as Handbook

const treeOfViews = [
  ['How we work', '/how/', [['Meetings', '/how/meetings/']]],
  [
    'Money',
    '/money/',
    [
      ['Company cards', '/money/cards/'],
      ['Travel and daily allowance', '/money/travel/'],
      ['Expenses by country', '/money/countries/', [['Portugal', '/money/countries/portugal/']]],
    ],
  ],
  ['Glossary', '/glossary/'],
]
