import type { ChangeRow, LinkView } from '../model/view.ts'
import { counted } from '../text/counting.ts'
import { dayOfYear, dayWords } from '../text/dates.ts'
import { names } from '../text/names.ts'
import { type Html, html } from './html.ts'
import { isUpright, sizeWords } from './words.ts'

/** How a list shows its changes. */
export interface ItemOptions {
  /** The year, or the month, stands above: dates are short. */
  readonly short?: boolean
  /** Dates of the last days are worded by script. */
  readonly near?: boolean
}

/** A change in a list; in the list of a month with what it is found and filtered by. */
export interface Item {
  readonly change: ChangeRow
  /** Anchor, in lists where a change without a page of its own is looked up. */
  readonly id?: string
  /** Positions in the page's lists of folders and owners, for the filter; empty where it touched none. */
  readonly folders?: string
  readonly owners?: string
}

/**
 * Items of a list of changes: when, what, how much, where, why and by whom. A handbook's pages hold tens of thousands
 * of them, more than of everything else together: so they are no component.
 */
export function changeItems(items: readonly Item[], options: ItemOptions = {}): string {
  return items.map((item) => itemHtml(item, options).text).join('')
}

function itemHtml({ change, id = '', folders = '', owners = '' }: Item, options: ItemOptions): Html {
  const hasReason = change.reason !== null
  const attributes = [
    id !== '' && html` id="${id}"`,
    folders !== '' && html` data-f="${folders}"`,
    owners !== '' && html` data-o="${owners}"`,
    hasReason && html` data-why`,
  ]
  const title = html`<h3 dir="auto"><a href="${change.href}">${change.title}</a></h3>`
  const told = html`<div> ${metaHtml(change, options)} ${title} ${movedHtml(change)} ${pagesHtml(change)} </div>`
  const people = html`<p class="meta"> ${referenceHtml(change)} ${peopleHtml(change)} </p>`
  const side = html`<div class="side${hasReason && ' tick'}"> ${reasonHtml(change)} ${people} </div>`
  return html`<li${attributes}> ${told} ${side} </li>`
}

function metaHtml(change: ChangeRow, options: ItemOptions): Html {
  const what = change.kind === 'added' ? 'Written' : change.kind === 'removed' ? 'Removed' : ''
  const [whatHtml, sizeHtml] = [what, sizeWords(change)].map((words) => words !== '' && html`<span>${words}</span>`)
  return html`<div class="meta"> <b>${dateHtml(change, options)}</b> ${whatHtml ?? null} ${sizeHtml ?? null} </div>`
}

function dateHtml({ landedAt }: ChangeRow, { short = false, near = false }: ItemOptions): Html | string {
  if (landedAt === null) return 'Unknown date'
  const time = html`<time datetime="${landedAt}">${short ? dayOfYear(landedAt) : dayWords(landedAt)}</time>`
  return near ? html`<page-clock mode="near"> ${time} </page-clock>` : time
}

function movedHtml({ kind, previousPath, path }: ChangeRow): Html | null {
  if (kind !== 'moved' || previousPath === null) return null
  return html`<p class="said"> <del> <span class="sr">moved from:</span> ${previousPath} </del> <ins> <span class="sr">to:</span> ${path} </ins> </p>`
}

function pagesHtml({ pages, pageCount }: ChangeRow): Html | null {
  if (pages.length === 0) return null
  const others = pageCount - pages.length
  return html`<div class="meta"> ${pages.map(pageHtml)} ${
    others > 0 && html`<span>and ${counted(others, 'more page')}</span>`
  } </div>`
}

const pageHtml = ({ href, label }: LinkView): Html =>
  href === '' ? html`<span>${label}</span>` : html`<a href="${href}">${label}</a>`

/** The reason as lists show it: short, in the voice of a person. */
function reasonHtml({ reason }: ChangeRow): Html {
  if (reason === null) return html`<p>No reason was recorded.</p>`
  const { kind, short, label } = reason
  const upright = isUpright(short)
  const labelHtml =
    kind === 'why' && !upright ? html`<span class="sr">${label}:</span>` : html`<p class="said-by">${label}</p>`
  return html`${labelHtml} <p class="reason${upright && ' upright'}" dir="auto">${short}</p>`
}

function referenceHtml({ mergeRequest }: ChangeRow): Html | null {
  if (mergeRequest === null) return null
  const { href, reference } = mergeRequest
  return href === null ? html`<bdi>${reference}</bdi>` : html`<a href="${href}"> <bdi>${reference}</bdi> </a>`
}

function peopleHtml({ authors, mergedBy }: ChangeRow): Html | false {
  const people = mergedBy === null ? names(authors) : `${names(authors)}, merged by ${mergedBy}`
  return people !== '' && html`<span>${people}</span>`
}
