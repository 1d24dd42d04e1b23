import { dayWords, localDay } from '../../text/dates.ts'
import { ownJson } from '../root.ts'
import { el, icon } from '../search/dom.ts'
import { blocksIn, type ChangedBlock, changesSince, type PageChangeRow } from './page-changes.ts'
import type { Mark } from './store.ts'

const mostListed = 12
const mostWords = 90

/** Says above a page what has changed on it since it was read, and marks the blocks that did. */
export async function tellPageNews(place: HTMLElement, before: Mark, now: Mark): Promise<void> {
  const since = changesSince(rowsHere(), Number(place.dataset['total']), before, now)
  const day = el('time', { datetime: localDay(new Date(before.at)) }, dayWords(localDay(new Date(before.at))))
  if (since.kind === 'unknown') {
    place.append(
      box(
        'The history of this page was rewritten since you read it on ',
        day,
        '. What has changed since then cannot be told.',
      ),
    )
    return
  }
  const blocks = await blocksHere()
  const ids = new Map(since.changes.map((change) => [change.id, change]))
  const changed = blocks?.filter(({ change }) => ids.has(change)) ?? null
  // Only its spelling, its links or its layout: it says what it said.
  if (since.changes.length === 0 || changed?.length === 0) return
  const items = changed === null ? since.changes.map(changeItem) : blockItems(changed, ids)
  const shown = items.slice(0, mostListed)
  const rest = items.length - shown.length
  const older = since.kind === 'more' ? ' Older changes than these are in its history.' : ''
  place.append(
    box('Changed since you read it on ', day, `.${older}`),
    el('ul', {}, ...shown, rest > 0 ? el('li', {}, `and ${rest} more`) : null),
  )
}

const box = (...words: readonly (string | HTMLElement)[]): HTMLElement =>
  el('p', { class: 'notice' }, icon('history') as unknown as Node, el('span', {}, ...words))

/** The blocks of this page, from the file that its margin names; null where it has none, as without a history of blocks. */
async function blocksHere(): Promise<readonly ChangedBlock[] | null> {
  const file = document.querySelector('block-margin')?.getAttribute('mode') ?? null
  if (file === null) return null
  const blocks = blocksIn(await ownJson(new URL(file, location.href).href))
  return blocks === null || blocks.length === 0 ? null : blocks
}

/**
 * One entry for each part of the text; what changed in one part together is told once. A new section is told by what
 * stands in it: its heading alone only where nothing else changed.
 */
function blockItems(blocks: readonly ChangedBlock[], changes: ReadonlyMap<string, PageChangeRow>): HTMLLIElement[] {
  const seen = new Set<Element>()
  const placed = blocks.map((block) => ({ ...block, isHeading: isHeading(document.getElementById(block.anchor)) }))
  const hasText = placed.some((block) => !block.isHeading)
  return placed.flatMap(({ anchor, change, isHeading }) => {
    if (isHeading && hasText) return []
    const target = document.getElementById(anchor)
    const part = target === null ? null : partOf(target)
    if (target === null || part === null || seen.has(part)) return []
    seen.add(part)
    part.classList.add('since-read')
    const { why = null, href = '', title = '' } = changes.get(change) ?? {}
    const words = el(
      'a',
      { href: `#${encodeURIComponent(anchor)}`, dir: 'auto' },
      firstWords(part.matches('.block') ? (part.firstElementChild ?? part) : part),
    )
    return [el('li', {}, words, ' ', reason(why, href, title))]
  })
}

const changeItem = ({ href, title, why }: PageChangeRow): HTMLLIElement =>
  el(
    'li',
    {},
    el('a', { href, dir: 'auto' }, title),
    ' ',
    why === null ? null : el('q', { class: 'why', dir: 'auto' }, why),
  )

function reason(why: string | null, href: string, title: string): HTMLElement {
  if (why === null) return el('a', { class: 'quiet', href, dir: 'auto' }, title)
  return el('a', { class: 'quiet', href }, el('q', { class: 'why', dir: 'auto' }, why))
}

const isHeading = (element: Element | null): boolean => element?.matches('h1, h2, h3, h4, h5, h6') ?? false

/** The part of the text that an element belongs to: a child of the text itself. */
function partOf(element: Element): Element | null {
  const text = element.closest('.prose')
  let part: Element | null = element
  while (part !== null && part.parentElement !== text) part = part.parentElement
  return part
}

function firstWords(part: Element): string {
  const text = part.textContent.replaceAll(/\s+/g, ' ').trim()
  return text.length <= mostWords ? text || 'A picture' : `${text.slice(0, mostWords).replace(/\s\S*$/, '')}…`
}

/** The changes that the page lists in its timeline, newest first. */
function rowsHere(): PageChangeRow[] {
  return [...document.querySelectorAll('[aria-labelledby="history"] .rows > li')].flatMap((row) => {
    const link = row.querySelector<HTMLAnchorElement>('h3 a')
    const id = /([0-9a-f]{12})\/?$/.exec(link?.getAttribute('href') ?? '')?.[1]
    if (link === null || id === undefined) return []
    const why = row.querySelector('.reason')?.textContent.trim() || null
    return [{ id, href: link.getAttribute('href') ?? '', title: link.textContent.trim(), why }]
  })
}
