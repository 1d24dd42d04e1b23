import { differenceHtml } from '../../components/difference.ts'
import { compareInBrowser } from '../../markdown/browser/compare.ts'
import { type Archive, type ArchivedVersion, textOfVersion } from '../../model/archive.ts'
import { dayWords } from '../../text/dates.ts'
import { versionsBetween } from './asked.ts'
import { tell } from './notice.ts'

/** Shows the difference of two versions of a page, of whatever age, below the head of the page. */
export async function showComparison(
  archive: Archive,
  asked: { readonly from: string | null; readonly to: string | null },
  back: { readonly href: string; readonly label: string },
): Promise<void> {
  const { before, after } = versionsBetween(archive, asked)
  if (before === undefined || after === undefined) {
    tell('One of the two versions is not among those that are shown here.', back, true)
    return
  }
  const { rendered, lines } = await compareInBrowser(textOfVersion(archive, before), textOfVersion(archive, after))
  const section = document.createElement('section')
  section.className = 'sect span compared'
  section.setAttribute('aria-label', 'What changed between the two versions')
  const what = [rendered?.words ?? '', ...(rendered?.facts ?? [])].filter((words) => words !== '').join('; ')
  const isNothing = lines.length === 0
  tell(
    `${named(before)} compared with ${named(after)}${isNothing ? ': their text is the same' : what === '' ? '' : `: ${what}`}.`,
    back,
  )
  if (!isNothing) {
    // Everything in it was made safe: the sanitiser's tree, and lines that are escaped.
    section.innerHTML = difference(rendered?.html ?? '', differenceHtml(lines))
    if (rendered === null) {
      const note = document.createElement('p')
      note.className = 'quiet'
      note.textContent = 'These versions are too large to be compared as their readers saw them; this is their source.'
      section.prepend(note)
    }
  }
  document.querySelector('main .compared')?.remove()
  document.querySelector('main .head')?.after(section)
  const prose = document.querySelector('main .folio.page .text, main .folio > .prose')
  if (prose !== null) prose.remove()
}

const named = (version: ArchivedVersion): string =>
  version.at === null ? 'A version without a date' : `${dayWords(version.at)} (“${version.title}”)`

function difference(html: string, source: string): string {
  const lines = `<div class="difference" dir="auto">${source}</div>`
  if (html === '') return lines
  const choice = (value: string, words: string) =>
    `<label><input type="radio" name="compared" value="${value}"${value === 'text' ? ' checked' : ''}>${words}</label>`
  return `<text-difference><fieldset><legend class="sr">Show the difference</legend><div class="seg">${choice('sides', 'Side by side')}${choice('text', 'In one text')}${choice('source', 'Source')}</div></fieldset><div class="changed prose" dir="auto">${html}</div>${lines}</text-difference>`
}
