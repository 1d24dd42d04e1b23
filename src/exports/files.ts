import type { Handbook, RouteKey } from '../handbook/handbook.ts'
import { calendarText } from './calendar.ts'
import { feedFiles, plannedFeeds } from './feeds.ts'
import { llmsFullText, llmsText } from './llms.ts'
import { pagesFile } from './pages-file.ts'
import { schemaFiles } from './schema-files.ts'

/** A file for machines: made only when it is not there already. */
export interface MachineFile {
  /** Output path. */
  readonly path: string
  /** What it is made from; the same parts give the same text. */
  readonly madeFrom: readonly string[]
  /** @param placed - files that are made already, to spare making their text again; the result is the same without */
  make(placed?: Placed): string
}

/** Text of a file of the output that stands before this one in the order of {@link machineFiles}; null without it. */
export type Placed = (path: string) => string | null

/**
 * Files that a site has for machines and other tools, in a fixed order: each page as Markdown and as JSON, lists of
 * pages, feeds, calendars of reviews, and the schemas of the JSON files.
 *
 * @param routes - what `handbook.routes()` gave
 */
export function* machineFiles(handbook: Handbook, routes: readonly RouteKey[]): Iterable<MachineFile> {
  const keys = new Map<string, string>(routes.map(({ route, key }) => [route, key]))
  const keyOf = (route: string): string => keys.get(route) ?? ''
  const whole = handbook.pages.map(({ route }) => keyOf(route))
  for (const page of handbook.pages) {
    const { markdown, json, asOf } = handbook.pageEntry(page)
    const madeFrom = [keyOf(page.route), keyOf(handbook.ownRoutes.historyOf(page.route))]
    yield { path: markdown.slice(1), madeFrom, make: () => handbook.pageMarkdown(page) }
    yield { path: json.slice(1), madeFrom: [...madeFrom, asOf], make: () => jsonText(handbook.pageFile(page)) }
    const why = handbook.whyFile(page)
    if (why !== null) yield { path: why.path, madeFrom: [keyOf(page.route), why.key], make: () => jsonText(why.make()) }
  }
  const commit = handbook.history.head ?? ''
  yield { path: 'pages.json', madeFrom: [...whole, commit], make: () => jsonText(pagesFile(handbook)) }
  yield { path: 'llms.txt', madeFrom: whole, make: () => llmsText(handbook) }
  yield { path: 'llms-full.txt', madeFrom: whole, make: (placed) => llmsFullText(handbook, placed) }
  for (const [path, text] of schemaFiles()) yield { path, madeFrom: [text], make: () => text }
  yield* feeds(handbook)
  for (const { route, name, entries } of handbook.calendars()) {
    const about = { name, headAt: handbook.history.headAt }
    const madeFrom = [JSON.stringify([about, entries])]
    yield { path: route.slice(1), madeFrom, make: () => calendarText(about, entries) }
  }
}

/** Two files of each feed, made together when the first is wanted. */
function* feeds(handbook: Handbook): Iterable<MachineFile> {
  const { shell, history } = handbook
  for (const feed of plannedFeeds(handbook)) {
    const { subject, entries } = feed
    const madeFrom = [
      JSON.stringify([shell.site, shell.lang, subject]),
      ...(entries.length === 0 ? [history.headAt ?? ''] : []),
      ...entries.slice(0, subject.most).map(({ key }) => key),
    ]
    let files: ReadonlyMap<string, string> | undefined
    const made = () => {
      files ??= new Map(feedFiles(handbook, feed))
      return files
    }
    for (const route of [subject.atom, subject.json]) {
      const path = route.slice(1)
      yield { path, madeFrom, make: () => made().get(path) ?? '' }
    }
  }
}

const jsonText = (value: object): string => `${JSON.stringify(value)}\n`
