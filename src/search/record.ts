import type { SearchDocument } from '../handbook/search-documents.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { writeCard } from './query/card.ts'

/** What a page is found by beside what it says of itself. */
export interface RecordMore {
  /** Words that its title could have been written with as well. */
  readonly alike?: readonly string[]
  /** Numbers of the questions that it is pinned to. */
  readonly pinned?: readonly number[]
}

/**
 * A page as Pagefind reads it: an HTML document with the page's own text and, in attributes that are not read as
 * text, what filters and results need.
 */
export function recordHtml(page: SearchDocument, more: RecordMore = {}): string {
  const language = languageOf(page.lang)
  return [
    `<!doctype html><html${language === null ? '' : ` lang="${language}"`}><head><title></title></head>`,
    '<body data-pagefind-body>',
    `<h1 data-pagefind-meta="title">${escapeHtml(page.title)}</h1>`,
    meta('path', pathWords(page.route)),
    meta('words', page.keywords.join(', ')),
    meta('alike', (more.alike ?? []).join(', ')),
    filter('kind', page.kind),
    filter('folder', page.folder),
    filter('status', page.status),
    filter('owner', page.owner),
    ...(more.pinned ?? []).map((number) => filter('pinned', String(number))),
    filter('card', writeCard({ ...page, status: page.statusShown })),
    page.description === null ? '' : `<p>${escapeHtml(page.description)}</p>`,
    page.html,
    '</body></html>',
  ].join('\n')
}

/**
 * The language whose rules of word endings are used: `en` for `en-GB`, so that one handbook is one index. Pagefind
 * puts it into file names, so what is no language is none.
 */
export function languageOf(lang: string): string | null {
  const [, language] = /^([a-z]{2,3})(?:[-_]|$)/.exec(lang.trim().toLowerCase()) ?? []
  return language ?? null
}

/** The last two parts of an address as words: people search for them. */
function pathWords(route: string): string {
  const parts = route.split('/').filter((part) => part !== '')
  return parts
    .slice(-2)
    .join(' ')
    .replaceAll(/[-_.]+/g, ' ')
}

function meta(name: string, value: string): string {
  return value === '' ? '' : `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`
}

function filter(name: string, value: string | null): string {
  return value === null || value === ''
    ? ''
    : `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`
}
