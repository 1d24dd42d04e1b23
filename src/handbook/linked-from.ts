import type { Resolver } from '../content/links.ts'
import type { Content } from '../content/read.ts'
import type { Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'

/** Pages that link to each page, in the order of the tree, out of the pages' links. */
export function linkedFromOf(content: Content, resolver: Resolver): ReadonlyMap<Route, readonly Page[]> {
  const linkedFrom = new Map<Route, Page[]>()
  for (const page of content.pages) {
    const targets = new Set<Page>()
    for (const link of page.outline.links) {
      if (link.kind !== 'link') continue
      const { to } = resolver.explain('link', page, link.target)
      if (to !== null && to !== page) targets.add(to)
    }
    for (const target of targets) {
      const list = linkedFrom.get(target.route)
      if (list === undefined) linkedFrom.set(target.route, [page])
      else list.push(page)
    }
  }
  return linkedFrom
}
