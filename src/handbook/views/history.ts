import type { PageChange } from '../../model/history.ts'
import type { Page } from '../../model/page.ts'
import type { HistoryView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import { visible } from '../../text/visible.ts'
import type { Assembly } from '../assembly.ts'
import { namesIn } from '../shown-changes.ts'
import { hasArchive } from '../version-archive.ts'
import { written } from './base.ts'
import { forgeLinks, historyAbsence } from './facts.ts'
import { shownStart } from './history-start.ts'
import { pageChangeRow } from './rows.ts'
import { stripOf } from './strip.ts'
import { crumbs, treeView } from './tree.ts'
import { uncommittedWords } from './uncommitted.ts'

/** `PAGE/history/`: every change of a page, by year. */
export function historyView(assembly: Assembly, page: Page): HistoryView {
  const route = assembly.routes.historyOf(page.route)
  const changes = assembly.changesOfPage.get(page.route) ?? []
  const pageLink = { label: page.title, href: hrefFrom(route, page.route) }
  return {
    type: 'history',
    route,
    title: `History of ${page.title}`,
    description: `Every change of ${page.title}, with its reason where one was recorded.`,
    ...written(assembly.shell.lang),
    crumbs: [...crumbs(assembly, page.route, route), pageLink],
    tree: treeView(assembly, page.route, route),
    page: pageLink,
    pageTitle: page.title,
    strip: stripOf(assembly, page),
    total: changes.length,
    hasVersions: hasArchive(assembly, page),
    start: shownStart(assembly),
    uncommitted: uncommittedWords(assembly, page),
    absent: historyAbsence(assembly, page, changes),
    names: namesIn(changes)
      .filter((name) => name !== page.path)
      .map((name) => visible(name)),
    years: [...byYear(changes)].map(([year, ofYear]) => ({
      year,
      changes: ofYear.map((each) => pageChangeRow(assembly, route, each)),
    })),
    forge: forgeLinks(assembly, page),
  }
}

function byYear(changes: readonly PageChange[]): Map<string, PageChange[]> {
  const years = new Map<string, PageChange[]>()
  for (const each of changes) {
    const year = each.change.landedAt?.slice(0, 4) ?? 'Without a date'
    years.set(year, [...(years.get(year) ?? []), each])
  }
  return years
}
