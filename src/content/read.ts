import type { DialectHandbook } from '../markdown/dialects/dialect.ts'
import { visibilityOfPlace } from '../markdown/visibility.ts'
import type { Configuration } from '../model/configuration.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Audience, FrontMatter } from '../model/front-matter.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page, TreeNode } from '../model/page.ts'
import { commitOfReason } from '../model/reason-file.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { type Asset, placeAssets } from './asset.ts'
import { workTreeReader } from './configuration.ts'
import { dialectsOf } from './dialects.ts'
import { discover } from './discover.ts'
import { fold } from './file-names.ts'
import { folderRules } from './folder-rules.ts'
import { formerAddresses } from './former-address.ts'
import { generatorSettings } from './generator-settings.ts'
import { readNavigation } from './navigation.ts'
import { isContentPath } from './never-content.ts'
import { readHints } from './other-generators.ts'
import type { OutlineStore } from './outline-store.ts'
import type { PageSource } from './page-source.ts'
import { pagesOf } from './pages.ts'
import { type Places, placesOf } from './places.ts'
import { recordFolders } from './record-folders.ts'
import { writtenRedirects } from './redirect-files.ts'
import { addressOf, type Redirect, redirectsOf } from './redirects.ts'
import { repositoryFiles } from './repository-files.ts'
import { findSiteRoots, type SiteRoots } from './site-roots.ts'
import { gateOf, readSources } from './sources.ts'
import { treeOf } from './tree.ts'

/** A handbook's files, read and put in order. */
export interface Content {
  readonly contentRoot: RepoPath
  /** In the order of their paths. */
  readonly pages: readonly Page[]
  readonly byRoute: ReadonlyMap<Route, Page>
  readonly byPath: ReadonlyMap<RepoPath, Page>
  readonly tree: TreeNode
  readonly redirects: readonly Redirect[]
  /** What is wrong with files; what is wrong with links comes from `linkFindings`. */
  readonly findings: readonly Finding[]
  readonly siteRoots: SiteRoots
  readonly places: Places
  /** Files that pages may show or offer; the build copies those that one does. */
  files(): readonly Asset[]
  /** What pages in the languages of other generators may ask for. */
  readonly dialects: DialectHandbook
  /** Folders that hold records of decisions, by the settings of those who keep them. */
  readonly recordFolders: ReadonlySet<string>
  /** Files that pages put in: a change of one is a change of others. */
  readonly included: ReadonlySet<RepoPath>
  /** Files that this build may not show, nor their history: drafts, internal ones, withheld ones, navigation. */
  readonly withheldPaths: ReadonlySet<RepoPath>
  /** Files that would be pages and are withheld, by their address without regard to case. */
  readonly withheldAt: ReadonlyMap<string, RepoPath>
  /** Address of a page that is gone, by its path; null where something else stands there, or nothing can. */
  formerAddress(path: RepoPath): Route | null
  /** Files of reasons that were added later. */
  readonly reasons: readonly RepoPath[]
}

/** How content is read. */
export interface ReadContentOptions {
  /** `public` leaves out drafts and internal pages; `internal` has both. */
  readonly audience: Audience
  ownerOf(path: RepoPath, frontMatter: FrontMatter): string | null
  /** Old paths to the paths of today, from history. */
  readonly moved: ReadonlyMap<RepoPath, RepoPath>
  /** False for a build of what an outsider proposed: `.mdx` is withheld. */
  readonly trusted: boolean
  /** Outlines from the last time; saved by whoever opened them. */
  readonly outlines?: OutlineStore | null
  /** Folders that the build writes into, relative to the repository. */
  readonly skip?: readonly RepoPath[]
}

/**
 * Reads every file below the content folder once and puts pages, tree, old addresses and places in order.
 *
 * The same files give the same content, in the same order, on every machine.
 *
 * @param root - absolute path of the repository
 */
