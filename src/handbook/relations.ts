import type { Resolver } from '../content/links.ts'
import type { Content } from '../content/read.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { withoutEdges } from '../text/edges.ts'

/** How pages relate to each other beside the tree. */
export interface Relations {
  readonly linkedFrom: ReadonlyMap<Route, readonly Page[]>
  readonly supersededBy: ReadonlyMap<Route, Page>
  readonly supersedes: ReadonlyMap<Route, readonly Page[]>
  readonly findings: readonly Finding[]
}

/** Reads "linked from" out of the pages' links, and what replaced what out of `supersedes`. */
export function relationsOf(content: Content, resolver: Resolver): Relations {
  const linkedFrom = new Map<Route, Page[]>()
  const supersededBy = new Map<Route, Page>()
  const supersedes = new Map<Route, readonly Page[]>()
  const findings: Finding[] = []
  for (const page of content.pages) {
    const targets = new Set<Page>()
    for (const link of page.outline.links) {
      if (link.kind !== 'link') continue
      const { to } = resolver.explain('link', page, link.target)
      if (to !== null && to !== page) targets.add(to)
    }
    for (const target of targets) append(linkedFrom, target.route, page)

    const replaced: Page[] = []
    for (const name of page.frontMatter.supersedes ?? []) {
      const old = pageNamed(content, page, name)
      if (old === null || old === page) {
        findings.push(
          finding('pages/supersedes', 'warning', `“supersedes: ${name}” names no other page of the handbook.`, {
            path: page.path,
            line: 1,
          }),
        )
      } else {
        replaced.push(old)
        if (replaces(page)) supersededBy.set(old.route, page)
      }
    }
    if (replaced.length > 0) supersedes.set(page.route, replaced)
  }
  return { linkedFrom, supersededBy, supersedes, findings }
}

/** What is only proposed, or was rejected, withdrawn or put off, replaces nothing. */
const replaces = ({ frontMatter: { status, draft } }: Page): boolean =>
  draft !== true && (status === undefined || status === 'accepted' || status === 'superseded')

/** The page that front matter names by its path below the content folder, with or without extension, or its address. */
function pageNamed(content: Content, from: Page, name: string): Page | null {
  const bare = withoutEdges(name.trim(), /\//).replace(/\.mdx?$/, '')
  const prefix = content.contentRoot === '' ? '' : `${content.contentRoot}/`
  const beside = from.path.slice(0, from.path.lastIndexOf('/') + 1)
  const byRoute = content.byRoute.get((bare === '' ? '/' : `/${bare}/`) as Route)
  if (byRoute !== undefined) return byRoute
  for (const base of [prefix, '', beside]) {
    for (const ending of ['.md', '.mdx', '/index.md', '/README.md', '/_index.md']) {
      const page = content.byPath.get(`${base}${bare}${ending}` as RepoPath)
      if (page !== undefined) return page
    }
  }
  return null
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
