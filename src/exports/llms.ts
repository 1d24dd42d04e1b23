import type { Handbook } from '../handbook/handbook.ts'
import type { PageEntry } from '../model/machine-files.ts'
import type { Page } from '../model/page.ts'
import { markdownText } from '../text/markdown-text.ts'
import { encodeRoute } from '../text/relative.ts'
import type { Placed } from './files.ts'

/**
 * `llms.txt` (llmstxt.org): the pages with one sentence each, by top-level folder in the order of the tree. What no
 * longer counts stands last, under the heading that tells readers to leave it out.
 */
export function llmsText(handbook: Handbook): string {
  const all = handbook.pages.map((page) => handbook.pageEntry(page))
  const current = all.filter((entry) => entry.isCurrent)
  const labels = new Map(handbook.folders().map(({ route, label }) => [route as string, label]))
  const site = handbook.shell.site
  // A page without a folder of its own stands with the others at the top.
  const groups = Map.groupBy(current, ({ route }) => labels.get(`/${route.split('/')[1]}/`) ?? 'Pages')
  const parts = [...groups].map(([label, entries]) => section(label, entries, site))
  const past = all.filter((entry) => !entry.isCurrent)
  if (past.length > 0) parts.push(section('Optional', past, site))
  const about = handbook.pages.find(({ route }) => route === '/')?.description
  const lines = [
    `# ${markdownText(handbook.shell.name)}`,
    ...(about == null ? [] : [`> ${markdownText(about)}`]),
    'Every page is also Markdown (the links below) and JSON with its status, history and reasons (`.json` in place of `.md`). The whole text is in llms-full.txt.',
    ...parts,
  ]
  return `${lines.join('\n\n')}\n`
}

/** What must be known before a page is taken for the rule, in parentheses after its title; empty for most. */
function standingWords({ status, isCurrent, isInForce }: PageEntry): string {
  if (isInForce) return ''
  const words = status[0]?.words ?? 'No longer counts'
  return isCurrent ? ` (${words}; not the rule yet)` : ` (${words})`
}

function section(label: string, entries: readonly PageEntry[], site: string | null): string {
  const lines = entries.map((entry) => {
    const { title, markdown, description } = entry
    const word = standingWords(entry)
    const about = description === null ? '' : `: ${markdownText(description)}`
    return `- [${markdownText(title)}](${addressOf(site, markdown).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})${word}${about}`
  })
  return `## ${markdownText(label)}\n\n${lines.join('\n')}`
}

/**
 * `llms-full.txt`: the text of every page, what counts first; the rest says in its heading that it does not.
 *
 * @param placed - gives pages as Markdown that are written already: their texts are taken from there
 */
export function llmsFullText(handbook: Handbook, placed: Placed = () => null): string {
  const all = handbook.pages.map((page) => ({ page, entry: handbook.pageEntry(page) }))
  const sorted = [...all.filter(({ entry }) => entry.isCurrent), ...all.filter(({ entry }) => !entry.isCurrent)]
  const parts = sorted.map(({ page, entry }) => wholePage(handbook, page, entry, placed))
  return `# ${markdownText(handbook.shell.name)}: the whole handbook\n\n${parts.join('\n\n---\n\n')}`
}

function wholePage(handbook: Handbook, page: Page, entry: PageEntry, placed: Placed): string {
  const label = standingWords(entry)
  const facts = [
    `Address: ${addressOf(handbook.shell.site, entry.route)}`,
    ...entry.status.map(({ words }) => `Status: ${words}`),
    ...entry.turns.map(
      ({ from, status }) => `From ${from}: ${status.map(({ words }) => words).join(', ') || 'no status'}`,
    ),
    ...(entry.owner === null ? [] : [`Owner: ${markdownText(entry.owner)}`]),
    ...(entry.changedAt === null ? [] : [`Last change: ${entry.changedAt.slice(0, 10)}`]),
  ]
  return `# ${markdownText(page.title)}${label}\n\n${facts.join('  \n')}\n\n${textIn(placed(entry.markdown.slice(1)), page) ?? handbook.pageText(page)}`
}

/** Text of a page in its own Markdown file, behind the front matter and the title that we wrote there; else null. */
function textIn(file: string | null, { title }: Page): string | null {
  const start = `\n---\n\n# ${markdownText(title)}\n\n`
  const end = file?.startsWith('---\n') === true ? file.indexOf('\n---\n') : -1
  return file !== null && end !== -1 && file.startsWith(start, end) ? file.slice(end + start.length) : null
}

const addressOf = (site: string | null, route: string): string =>
  site === null ? encodeRoute(route).slice(1) || './' : site + encodeRoute(route).slice(1)
