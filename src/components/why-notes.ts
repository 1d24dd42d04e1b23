import type { ChangeRow, PartMarkView } from '../model/view.ts'
import { dayWords } from '../text/dates.ts'
import { names } from '../text/names.ts'
import { type Html, html } from './html.ts'
import { isUpright } from './words.ts'

/**
 * A page's HTML with its notes and bars in it: each marked part becomes a block, its note after its text, so that who
 * hears the page hears the rule first.
 *
 * @param text - safe HTML
 * @param marks - in the order of their places
 */
export function withNotes(text: string, marks: readonly PartMarkView[]): string {
  let result = ''
  let at = 0
  for (const mark of marks) {
    const { from, to, isChanged } = mark
    const note = mark.change === null ? '' : noteHtml(mark, mark.change).text
    result += `${text.slice(at, from)}<div class="block${isChanged ? ' changed' : ''}">${text.slice(from, to)}${note}</div>`
    at = to
  }
  return result + text.slice(at)
}

function noteHtml({ anchor, word, isChanged }: PartMarkView, change: ChangeRow): Html {
  const { reason, href, title } = change
  if (reason === null) return html``
  const upright = isUpright(reason.short)
  const label = reason.kind === 'what' || upright ? html`<span class="said-by">${reason.label}</span>` : null
  const when = html`<span class="when">${isChanged && BAR}<span>${word} ${dateHtml(change)}</span></span>`
  const said = html`<q class="why${upright && ' upright'}" dir="auto">${reason.short}</q>`
  const link = anchor !== null && html`<a class="copy" href="#${anchor}">Link to this paragraph</a>`
  const links = html`<p class="links"><a href="${href}" aria-label="Open the change: ${title}">Open the change</a>${link}</p>`
  return html`<details class="note"><summary>${when}${label}${said}${refHtml(change)}</summary><div class="full">${links}</div></details>`
}

const BAR = html`<svg class="i bar" viewBox="0 0 8 24" aria-hidden="true"><path d="M1 3h5v18H1z"/></svg>`

const dateHtml = ({ landedAt }: ChangeRow): Html | string =>
  landedAt === null ? 'an unknown date' : html`<time datetime="${landedAt}">${dayWords(landedAt)}</time>`

function refHtml({ mergeRequest, authors }: ChangeRow): Html | null {
  const people = names(authors)
  if (mergeRequest === null) return people === '' ? null : html`<span class="ref">${people}</span>`
  const reference = html`<bdi>${mergeRequest.reference}</bdi>`
  return people === ''
    ? html`<span class="ref">${reference}</span>`
    : html`<span class="ref">${reference}, ${people}</span>`
}
