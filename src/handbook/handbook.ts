import type { GitChoice } from '../git/open.ts'
import type { BlockStory } from '../model/block-history.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Finding } from '../model/finding.ts'
import type { Audience } from '../model/front-matter.ts'
import type { History, PageChange } from '../model/history.ts'
import type { Day, Instant, RepoPath, Route } from '../model/ids.ts'
import type { PageEntry, PageFile } from '../model/machine-files.ts'
import type { Page } from '../model/page.ts'
import type { NotFoundView, Shell, View } from '../model/view.ts'
import type { WhyFile } from '../model/why-file.ts'
import type { Trust } from '../source/settings.ts'
import type { RemovedText, ShownBlockPlace } from './block-stories.ts'
import type { FeedEntry } from './feed-entries.ts'
import type { calendarsOf } from './reviews.ts'
import type { SearchDocument } from './search-documents.ts'
import type { SiteRoutes } from './site-routes.ts'
import type { PageVersion } from './versions.ts'

/** How a handbook is opened; what the command line's shared options say. */
export interface OpenOptions extends Trust {
  /** `public` leaves out drafts and internal pages; null takes the configuration's. */
  readonly audience: Audience | null
  /** The day that statuses are judged at; null takes the committer date of HEAD, or today without history. */
  readonly now: Day | null
  /** `--base`: where 404.html is served from; null takes the path of `site`, else `/`. */
  readonly base: string | null
  /** `--site`; null takes the configuration's. */
  readonly site: string | null
  /** Folders that hold no pages though they lie in the repository, absolute: what the build writes into. */
  readonly skip: readonly string[]
  readonly git: GitChoice
  /** Called while history is read; both counts are commits. */
  readonly onProgress: (done: number, total: number) => void
}

/** A route of the site with the hash of all that its page is made of (DESIGN decision 3). */
export interface RouteKey {
  readonly route: Route
  readonly key: string
}

/** A file that holds all versions of a page. */
export interface ArchiveFile {
  /** Path below the output folder. */
  readonly path: string
  /** Hash of all that it is made from. */
  readonly key: string
  make(): Promise<string>
}

/** A file that the build copies into the output. */
export interface AssetFile {
  /** Absolute path of the file; inside the content folder, symlinks resolved. */
  readonly from: string
  /** Path below the output folder, `/`-separated. */
  readonly to: string
  /** SVG files are sanitised on the way (SECURITY decision 3). */
  readonly isSvg: boolean
}

/** Seconds of wall time and of CPU that a step of opening took, for `build --json` and the benchmark. */
export interface StepTime {
  readonly step: string
  readonly seconds: number
  readonly cpuSeconds: number
}

/** Everything known of one handbook at one commit and work tree: the only door for the floors above. */
export interface Handbook {
  /** Absolute path: the repository's root, or the folder itself without one. */
  readonly root: string
  /** Content folder, relative to `root`; `` when it is the root. */
  readonly contentRoot: RepoPath
  readonly configuration: Configuration
  readonly shell: Shell
  readonly history: History
  readonly pages: readonly Page[]
  /** Form for a new page on the forge; null without one. */
  readonly newPage: string | null
  /** What was found wrong on opening it. */
  readonly findings: readonly Finding[]
  readonly redirects: readonly { readonly from: Route; readonly to: Route }[]
  readonly steps: readonly StepTime[]
  /** Every HTML page of the site but 404.html, in a fixed order. */
  addresses(): Iterable<Route>
  /** The same with their keys, which for all pages take as long as reading the handbook. */
  routes(): readonly RouteKey[]
  /**
   * All that the page at a route shows.
   *
   * @throws {WhybookError} `handbook/no-such-route`
   */
  view(route: Route): Promise<View>
  notFound(): NotFoundView
  /** While writing: what is wrong with the page that would stand at an address; null where none is withheld. */
  withheldAt(address: string): NotFoundView | null
  /** When the newest change of a page landed that this build may show; null without one. */
  changedAt(route: Route): Instant | null
  /** The page's source and address, for messages about a route; null for our own pages. */
  pageAt(route: Route): Page | null
  /** What drawing every page finds wrong; draws those that have not been drawn. */
  renderFindings(): readonly Finding[]
  /** `search.yml` and `questions.yml` of the target branch, for what an untrusted person proposed; else null. */
  readonly searchFiles: ReadonlyMap<RepoPath, string> | null
  /** What the search index is made of, in a fixed order. */
  searchDocuments(): Iterable<SearchDocument>
  /** What lists of pages tell of a page. */
  pageEntry(page: Page): PageEntry
  /** Everything that the site tells of a page, for `PAGE.json`. */
  pageFile(page: Page): PageFile
  /** `PAGE.md`. */
  pageMarkdown(page: Page): string
  /** What is known of every block of a page, for its margin, and where its file stands; null where that is nothing. */
  whyFile(page: Page): { readonly path: string; readonly key: string; make(): WhyFile } | null
  /** Text of a page without its title, as Markdown. */
  pageText(page: Page): string
  /** Source of a page as it stood at the end of a day; null when it was not there, may not be shown or cannot be read. */
  versionAt(page: Page, day: Day): Promise<PageVersion | null>
  /** The file of a page's versions; null for a page with a single one that may be shown. */
  archiveOf(page: Page): ArchiveFile | null
  /** Blocks of a page below its front matter, and where each comes from as far as this build may tell it. */
  blocksOf(page: Page): Promise<readonly BlockStory[]>
  /** What used to stand on a page and is gone, newest first, as far as this build may tell it. */
  removedFrom(page: Page): Promise<readonly RemovedText[]>
  /** Where the block with an id is, or what removed it; null for one that this build knows nothing of. */
  blockAt(id: string): Promise<ShownBlockPlace | null>
  /** Shown changes of the whole handbook, newest first, with the paths that they touched. */
  changes(): readonly (Pick<PageChange, 'change' | 'reasoning'> & { readonly paths: readonly RepoPath[] })[]
  /** Shown changes of a page, newest first; none where its folder does not show its history. */
  changesOf(page: Page): readonly PageChange[]
  /** Changes as feeds tell them, newest first. */
  feedEntries(): readonly FeedEntry[]
  /** Calendars of what is to be reviewed. */
  calendars(): ReturnType<typeof calendarsOf>
  /** Folders of the handbook in the order of the tree, the home page's not among them. */
  folders(): readonly { readonly route: Route; readonly label: string }[]
  /** Addresses of our own pages. */
  readonly ownRoutes: SiteRoutes
  assets(): readonly AssetFile[]
  /** `.mdx` files that may run, by repository path. */
  mdxPages(): readonly { readonly path: RepoPath; readonly file: string }[]
  /** The whole navigation tree as `[label, route, children]`, for `_whybook/tree.json`. */
  treeJson(): string
  /** Where headings are that pages had under another anchor, for `_whybook/anchors.json`. */
  anchorsJson(): string
  /** The newest changes, for browsers that were here before: `_whybook/lately.json`. */
  latelyJson(): string
  /** Commit and day of the build, for `_whybook/build.json`: what changes with every build. */
  buildJson(): string
  /** Reads one changed file again; true when something that a page shows changed. */
  refreshFile(file: string): Promise<boolean>
  /** Stands for all that the handbook is read from, as it is now: another one is a reason to read again. */
  inputStamp(): Promise<string>
  /** Reads everything again, history included; true when something changed. */
  refresh(): Promise<boolean>
  close(): Promise<void>
}
