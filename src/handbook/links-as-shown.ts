import type { Page } from '../model/page.ts'
import type { Assembly } from './assembly.ts'

/** Where each link and image of a page leads today: part of the page's key, since a move elsewhere changes it. */
export function linksAsShown({ resolver }: Assembly, page: Page): readonly unknown[] {
  return page.outline.links.map(({ kind, target }) =>
    kind === 'link' ? (resolver.link(page, target)?.href ?? null) : (resolver.image(page, target)?.src ?? null),
  )
}
