import type { Page } from '../../model/page.ts'
import { statusRank } from '../../model/status.ts'
import type { ListView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { reviewsByOwner } from '../reviews.ts'
import { ownBase } from './base.ts'
import { pageItem } from './items.ts'
import { pageStatuses } from './status.ts'
import { timelineView } from './timeline.ts'

/** Decisions, newest first. */
export function decisionPages({ content, changesOfPage }: Assembly): readonly Page[] {
  const day = (page: Page): string =>
    page.frontMatter.decided ?? changesOfPage.get(page.route)?.at(-1)?.change.landedAt?.slice(0, 10) ?? ''
  return content.pages
    .filter((page) => page.kind === 'decision')
    .toSorted((a, b) => day(b).localeCompare(day(a)) || (a.path < b.path ? 1 : -1))
}

/** `/decisions/` and `/policies/`. */
export function listView(assembly: Assembly, list: 'decisions' | 'policies'): ListView {
  const route = assembly.routes[list]
  const isDecisions = list === 'decisions'
  const pages = isDecisions
    ? decisionPages(assembly)
    : assembly.content.pages
        .filter((page) => page.kind === 'policy')
        .toSorted(
          (a, b) => rank(assembly, a) - rank(assembly, b) || a.title.localeCompare(b.title, assembly.shell.lang),
        )
  return {
    type: 'list',
    ...ownBase(
      assembly,
      route,
      isDecisions ? 'Decisions' : 'Policies',
      isDecisions ? 'What was decided, when and by whom.' : 'The rules in force, and who owns them.',
    ),
    list,
    timeline: timelineView(assembly, route),
    reviews:
      reviewsByOwner(assembly).length === 0
        ? null
        : { label: 'Reviews by owner', href: hrefFrom(route, assembly.routes.reviews) },
    items: pages.map((page) => pageItem(assembly, route, page)),
    howTo: isDecisions
      ? 'A page becomes a decision with “kind: decision” in its front matter, or through a folder rule in handbook.yml.'
      : 'A page becomes a policy with “kind: policy” in its front matter, or through a folder rule in handbook.yml.',
  }
}

const rank = (assembly: Assembly, page: Page): number =>
  statusRank(pageStatuses(assembly, page.route, page)[0]?.name ?? null)
