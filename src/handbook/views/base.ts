import type { Route } from '../../model/ids.ts'
import type { LinkView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { directionOf } from '../words.ts'
import { topTree } from './tree.ts'

/** What the views of our own pages (not the handbook's) have in common. */
export function ownBase(
  assembly: Assembly,
  route: Route,
  title: string,
  description: string | null,
  crumbs: readonly LinkView[] = [],
) {
  return {
    route,
    title,
    description,
    lang: 'en',
    dir: 'ltr' as const,
    crumbs: [{ label: 'Handbook', href: hrefFrom(route, '/') }, ...crumbs],
    tree: topTree(assembly, route, false),
  }
}

/** Language and direction of a page of the handbook. */
export const written = (lang: string) => ({ lang, dir: directionOf(lang) })
