import type { Day, Route } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import { type StatusInput, statusesAt, turningDays } from '../../model/status.ts'
import type { LinkView, StatusView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { chainDays, takesEffect } from '../supersession.ts'

/** Statuses of a page on a day, that of the build when none is named; the main one first. */
export function pageStatuses(
  assembly: Assembly,
  from: Route,
  page: Page,
  day: Day = assembly.today,
): readonly StatusView[] {
  return statusesAt(inputOf(assembly, page), day).map(({ name, label, dateWord, date }) => ({
    name,
    label,
    dateWord,
    date,
    link: name === 'superseded' ? supersededLink(assembly, page, from) : null,
  }))
}

/** The next of what replaces a page, or null; until that takes effect the page counts all the same. */
export function supersededLink(assembly: Assembly, page: Page, from = page.route): LinkView | null {
  const by = assembly.supersededBy.get(page.route)?.[0]
  return by === undefined ? null : { label: by.title, href: hrefFrom(from, by.route) }
}

/**
 * The days after that of the build from which on a page says something else of how it stands, with what it says then.
 * A site is read on other days than it was built on.
 *
 * @param told - what is said on a day
 */
export function turnsOf<Told>(
  assembly: Assembly,
  page: Page,
  told: (day: Day) => Told,
): readonly { readonly from: Day; readonly told: Told }[] {
  const { today } = assembly
  const days = [...turningDays(inputOf(assembly, page), today), ...chainDays(assembly, page, today)]
  if (days.length === 0) return []
  let before = JSON.stringify(told(today))
  return [...new Set(days)].toSorted().flatMap((from) => {
    const then = told(from)
    const written = JSON.stringify(then)
    if (written === before) return []
    before = written
    return [{ from, told: then }]
  })
}

function inputOf(assembly: Assembly, page: Page): StatusInput {
  const by = assembly.supersededBy.get(page.route)?.[0]
  const since = by?.frontMatter.decided as Day | undefined
  return {
    kind: page.kind,
    frontMatter: page.frontMatter,
    supersededBy: by === undefined ? null : { title: by.title, effective: takesEffect(by), since: since ?? null },
    rule: assembly.ruleOf(page.path),
  }
}
