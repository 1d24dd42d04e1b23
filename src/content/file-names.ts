/** What file names say: which files are Markdown, which are a folder's index, what number and words a name has. */

const MARKDOWN = /\.(?:html\.md|html\.markdown|md|markdown|mdx)$/i
const INDEX = ['index', 'readme', '_index']

export const isMarkdown = (name: string): boolean => MARKDOWN.test(name)
export const isMdx = (name: string): boolean => /\.mdx$/i.test(name)

/** Name or path without the ending of a Markdown file: `a/b.html.md` gives `a/b`. */
export const stemOf = (path: string): string => path.replace(MARKDOWN, '')

/** True for a source as Middleman and static generators name it: `a.html.md`. */
export const isHtmlSource = (path: string): boolean => /\.html\.(?:md|markdown)$/i.test(path)

/** Last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/**
 * `SUMMARY.md` in capitals is navigation of GitBook and mdBook, `_sidebar.md` of docsify and wikis; `summary.md` is a
 * page.
 */
export const isSummary = (path: string): boolean => /^(?:SUMMARY|_[Ss]idebar)\.md$/.test(nameOf(path))

/** Folder of a path, without trailing slash; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Rank of a folder's index file: 0 `index`, 1 `README`, 2 `_index`; null for any other file. */
export function indexRank(name: string): number | null {
  const rank = INDEX.indexOf(stemOf(nameOf(name)).toLowerCase())
  return rank === -1 ? null : rank
}

/** Which of two files of one name and address comes first: a plain `.md` before an `.html.md`, then by path. */
export function compareNames(a: string, b: string): number {
  return Number(isHtmlSource(a)) - Number(isHtmlSource(b)) || (a < b ? -1 : 1)
}

/** The form in which names and addresses are compared: two that agree in it are one file on some machine. */
export const fold = (text: string): string => (ASCII.test(text) ? text : text.normalize('NFC')).toLowerCase()

const ASCII = /^[\0-\x7f]*$/

/** Number in front of a name, for order: `02-scope` gives 2, `2024-01-05-x` none. */
export function numberOf(name: string): number | null {
  const digits = /^(\d{1,4})[-_. ]+(?=\D)/.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * Name without the two-digit number in front (`02-scope` gives `scope`), as addresses and titles have it.
 *
 * `1-on-1`, `360-feedback`, `0004-use-postgres` and `90-day-plan` say something with their number and keep it.
 */
export function withoutNumber(name: string): string {
  return name.replace(/^\d\d[-_. ]+(?=\p{L})(?!(?:second|minute|hour|day|week|month|quarter|year|percent)s?\b)/iu, '')
}

/** A name as a title: `02-parental_leave` gives `Parental leave`; capitals inside are kept. */
export function humanise(name: string): string {
  const words = withoutNumber(name)
    .replaceAll(/[-_\s]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
