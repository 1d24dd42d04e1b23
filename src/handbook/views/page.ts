import type { Page } from '../../model/page.ts'
import type { PageView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import type { RenderPage } from '../render-page.ts'
import { written } from './base.ts'
import { forgeLinks, historyAbsence, pageFacts, pageRecord } from './facts.ts'
import { childItems } from './items.ts'
import { lifeOf } from './life.ts'
import { marginView } from './margin.ts'
import { pageChangeRow } from './rows.ts'
import { stripOf } from './strip.ts'
import { crumbs, treeView } from './tree.ts'
import { uncommittedWords } from './uncommitted.ts'

const newest = 4
const unfolded = 20
const mostReasons = 5
const mostLinkedFrom = 12

/** A page of the handbook with all that is known of it. */
export function pageView(assembly: Assembly, page: Page, render: RenderPage): PageView {
  const { route } = page
  const rendered = render(page)
  const changes = assembly.changesOfPage.get(route) ?? []
  const standing = assembly.standing.get(route)
  const linkedFrom = assembly.linkedFrom.get(route) ?? []
  const row = (each: (typeof changes)[number]) => pageChangeRow(assembly, route, each)
  const link = (to: Page | null | undefined) =>
    to == null ? null : { label: to.title, href: hrefFrom(route, to.route) }
  const margin = marginView(assembly, page, rendered)
  return {
    type: 'page',
    route,
    title: page.title,
    description: page.description ?? page.outline.firstParagraph,
    ...written(page.lang),
    crumbs: crumbs(assembly, route),
    tree: treeView(assembly, route),
    kind: page.kind,
    ...lifeOf(assembly, page),
    lead: page.description,
    sections: rendered.sections,
    html: rendered.html,
    mdx: page.isMdx ? page.path : null,
    facts: pageFacts(assembly, page),
    record: page.kind === 'policy' || page.kind === 'decision' ? pageRecord(assembly, page) : [],
    strip: stripOf(assembly, page),
    margin,
    reasons: (margin.hasNotes ? [] : changes)
      .filter(({ reasoning }) => reasoning !== null)
      .slice(0, mostReasons)
      .map(row),
    history: {
      shown: historyIsShown(assembly, page),
      absent: historyAbsence(assembly, page, changes),
      uncommitted: uncommittedWords(assembly, page),
      newest: changes.slice(0, newest).map(row),
      next: changes.slice(newest, newest + unfolded).map(row),
      total: changes.length,
      href: hrefFrom(route, assembly.routes.historyOf(route)),
    },
    linkedFrom: linkedFrom
      .slice(0, mostLinkedFrom)
      .map((each) => ({ label: each.title, href: hrefFrom(route, each.route) })),
    linkedFromTotal: linkedFrom.length,
    previous: link(standing?.previous),
    next: link(standing?.next),
    forge: forgeLinks(assembly, page),
    hasMermaid: rendered.hasMermaid,
    children:
      standing === undefined || standing.node.children.length === 0 ? [] : childItems(assembly, route, standing.node),
  }
}

function historyIsShown(assembly: Assembly, page: Page): boolean {
  return assembly.historyHidden.has(page.route) === false
}
