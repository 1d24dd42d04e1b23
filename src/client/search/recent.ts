import { el, icon } from './dom.ts'

const key = 'whybook-searches'
const most = 6

/** What was searched last in this browser, newest first; none where it keeps nothing. */
function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((item): item is string => typeof item === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

function keep(searches: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(searches.slice(0, most)))
  } catch {
    // Private windows may refuse: then nothing is remembered.
  }
}

/** Remembers a search that led somewhere; it never leaves the browser. */
export function rememberSearch(query: string): void {
  if (query !== '' && query.length <= 200) keep([query, ...recentSearches().filter((other) => other !== query)])
}

/**
 * Recent searches as a list, each of which can be asked again or removed; null without any.
 *
 * @param ask - asks one again
 */
export function recentList(ask: (query: string) => void): HTMLElement | null {
  const searches = recentSearches()
  if (searches.length === 0) return null
  const items = searches.map((query) => {
    const again = el('button', { class: 'again', type: 'button', dir: 'auto' }, query)
    const remove = el('button', { class: 'icon', type: 'button', 'aria-label': `Forget ${query}` }, icon('x'))
    const item = el('li', {}, again, remove)
    again.addEventListener('click', () => ask(query))
    remove.addEventListener('click', () => {
      keep(recentSearches().filter((other) => other !== query))
      const next = item.nextElementSibling ?? item.previousElementSibling
      item.remove()
      const target = next?.querySelector<HTMLElement>('button') ?? null
      if (target === null) list.remove()
      target?.focus()
    })
    return item
  })
  const list = el(
    'section',
    { class: 'recent' },
    el('h2', {}, 'Recent searches'),
    el('ul', { class: 'searches' }, ...items),
  )
  return list
}