export async function readContent(
  root: string,
  configuration: Configuration,
  contentRoot: RepoPath,
  options: ReadContentOptions,
): Promise<Content> {
  const { unnamed } = await readHints(workTreeReader(root))
  const found = discover(root, contentRoot, new Set(options.skip))
  const ruleOf = folderRules(configuration, contentRoot)
  const isHidden = (path: RepoPath): boolean =>
    options.audience === 'public' && (ruleOf(path).audience === 'internal' || visibilityOfPlace(path) !== 'public')

  const settings = generatorSettings(root, contentRoot)
  const included = new Set<RepoPath>()
  const dialects = dialectsOf(
    configuration,
    { settings, root, contentRoot, markdown: found.markdown, assets: found.assets, audience: options.audience, ruleOf },
    included,
  )
  const records = recordFolders(root)
  const read = readSources(
    root,
    [...found.markdown, ...found.reasons],
    ruleOf,
    gateOf(configuration, contentRoot, { ...options, dialects, recordFolders: records }),
  )
  const navigation = readNavigation(root, contentRoot, { ...found, folders: found.folderNavigation })
  const addresses = addressesOf(found.markdown, contentRoot, unnamed)
  const context = { addresses, navigation, configuration, contentRoot, ownerOf: options.ownerOf }
  const sources = read.sources.filter(({ path }) => commitOfReason(path) === null)
  const made = pagesOf(sources, context)
  const { pages, signs } = withoutSigns(made.pages, sources, configuration.site ?? null)

  const assets = placeAssets(
    found.assets.filter((path) => !isHidden(path)),
    [contentRoot, ...found.staticFolders],
    pages.map(({ route }) => route),
  )
  const withheldPaths = new Set([
    ...read.withheld,
    ...made.withheld,
    ...found.navigation,
    ...found.assets.filter(isHidden),
  ])
  const name = configuration.name ?? pages.find((page) => page.route === '/')?.title ?? 'Handbook'
  const tree = treeOf({ pages, addresses, contentRoot, navigation, name, lang: configuration.lang ?? 'en' })
  const folders = foldersOf(tree)
  const taken = new Set([...pages, ...folders, ...assets].map(({ route }) => fold(route)))
  const { redirects, renames, findings } = redirectsOf({
    pages,
    signs: [...signs, ...aliasesOf(found.links, pages, addresses)],
    settings: writtenRedirects(root, contentRoot, pages, addresses, configuration.site ?? null),
    addresses,
    // Content that lay at the top of the repository before it got a folder had addresses of its own.
    isContent: (path) => isContentPath(path, '' as RepoPath) && !isHidden(path),
    moved: options.moved,
    taken,
    site: configuration.site ?? null,
  })
  const known = {
    contentRoot,
    pages,
    folders,
    assets,
    withheld: withheldPaths,
    reasons: found.reasons,
    links: found.links,
    redirects,
    renames,
    moved: options.moved,
  }
  const some = placesOf({ ...known, files: [] })
  const tops = [...new Set([contentRoot, ...unnamed, '' as RepoPath, ...found.staticFolders])]
  const siteRoots = findSiteRoots(pages, some, tops, settings)
  const others = repositoryFiles(root, pages, some, siteRoots)
  const places = placesOf({ ...known, files: [...others.keys()].filter((path) => others.get(path) === true) })
  return {
    contentRoot,
    pages,
    byRoute: new Map(pages.map((page) => [page.route, page])),
    byPath: new Map(pages.map((page) => [page.path, page])),
    tree,
    redirects,
    findings: [...found.findings, ...read.findings, ...made.findings, ...emptyPages(tree, pages), ...findings],
    siteRoots,
    places,
    files: () => assets,
    dialects,
    recordFolders: records,
    included,
    withheldPaths,
    withheldAt: new Map(
      read.withheld
        .filter((path) => isContentPath(path, contentRoot))
        .map((path) => [fold(addresses.pageRoute(path)), path]),
    ),
    reasons: found.reasons,
    formerAddress: formerAddresses(addresses, taken, redirects),
  }
}

/** A page without text says nothing, unless it is there to hold the pages below it. */
function emptyPages(tree: TreeNode, pages: readonly Page[]): Finding[] {
  const empty = new Set(pages.filter(({ body }) => body.trim() === '').map(({ path }) => path))
  const visit = (node: TreeNode): Finding[] => {
    const isEmpty = node.path !== null && empty.has(node.path) && node.children.length === 0
    const own = isEmpty ? [finding('pages/empty', 'warning', 'The page has no text.', { path: node.path })] : []
    return [...own, ...node.children.flatMap(visit)]
  }
  return empty.size === 0 ? [] : visit(tree)
}

/** Folders of the tree, for links to them. */
function foldersOf(tree: TreeNode): { readonly path: RepoPath; readonly route: Route }[] {
  const own = tree.folder === null ? [] : [{ path: tree.folder, route: tree.route }]
  return [...own, ...tree.children.flatMap(foldersOf)]
}

/** Another name of a page (a symbolic link to it) leads to the page. */
function aliasesOf(links: ReadonlyMap<RepoPath, RepoPath>, pages: readonly Page[], addresses: Addresses): Redirect[] {
  const routes = new Map(pages.map((page) => [page.path, page.route]))
  return [...links].flatMap(([link, path]) => {
    const to = routes.get(path)
    return to === undefined ? [] : [{ from: addresses.formerRoute(link), to }]
  })
}

/** Pages that only say `redirect_to: /elsewhere/` are no pages but old addresses, where their target is a page. */
function withoutSigns(
  pages: readonly Page[],
  sources: readonly PageSource[],
  site: string | null,
): { readonly pages: readonly Page[]; readonly signs: readonly Redirect[] } {
  const targets = new Map(sources.flatMap(({ path, redirectTo }) => (redirectTo === null ? [] : [[path, redirectTo]])))
  if (targets.size === 0) return { pages, signs: [] }
  const byRoute = new Map(pages.map((page) => [fold(page.route), page]))
  const signs = pages.flatMap((page) => {
    const written = targets.get(page.path)
    const route = written === undefined ? null : addressOf(written, '/', site)
    const to = route === null ? undefined : byRoute.get(fold(route))
    return to === undefined || targets.has(to.path) ? [] : [{ from: page.route, to: to.route, page }]
  })
  const gone = new Set(signs.map(({ page }) => page))
  return { pages: pages.filter((page) => !gone.has(page)), signs }
}
