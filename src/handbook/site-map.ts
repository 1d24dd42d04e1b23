import type { Route } from '../model/ids.ts'
import type { View } from '../model/view.ts'
import { digestOf } from '../text/digest.ts'
import { type Assembly, type ShownChange, shortId } from './assembly.ts'
import { changeKey, historyKey, monthKey, pageKey } from './keys.ts'
import type { RenderPage } from './render-page.ts'
import { changeView, type ReadBlobs } from './views/change.ts'
import { changesByMonth, changesView } from './views/changes.ts'
import { folderView } from './views/folder.ts'
import { historyView } from './views/history.ts'
import { homeView } from './views/home.ts'
import { listView } from './views/list.ts'
import { searchView } from './views/own.ts'
import { pageView } from './views/page.ts'

/** One page of the site: what its key is made of, and how its view is made when it is wanted. */
export interface SitePage {
  key(): string
  view(): Promise<View>
}

/** Every page of the site but 404.html, by route, in a fixed order. */
export function siteMap(assembly: Assembly, render: RenderPage, readBlobs: ReadBlobs): ReadonlyMap<Route, SitePage> {
  const { content, routes, standing } = assembly
  const site = new Map<Route, SitePage>()
  const add = (route: Route, key: () => string, view: () => View | Promise<View>): void => {
    site.set(route, { key, view: async () => view() })
  }
  /** A view that is small or shown once may be made to be hashed: there are few of them. */
  const addWhole = (route: Route, view: () => View): void => add(route, () => digestOf(view()), view)

  const home = '/' as Route
  const index = content.byRoute.get(home)
  add(
    home,
    () => digestOf(homeView(assembly, render), index === undefined ? null : pageKey(assembly, index)),
    () => homeView(assembly, render),
  )
  for (const page of content.pages) {
    if (page !== index)
      add(
        page.route,
        () => pageKey(assembly, page),
        () => pageView(assembly, page, render),
      )
    if ((assembly.changesOfPage.get(page.route)?.length ?? 0) > 0) {
      add(
        routes.historyOf(page.route),
        () => historyKey(assembly, page),
        () => historyView(assembly, page),
      )
    }
  }
  for (const { node } of standing.values()) {
    // A folder whose address our own list has taken is listed there.
    const isOurs = node.route === routes.decisions || node.route === routes.policies
    if (node.path === null && node.route !== '/' && !isOurs) addWhole(node.route, () => folderView(assembly, node))
  }
  const months = changesByMonth(assembly.changes)
  const names = [...months.keys()]
  add(
    routes.changes,
    () =>
      digestOf(
        names.map((name) => [name, months.get(name)?.length]),
        newestMonthKey(assembly, months),
      ),
    () => changesView(assembly, months, null),
  )
  names.forEach((month, at) => {
    const key = () => digestOf(names[at - 1], names[at + 1], monthKey(assembly, months.get(month) ?? []))
    add(routes.month(month), key, () => changesView(assembly, months, month))
  })
  assembly.changes.forEach((shown, at) => {
    if (!shown.hasPage) return
    const key = () => changeKey(assembly, shown, assembly.changes[at - 1], assembly.changes[at + 1])
    add(routes.change(shortId(shown.change)), key, () => changeView(assembly, shown, at, readBlobs))
  })
  addWhole(routes.decisions, () => listView(assembly, 'decisions'))
  addWhole(routes.policies, () => listView(assembly, 'policies'))
  addWhole(routes.search, () => searchView(assembly))
  return site
}

function newestMonthKey(assembly: Assembly, months: ReadonlyMap<string, readonly ShownChange[]>): string {
  const [newest] = months.values()
  return monthKey(assembly, newest ?? [])
}
