import { textOfVersion } from '../../model/archive.ts'
import type { GoneBlock, WhyFile } from '../../model/why-file.ts'
import { dayWords } from '../../text/dates.ts'
import { loadArchive } from '../past/archive.ts'
import { routeHere } from '../site-tree.ts'

/**
 * Answers a link to a block that is not on the page: leads on to where it stands now, or says when and why it went.
 *
 * @param text - the page's text, above which the answer stands
 * @returns false when nobody knows the block
 */
export async function answerFor(id: string, file: URL, text: HTMLElement): Promise<boolean> {
  const known = await load(file)
  const gone = known?.gone.find((block) => block.id === id)
  if (known === null || gone === undefined) return false
  const change = known.changes[gone.change]
  if (gone.href !== null && gone.was === null) {
    location.replace(new URL(gone.href, location.href))
    return true
  }
  const notice = document.createElement('div')
  notice.className = 'notice warn gone'
  notice.tabIndex = -1
  notice.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.append('The paragraph that this link led to is gone. ')
  if (change !== undefined) {
    const when = change.landedAt === null ? 'on an unknown date' : `on ${dayWords(change.landedAt)}`
    words.append(`It was removed ${when} by “`, link(change.href, change.title), '”')
    words.append(change.reason === null ? '; no reason was recorded.' : `: ${change.reason.short}`)
  }
  if (gone.href !== null) words.append(' ', link(gone.href, 'What stands there now'))
  notice.append(words)
  text.parentElement?.querySelector('.gone')?.remove()
  text.before(notice)
  notice.focus()
  const said = change === undefined || gone.was === null ? null : await textBefore(change.id, gone.was)
  if (said !== null) {
    const quote = document.createElement('blockquote')
    quote.dir = 'auto'
    quote.textContent = said
    notice.append(quote)
  }
  return true
}

/** What stood at some lines of the version that a change replaced; null where that may not be read. */
async function textBefore(change: string, [, line, endLine]: NonNullable<GoneBlock['was']>): Promise<string | null> {
  const loaded = await loadArchive(routeHere())
  if (!('archive' in loaded)) return null
  const { archive } = loaded
  const at = archive.versions.findIndex(({ id }) => id === change)
  const before = at < 0 ? undefined : archive.versions[at + 1]
  if (before === undefined || before.gap === true) return null
  const lines = textOfVersion(archive, before).split('\n')
  return (
    lines
      .slice(line - 1, endLine)
      .join('\n')
      .trim() || null
  )
}

async function load(file: URL): Promise<WhyFile | null> {
  try {
    const response = await fetch(file)
    return response.ok ? ((await response.json()) as WhyFile) : null
  } catch {
    return null
  }
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = href
  made.textContent = words
  return made
}
