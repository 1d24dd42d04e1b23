import type { Route } from '../../model/ids.ts'
import type { FactView, HomeView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import type { RenderPage } from '../render-page.ts'
import { longDate } from '../words.ts'
import { written } from './base.ts'
import { pageItem } from './items.ts'
import { decisionPages } from './list.ts'
import { changeRow } from './rows.ts'
import { topTree } from './tree.ts'

const mostRecent = 6
const mostDecisions = 4
const home = '/' as Route

/** The home page: search first, the handbook's own index text, its sections, what changed lately, what was decided. */
export function homeView(assembly: Assembly, render: RenderPage): HomeView {
  const { content, shell, history } = assembly
  const page = content.byRoute.get(home)
  const decisions = decisionPages(assembly)
  const rendered = page === undefined ? null : render(page)
  const hasHistory = page !== undefined && (assembly.changesOfPage.get(home)?.length ?? 0) > 0
  return {
    type: 'home',
    route: home,
    title: shell.name,
    description: page?.description ?? page?.outline.firstParagraph ?? `The handbook of ${shell.name}.`,
    ...written(page?.lang ?? shell.lang),
    crumbs: [],
    tree: topTree(assembly, home, true),
    index:
      page === undefined || rendered === null
        ? null
        : {
            html: rendered.html,
            mdx: page.isMdx ? page.path : null,
            title: page.title,
            hasMermaid: rendered.hasMermaid,
            history: hasHistory
              ? { label: 'History of this page', href: hrefFrom(home, assembly.routes.historyOf(home)) }
              : null,
          },
    sections: content.tree.children
      .filter((node) => node.children.length > 0)
      .map((node) => ({ label: node.label, href: hrefFrom(home, node.route), count: node.count })),
    recent: assembly.changes.slice(0, mostRecent).map((shown) => changeRow(assembly, home, shown)),
    decisions: decisions.slice(0, mostDecisions).map((each) => pageItem(assembly, home, each)),
    decisionTotal: decisions.length,
    figures: figures(assembly),
    absent: history.absent,
  }
}

function figures({ content, history, changes }: Assembly): readonly FactView[] {
  const fact = (label: string, value: string, date: string | null = null, note: string | null = null): FactView => ({
    label,
    value,
    href: null,
    note,
    date,
  })
  const number = (count: number): string => count.toLocaleString('en-GB')
  const owned = content.pages.filter((page) => page.owner !== null).length
  const facts = [
    fact('Pages', number(content.pages.length)),
    fact('With an owner', number(owned), null, `of ${number(content.pages.length)}`),
  ]
  const last = changes[0]?.change.landedAt ?? null
  if (last !== null) facts.push(fact('Last change', '', last))
  if (changes.length > 0) {
    const reasons = changes.filter(({ change }) => change.reasoning !== null).length
    const from = history.startsAt === null ? null : `since ${longDate(history.startsAt)}`
    facts.push(fact('Changes', number(changes.length), null, from ?? `${number(reasons)} with a reason`))
  }
  return facts
}
