import type { Day, Route } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import { statusesAt } from '../../model/status.ts'
import type { LinkView, StatusView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'

/** Statuses of a page on the day of the build, the main one first. */
export function pageStatuses(assembly: Assembly, from: Route, page: Page): readonly StatusView[] {
  const by = assembly.supersededBy.get(page.route)
  const supersededBy =
    by === undefined ? null : { title: by.title, effective: (by.frontMatter.effective ?? null) as Day | null }
  return statusesAt(
    { kind: page.kind, frontMatter: page.frontMatter, supersededBy, rule: assembly.ruleOf(page.path) },
    assembly.today,
  ).map(({ name, label, dateWord, date }) => ({
    name,
    label,
    dateWord,
    date,
    link: name === 'superseded' ? supersededLink(assembly, page, from) : null,
  }))
}

/** What replaces a page, or null; until that takes effect the page counts all the same. */
export function supersededLink(assembly: Assembly, page: Page, from = page.route): LinkView | null {
  const by = assembly.supersededBy.get(page.route)
  return by === undefined ? null : { label: by.title, href: hrefFrom(from, by.route) }
}
