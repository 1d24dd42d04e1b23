import { fold } from '../../content/file-names.ts'
import type { Finding } from '../../model/finding.ts'
import type { Route } from '../../model/ids.ts'
import type { NotFoundView, ReadingView, SearchView } from '../../model/view.ts'
import { withoutEdges } from '../../text/edges.ts'
import { encodeRoute } from '../../text/relative.ts'
import { visible } from '../../text/visible.ts'
import type { Assembly } from '../assembly.ts'
import { ownBase } from './base.ts'

/** `/search/` */
export function searchView(assembly: Assembly): SearchView {
  return {
    type: 'search',
    ...ownBase(assembly, assembly.routes.search, 'Search', `Search ${assembly.shell.name}.`),
  }
}

/** `/reading/` */
export function readingView(assembly: Assembly): ReadingView {
  return {
    type: 'reading',
    ...ownBase(
      assembly,
      assembly.routes.reading,
      'Your reading',
      'What your own browser remembers, so that pages can tell you what is new to you.',
    ),
  }
}

/** `404.html`: the one page with absolute addresses, since it is shown at any depth (DESIGN decision 12). */
export function notFoundView(assembly: Assembly): NotFoundView {
  const { base } = assembly.shell
  const under = (route: Route): string => base + encodeRoute(route).slice(1)
  return {
    type: 'not-found',
    withheld: null,
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

/**
 * What stands at an address while somebody writes, where its page is withheld because of a fault in its file: the
 * fault, so that it can be mended. Null for every other address; a build never shows it.
 *
 * @param address - path of the request, as it came
 */
export function withheldView(assembly: Assembly, findings: readonly Finding[], address: string): NotFoundView | null {
  const inside = withoutEdges(decoded(address), /\//)
  const route = (inside === '' ? '/' : `/${inside}/`) as Route
  if (assembly.content.byRoute.has(route)) return null
  const path = assembly.content.withheldAt.get(fold(route))
  const own = findings.filter((each) => each.path === path)
  if (path === undefined || !own.some(({ level }) => level === 'error')) return null
  const faults = own.map(({ line, column, reason, level }) => ({
    place: [visible(path), line, line === null ? null : column].filter((part) => part !== null).join(':'),
    reason,
    isError: level === 'error',
  }))
  return { ...notFoundView(assembly), title: 'This page is withheld', withheld: { path: visible(path), faults } }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
