import { type Archive, type ArchivedVersion, textOfVersion } from '../../model/archive.ts'
import { dayWords } from '../../text/dates.ts'
import { sourceTitle } from '../../text/source-title.ts'
import { drawSource } from '../renderer.ts'
import { versionOn } from './asked.ts'
import { addressesThen } from './links.ts'
import { tell } from './notice.ts'

/** Puts the page as it stood at the end of a day in the place of today's, and says so. */
export async function showDay(archive: Archive, route: string, day: string): Promise<void> {
  const now = { href: location.pathname, label: 'Read it as it is now' }
  const version = versionOn(archive, day)
  const main = document.querySelector('main .prose')
  if (main === null) return
  // What stands around the text is of today: statuses, reasons, the edit button.
  for (const other of document.querySelectorAll(
    'main :is(.tags, .lead, .strip, .small-contents, .actions, .timeline, .turn), main .folio > :not(.head, .text), main .text > :not(.prose)',
  ))
    other.remove()
  if (version === undefined) {
    main.replaceChildren()
    const first = archive.versions.at(-1)
    const since = first?.at == null ? '' : ` The oldest version that is shown here is of ${dayWords(first.at)}.`
    tell(`This page was not here yet on ${dayWords(day)}, as far as its history is shown.${since}`, now)
    return
  }
  const source = textOfVersion(archive, version)
  const { html, sections } = await drawSource(source, await addressesThen(version.path, route, `?at=${day}`))
  main.innerHTML = html
  const heading = document.querySelector('main h1')
  const title = sourceTitle(source) ?? heading?.textContent ?? ''
  if (heading !== null) heading.textContent = title
  document.title = `${title}, on ${dayWords(day)}`
  const list = document.querySelector('nav.tree .sections')
  list?.replaceChildren(
    ...sections
      .filter(({ depth }) => depth === 2)
      .map(({ id, text }) => {
        const item = document.createElement('li')
        const link = document.createElement('a')
        link.href = `#${encodeURIComponent(id)}`
        link.textContent = text
        item.append(link)
        return item
      }),
  )
  tell(bannerOf(archive, version, day), now)
  if (location.hash !== '') document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
}

function bannerOf({ versions }: Archive, version: ArchivedVersion, day: string): string {
  const isNewest = version === versions[0]
  const said = `This is the page as it stood on ${dayWords(day)}: the version of ${dayWords(version.at ?? day)}, “${version.title}”.`
  if (version.gap === true && !version.at?.startsWith(day))
    return `${said} Another one that is not shown here may have taken its place by then.`
  return `${said} ${isNewest ? 'It has not changed since.' : 'It no longer counts.'}`
}
