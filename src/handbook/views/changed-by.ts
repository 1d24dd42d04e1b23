import type { ChangedByView } from '../../model/life-view.ts'
import type { Page } from '../../model/page.ts'
import type { FactView } from '../../model/view.ts'
import { dayWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import { visible } from '../../text/visible.ts'
import type { Assembly } from '../assembly.ts'
import { decisionsOfChange } from '../decided-changes.ts'
import { fact } from './fact.ts'
import { changeHref } from './rows.ts'

const mostDecisions = 3

/** The pages that landed with a decision, in the changes that brought or accepted it, newest change first. */
export function changedBy(assembly: Assembly, page: Page): readonly ChangedByView[] {
  if (page.kind !== 'decision') return []
  const seen = new Set<Page>([page])
  return (assembly.changesOfPage.get(page.route) ?? []).flatMap(({ change }) => {
    const shown = assembly.changeById.get(change.id)
    if (shown === undefined || !decisionsOfChange(assembly, shown).includes(page)) return []
    return shown.touches.flatMap(({ page: other }) => {
      if (other === null || other.kind === 'decision' || seen.has(other)) return []
      seen.add(other)
      const newest = assembly.changesOfPage.get(other.route)?.[0]?.change
      return {
        page: { label: other.title, href: hrefFrom(page.route, other.route) },
        change: {
          label: visible(change.mergeRequest?.reference ?? change.id.slice(0, 7)),
          href: changeHref(assembly, page.route, shown),
        },
        landedAt: change.landedAt,
        changedAgain: newest === undefined || newest.id === change.id ? null : newest.landedAt,
      }
    })
  })
}

/** The decisions that a page was changed by, newest first, for its margin. */
export function decidedIn(assembly: Assembly, page: Page): readonly FactView[] {
  if (page.kind === 'decision') return []
  const found = new Map<Page, string | null>()
  for (const { change } of assembly.changesOfPage.get(page.route) ?? []) {
    for (const decision of decisionsOfChange(assembly, { change })) {
      if (decision !== page && !found.has(decision)) found.set(decision, change.landedAt)
    }
  }
  return [...found].slice(0, mostDecisions).map(([{ title, route }, at]) =>
    fact('Decided in', title, {
      href: hrefFrom(page.route, route),
      note: at === null ? null : `landed ${dayWords(at)}`,
    }),
  )
}
