import type { Configuration } from '../model/configuration.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { visible } from '../text/visible.ts'
import type { Addresses } from './addresses.ts'
import { compareNames, fold, folderOf, indexRank } from './file-names.ts'
import type { Navigation } from './navigation-entry.ts'
import type { PageSource } from './page-source.ts'
import { titleOf } from './titles.ts'

/** What makes a page out of a file, beside the file. */
export interface PageContext {
  readonly addresses: Addresses
  readonly navigation: Navigation
  readonly configuration: Configuration
  readonly contentRoot: RepoPath
  ownerOf(path: RepoPath, frontMatter: FrontMatter): string | null
}

/** Longer parts of an address cannot be written as a file beside which `.json` stands. */
const MOST_BYTES = 240

/**
 * Gives files their addresses and titles. Of two files with one address the first by name is published ({@link compareNames}); the
 * other is named with it and withheld, never silently.
 *
 * @param sources - in the order of their paths
 */
export function pagesOf(
  sources: readonly PageSource[],
  context: PageContext,
): { readonly pages: readonly Page[]; readonly withheld: readonly RepoPath[]; readonly findings: readonly Finding[] } {
  const pages: Page[] = []
  const withheld: RepoPath[] = []
  const findings: Finding[] = []
  const routes = new Map(sources.map(({ path }) => [path, context.addresses.pageRoute(path)]))
  const holders = holdersOf(routes)
  for (const source of sources) {
    const { path } = source
    const route = routes.get(path) as Route
    const holder = holders.get(fold(route))
    const isTooLong = route.split('/').some((part) => Buffer.byteLength(part) > MOST_BYTES)
    if (holder !== path || isTooLong) {
      const [rule, reason] = isTooLong
        ? ['address', 'The name of the file is too long for an address. The page is withheld.']
        : [
            'collision',
            `This file and ${visible(holder ?? '')} have one address, ${visible(route)}; this one is withheld. Rename one of them.`,
          ]
      findings.push(finding(`pages/${rule}`, 'error', reason, { path }))
      withheld.push(path)
      continue
    }
    pages.push(pageOf(source, route, context, findings))
  }
  for (const { path, route } of pages) {
    const folderRoute = context.addresses.folderRoute(folderOf(path) as RepoPath)
    if (indexRank(path) === null || route === folderRoute) continue
    const holder = holders.get(fold(folderRoute))
    const other = holder === undefined ? 'another page' : `${visible(holder)} as the page`
    const reason = `The folder has ${other} for its own address, so this one is at ${visible(route)}.`
    findings.push(finding('pages/second-index', 'info', reason, { path }))
  }
  return { pages, withheld, findings }
}

/** The file that has each address, by folded address. */
function holdersOf(routes: ReadonlyMap<RepoPath, Route>): ReadonlyMap<string, RepoPath> {
  const holders = new Map<string, RepoPath>()
  for (const [path, route] of routes) {
    const key = fold(route)
    const known = holders.get(key)
    if (known === undefined || compareNames(path, known) < 0) holders.set(key, path)
  }
  return holders
}

function pageOf(source: PageSource, route: Route, context: PageContext, findings: Finding[]): Page {
  const { path, kind, audience, frontMatter, body, bodyLine, text, lines, digest, drawn, outline, isMdx } = source
  const { configuration, contentRoot, navigation } = context
  const homeName = configuration.name ?? 'Handbook'
  return {
    path,
    route,
    title: titleOf(source, navigation.labels.get(path) ?? null, contentRoot, homeName),
    kind,
    audience,
    frontMatter,
    description: frontMatter.description?.trim() || null,
    body,
    bodyLine,
    text,
    lines,
    digest,
    drawn,
    outline,
    owner: context.ownerOf(path, frontMatter),
    lang: langOf(source, configuration, findings),
    isMdx,
  }
}

function langOf({ path, frontMatter }: PageSource, { lang = 'en' }: Configuration, findings: Finding[]): string {
  if (frontMatter.lang === undefined) return lang
  try {
    return Intl.getCanonicalLocales(frontMatter.lang)[0] ?? lang
  } catch {
    const reason = `“lang: ${visible(frontMatter.lang)}” is no language tag such as en or pt-BR.`
    findings.push(finding('pages/lang', 'warning', reason, { path, line: 1 }))
    return lang
  }
}
