import type { Day } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import { standing } from '../../model/status.ts'
import type { LinkView, NoticeView } from '../../model/view.ts'
import { dayWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { currentOf, takesEffect } from '../supersession.ts'
import { shownStart } from './history-start.ts'
import { pageStatuses } from './status.ts'

/**
 * The state of the whole page on a day, when a reader must know it before the text: one at most, what could mislead
 * most first.
 */
export function noticeAt(assembly: Assembly, page: Page, day: Day): NoticeView | null {
  const statuses = pageStatuses(assembly, page.route, page, day)
  const dateOf = (name: string) => statuses.find((each) => each.name === name)?.date
  const link = (to: Page): LinkView => ({ label: to.title, href: hrefFrom(page.route, to.route) })
  const main = statuses[0]?.name
  if (main === 'superseded') {
    const current = currentOf(assembly, page, day)
    const isKnown = current !== page
    const text = isKnown ? 'This page no longer counts. Read instead:' : 'This page no longer counts.'
    return { tone: 'warn', text, link: isKnown ? link(current) : null }
  }
  if (main === 'ended') return { tone: 'warn', text: `This page ended${on(dateOf('ended'))}.`, link: null }
  if (main === 'later') {
    const counting = countingUntil(assembly, page, day)
    const text = `Not the rule yet: it takes effect${on(dateOf('later'))}.`
    if (counting === null) return { tone: 'warn', text, link: null }
    return { tone: 'warn', text: `${text} Until then this holds:`, link: link(counting) }
  }
  if (main === 'proposed' && page.kind === 'policy') {
    return { tone: 'warn', text: 'Only proposed: this is no rule yet.', link: null }
  }
  const overdue = dateOf('overdue')
  if (overdue !== undefined) {
    const owner = page.owner === null ? ' and has no owner. Do not rely on it for money or law.' : '.'
    return { tone: 'warn', text: `This page was due for review${on(overdue)}${owner}`, link: null }
  }
  const next = assembly.supersededBy.get(page.route)?.[0]
  const effect = next === undefined ? null : takesEffect(next)
  if (next !== undefined && effect !== null && effect > day) {
    return { tone: 'plain', text: `This holds until ${dayWords(effect)}. From that day on:`, link: link(next) }
  }
  const start = shownStart(assembly)
  return start === null ? null : { tone: 'plain', text: start, link: null }
}

/** What holds on a day in place of a page that will replace it; null where it replaces nothing that does. */
function countingUntil(assembly: Assembly, page: Page, day: Day): Page | null {
  for (const old of assembly.supersedes.get(page.route) ?? []) {
    const current = currentOf(assembly, old, day)
    const name = pageStatuses(assembly, page.route, current, day)[0]?.name
    if (current !== page && name !== undefined && standing(name) === 'counts') return current
  }
  return null
}

const on = (date: string | null | undefined): string => (date == null ? '' : ` on ${dayWords(date)}`)
