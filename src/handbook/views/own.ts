import type { Route } from '../../model/ids.ts'
import type { NotFoundView, SearchView } from '../../model/view.ts'
import { encodeRoute } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { ownBase } from './base.ts'

/** `/search/` */
export function searchView(assembly: Assembly): SearchView {
  return {
    type: 'search',
    ...ownBase(assembly, assembly.routes.search, 'Search', `Search ${assembly.shell.name}.`),
  }
}

/** `404.html`: the one page with absolute addresses, since it is shown at any depth (DESIGN decision 12). */
export function notFoundView(assembly: Assembly): NotFoundView {
  const { base } = assembly.shell
  const under = (route: Route): string => base + encodeRoute(route).slice(1)
  return {
    type: 'not-found',
    route: '/404.html' as Route,
    title: 'Not found',
    description: null,
    lang: 'en',
    dir: 'ltr',
    crumbs: [{ label: 'Handbook', href: base }],
    tree: {
      folder: null,
      entries: assembly.content.tree.children.map((node) => ({
        label: node.label,
        href: under(node.route),
        current: false,
        count: node.children.length > 0 ? node.count : null,
        isFolder: node.children.length > 0,
      })),
      total: assembly.content.tree.children.length,
      below: [],
    },
  }
}
