import { dayWords, localDay } from '../../text/dates.ts'
import { ownJson } from '../root.ts'
import { el } from '../search/dom.ts'
import { addressOf } from '../site-tree.ts'
import { byWeight, latelyFile, type News, sinceMark } from './since.ts'
import type { Mark } from './store.ts'

const mostShown = 3

/** Lists what has changed since a visit, by weight: new policies, changed policies, decisions, the rest. */
export async function tellNews(place: HTMLElement, before: Mark): Promise<void> {
  const file = latelyFile(await ownJson('_whybook/lately.json'))
  if (file === null) return
  const { kind, news } = sinceMark(file, before)
  if (kind === 'told' && news.length === 0) return
  const day = localDay(new Date(before.at))
  const heading = el('h2', { id: 'since-visit' }, 'Since your last visit')
  const lead = el(
    'p',
    { class: 'quiet' },
    ...leadWords(kind, news.length, el('time', { datetime: day }, dayWords(day))),
  )
  const pages = file.pages
  const groups = byWeight(news).map((group) => {
    const [shown, rest] = [group.news.slice(0, mostShown), group.news.slice(mostShown)]
    const items = (all: readonly News[]) => all.map((each) => newsItem(each, pages))
    return el(
      'div',
      { class: 'news' },
      el('h3', {}, group.heading),
      el('ul', {}, ...items(shown)),
      rest.length === 0
        ? null
        : el('details', {}, el('summary', { class: 'more' }, `${rest.length} more`), el('ul', {}, ...items(rest))),
    )
  })
  place.replaceChildren(
    el('section', { class: 'sect', 'aria-labelledby': 'since-visit' }, el('header', {}, heading), lead, ...groups),
  )
}

function leadWords(kind: string, count: number, day: HTMLElement): readonly (string | HTMLElement)[] {
  const end = ' Only this browser knows when that was.'
  if (kind === 'unknown')
    return ['You were here on ', day, '. The history was rewritten since then: what has changed cannot be told.']
  const changes = `${count} ${count === 1 ? 'change' : 'changes'}`
  if (kind === 'more') return [`More than ${changes} since `, day, `; these are the newest.${end}`]
  return [`${changes} since `, day, `.${end}`]
}

function newsItem(
  { title, why, to: [route, anchor], pages: own, landedAt }: News,
  pages: readonly (readonly [string, string])[],
): HTMLElement {
  const href = addressOf(route) + (anchor === '' ? '' : `#${encodeURIComponent(anchor)}`)
  const named = own.slice(0, 3).flatMap((at) => {
    const [to, name] = pages[at] ?? []
    return to === undefined || name === undefined ? [] : [el('a', { href: addressOf(to), dir: 'auto' }, name)]
  })
  const more = own.length > 3 ? [el('span', {}, `and ${own.length - 3} more`)] : []
  const day = landedAt === null ? [] : [el('time', { datetime: landedAt }, dayWords(landedAt))]
  return el(
    'li',
    {},
    el('a', { class: 't', href, dir: 'auto' }, title),
    why === null ? null : el('q', { class: 'why', dir: 'auto' }, why),
    el('div', { class: 'meta' }, ...day, ...named, ...more),
  )
}
