import type { Archive } from '../../model/archive.ts'
import { dayWords } from '../../text/dates.ts'
import { routeHere } from '../site-tree.ts'
import { loadArchive } from './archive.ts'
import { askedIn } from './asked.ts'
import { tell } from './notice.ts'

export { showSides } from './sides.ts'

/** Shows what the address asks for: `?at=DATE`, `?from=CHANGE&to=CHANGE`. */
export async function showPast(): Promise<void> {
  const asked = askedIn(location.search)
  const back = { href: location.pathname, label: 'Back' }
  if (asked.kind === 'nonsense') {
    tell('This address names no day and no change: a day is written 2026-03-01.', back, true)
    return
  }
  const route = pageRoute()
  const loaded = await loadArchive(route)
  if ('problem' in loaded) tell(`${loaded.problem} Below is what stands here now.`, back, true)
  else if (asked.kind === 'day') await (await import('./as-it-stood.ts')).showDay(loaded.archive, route, asked.day)
  else await (await import('./compared.ts')).showComparison(loaded.archive, asked, back)
}

/** Fills what is opened on a history page: the choice of versions, or what used to stand on the page. */
export async function offer(details: Element): Promise<void> {
  const place = details.querySelector('.offer, .used')
  if (place === null) return
  const loaded = await loadArchive(pageRoute())
  if ('problem' in loaded) place.textContent = loaded.problem
  else if (place.className === 'offer') offerVersions(loaded.archive, place)
  else await (await import('./removed.ts')).listRemoved(loaded.archive, place)
}

function offerVersions(archive: Archive, place: Element): void {
  const form = document.createElement('form')
  form.className = 'row panel slim'
  const newest = archive.versions[0]?.id ?? ''
  form.append(
    choice(archive, 'from', 'Compare', archive.versions[1]?.id ?? newest),
    choice(archive, 'to', 'with', newest),
    button('Show the words'),
  )
  const note = document.createElement('p')
  note.className = 'quiet'
  note.textContent = archive.older === 0 ? '' : `${archive.older} older versions are not kept here.`
  place.replaceChildren(form, note)
  linkRows(archive)
}

/** Each change in the list below gets a link to what it changed. */
function linkRows({ versions }: Archive): void {
  for (const { id } of versions.slice(0, -1)) {
    const title = document.querySelector(`main .rows h3 a[href*="${id}"]`)
    const link = document.createElement('a')
    link.href = `?to=${id}`
    link.textContent = 'Show the words'
    title?.closest('li')?.querySelector('.meta')?.append(' ', link)
  }
}

function choice({ versions }: Archive, name: string, words: string, chosen: string): HTMLElement {
  const label = document.createElement('label')
  label.className = 'row one'
  const select = document.createElement('select')
  select.className = 'input auto'
  select.name = name
  for (const { id, at, title } of versions) {
    const date = at === null ? 'without a date' : dayWords(at)
    const short = title.length > 50 ? `${title.slice(0, 50)}…` : title
    select.append(new Option(`${date}, ${short}`, id, id === chosen, id === chosen))
  }
  label.append(words, ' ', select)
  return label
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.className = 'btn'
  made.textContent = words
  return made
}

/** Route of the page that this one is of: a history page lies below its page. */
function pageRoute(): string {
  const here = document.querySelector<HTMLAnchorElement>('main [data-of]')
  if (here === null) return routeHere()
  const path = new URL(here.href).pathname
  const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).pathname
  const route = path.slice(root.length - 1)
  try {
    return decodeURIComponent(route)
  } catch {
    return route
  }
}
