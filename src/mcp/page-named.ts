import type { Handbook } from '../handbook/handbook.ts'
import type { Page } from '../model/page.ts'
import { withoutEdges } from '../text/edges.ts'
import { nearest } from '../text/nearest.ts'

/** A page, or the titles of those that come nearest to what was asked. */
export type NamedPage = { readonly page: Page } | { readonly near: readonly string[] }

/** Finds a page by its address, its path in the repository, or its title, in that order. */
export function pageNamed({ pages }: Handbook, name: string): NamedPage {
  const asked = name
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '')
    .trim()
  const inner = withoutEdges(asked, /\//)
  const title = asked.toLowerCase()
  const ways: readonly ((page: Page) => boolean)[] = [
    ({ route }) => withoutEdges(route, /\//) === inner,
    ({ path }) => path === inner,
    ({ path }) => path.endsWith(`/${inner}`),
    (page) => page.title.toLowerCase() === title,
  ]
  for (const way of ways) {
    const page = pages.find(way)
    if (page !== undefined) return { page }
  }
  const close = nearest(
    title,
    pages.map((page) => page.title.toLowerCase()),
    { most: 3 },
  )
  return {
    near: pages
      .filter((page) => close.includes(page.title.toLowerCase()))
      .map((page) => `${page.title} (${page.route})`)
      .slice(0, 3),
  }
}
