import type { Route } from '../../model/ids.ts'
import type { FactView, HomeView } from '../../model/view.ts'
import { amount } from '../../text/counting.ts'
import { dayWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import type { RenderPage } from '../render-page.ts'
import { written } from './base.ts'
import { datedFact, fact } from './fact.ts'
import { nothingChanged } from './history-start.ts'
import { pageItem } from './items.ts'
import { decisionPages } from './list.ts'
import { reasonsTold } from './reasons-told.ts'
import { changeRow } from './rows.ts'
import { topTree } from './tree.ts'
import { uncommittedWords } from './uncommitted.ts'

const mostRecent = 6
const mostDecisions = 4
const home = '/' as Route

/** The home page: search first, the handbook's own index text, its sections, what changed lately, what was decided. */
export function homeView(assembly: Assembly, render: RenderPage): HomeView {
  const { content, shell } = assembly
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
            uncommitted: uncommittedWords(assembly, page),
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
    absent: nothingChanged(assembly),
  }
}

function figures({ content, history, changes }: Assembly): readonly FactView[] {
  const owned = content.pages.filter((page) => page.owner !== null).length
  const facts = [
    fact('Pages', amount(content.pages.length)),
    fact('With an owner', amount(owned), { note: `of ${amount(content.pages.length)}` }),
  ]
  const last = changes[0]?.change.landedAt ?? null
  if (last !== null) facts.push(datedFact('Last change', last))
  if (changes.length > 0) {
    const told = reasonsTold(changes.map(({ change }) => change.reasoning))
    const note = history.startsAt === null ? told : `since ${dayWords(history.startsAt)}: ${told}`
    facts.push(fact('Changes', amount(changes.length), { note }))
  }
  return facts
}
