import { removedBlocks } from '../../markdown/browser/removed-blocks.ts'
import { type Archive, type ArchivedVersion, textOfVersion } from '../../model/archive.ts'
import { dayWords } from '../../text/dates.ts'

/** Versions that are looked through, and blocks that are listed. */
const most = { versions: 80, blocks: 60 }

/** Lists what used to stand on the page, newest first, each with when, why, by whom and under which heading. */
export async function listRemoved(archive: Archive, place: Element): Promise<void> {
  const versions = archive.versions.slice(0, most.versions)
  const list = document.createElement('ul')
  list.className = 'rows'
  place.replaceChildren(list)
  let count = 0
  let last = ''
  for (const blocks of removedBlocks(versions.map((version) => textOfVersion(archive, version)))) {
    for (const { since, section, html } of blocks) {
      const version = versions[since]
      if (version === undefined || count >= most.blocks) continue
      count += 1
      // What one change took out of one section stands together.
      const place = `${since} ${section}`
      if (place === last) list.lastElementChild?.querySelector('del')?.insertAdjacentHTML('beforeend', html)
      else list.append(row(version, section, html))
      last = place
    }
    if (count >= most.blocks) break
    // The page stays usable while hundreds of versions are compared.
    await new Promise((resolve) => setTimeout(resolve))
  }
  const note = document.createElement('p')
  note.className = 'quiet'
  const isCut = count >= most.blocks || archive.versions.length > versions.length || archive.older > 0
  if (count === 0) note.textContent = 'Nothing that stood here was taken out; what changed is in the list below.'
  else if (isCut) note.textContent = `These are the newest ${count}; older ones are in the versions.`
  place.append(note)
}

function row({ id, at, title, why, by }: ArchivedVersion, section: string, html: string): HTMLLIElement {
  const item = document.createElement('li')
  const meta = document.createElement('p')
  meta.className = 'meta'
  const day = document.createElement('b')
  day.textContent = at === null ? 'On an unknown day' : dayWords(at)
  const where = document.createElement('span')
  where.textContent = section === 'the beginning' ? 'before the first section' : `in ${section}`
  const who = document.createElement('span')
  who.textContent = by.join(', ')
  const link = document.createElement('a')
  link.href = `?to=${id}`
  link.textContent = title
  meta.append(day, ' ', where, ' ', who, ' ', link)
  const text = document.createElement('del')
  text.className = 'whole'
  // Made by the sanitiser's tree.
  text.innerHTML = `<span class="sr">removed: </span>${html}`
  const body = document.createElement('div')
  body.className = 'changed prose'
  body.dir = 'auto'
  body.append(text)
  item.append(meta, body)
  if (why !== null) {
    const reason = document.createElement('p')
    reason.className = 'reason'
    reason.dir = 'auto'
    reason.textContent = why
    item.append(reason)
  }
  return item
}
