import { relative, sep } from 'node:path'
import { rereadPage } from '../content/reread.ts'
import { gateOf } from '../content/sources.ts'
import { WhybookError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { type CacheFolder, cacheFolder } from '../source/cache.ts'
import { inputStamp } from '../source/input-stamp.ts'
import { realFilesOf } from '../source/real-files.ts'
import { openSource, type Source } from '../source/source.ts'
import { archivePath } from '../text/archive-path.ts'
import { digestOf } from '../text/digest.ts'
import type { Assembly } from './assembly.ts'
import { assetFiles } from './asset-files.ts'
import { blobTexts } from './blob-texts.ts'
import { type BlockStories, blockStories } from './block-stories.ts'
import { buildJson } from './build-json.ts'
import { searchDocuments } from './documents.ts'
import { feedEntries } from './feed-entries.ts'
import type { Handbook, OpenOptions } from './handbook.ts'
import { latelyJson } from './lately.ts'
import { pageEntry, pageFile } from './page-file.ts'
import { renderFindings } from './page-findings.ts'
import { pageMarkdown, pageText } from './page-markdown.ts'
import { type Reading, readHandbook, withPage } from './reading.ts'
import { calendarsOf } from './reviews.ts'
import { anchorsJson } from './shown-anchors.ts'
import { whyFileOf } from './site-routes.ts'
import { type Steps, stepTimes } from './steps.ts'
import { treeJson } from './tree-json.ts'
import { archiveKey, hasArchive, versionArchive } from './version-archive.ts'
import { versionAt } from './versions.ts'
import { goneKey } from './views/gone-blocks.ts'
import { notFoundView, withheldView } from './views/own.ts'
import { whyFile } from './views/why-file.ts'

/**
 * Opens the handbook in a folder: reads its configuration, history and content, and puts them together.
 *
 * @param directory - a repository, a folder of one, or a folder without one
 * @throws {WhybookError} `handbook/no-folder`, `content/*` for a configuration that cannot be used, `git/*` for a
 *   repository that cannot be read
 */
export async function openHandbook(directory: string, options: OpenOptions): Promise<Handbook> {
  const source = await openSource(directory, options.git)
  const steps = stepTimes()
  const cache = await cacheFolder(source.root, options.trusted)
  try {
    let reading = await readHandbook(source, cache.folder, options, steps)
    return handbookOver(source, options, steps, {
      close: () => close(source, cache),
      current: () => reading,
      refresh: async () => {
        const before = shown(reading)
        reading = await readHandbook(source, cache.folder, options, steps)
        return before !== shown(reading)
      },
      replace: (page, findings) => {
        reading = withPage(reading, page, findings, source)
      },
    })
  } catch (error) {
    await close(source, cache)
    throw error
  }
}

/** Stands for all that a writer sees: the pages, and what is wrong with those that are withheld. */
function shown(reading: Reading): string {
  const { withheldPaths } = reading.assembly.content
  const faults = reading.findings.filter(({ path }) => path !== null && withheldPaths.has(path))
  return digestOf(reading.routes(), faults)
}

async function close(source: Source, cache: CacheFolder): Promise<void> {
  await source.repository?.close()
  await cache.release()
}

interface Live {
  current(): Reading
  refresh(): Promise<boolean>
  close(): Promise<void>
  /** Shows a page's new text. */
  replace(page: Page, findings: readonly Finding[]): void
}

function handbookOver(source: Source, options: OpenOptions, steps: Steps, live: Live): Handbook {
  const assembly = (): Assembly => live.current().assembly
  let told: { readonly of: Assembly; readonly stories: BlockStories } | undefined
  const stories = (): BlockStories => {
    if (told?.of !== assembly())
      told = { of: assembly(), stories: blockStories(assembly(), blobTexts(source.repository)) }
    return told.stories
  }
  return {
    root: source.root,
    get newPage() {
      const { forge, content } = assembly()
      return forge?.newFile(content.contentRoot) ?? null
    },
    get contentRoot() {
      return assembly().content.contentRoot
    },
    get configuration() {
      return assembly().configuration
    },
    get shell() {
      return assembly().shell
    },
    get history() {
      return assembly().history
    },
    get pages() {
      return assembly().content.pages
    },
    get findings() {
      return live.current().findings
    },
    get redirects() {
      return assembly().content.redirects
    },
    get steps() {
      return steps.all()
    },
    addresses: () => live.current().site.keys(),
    routes: () => live.current().routes(),
    view: async (route) => {
      const page = live.current().site.get(route)
      if (page === undefined) throw new WhybookError('handbook/no-such-route', `There is no page at ${route}.`)
      return page.view()
    },
    notFound: () => notFoundView(assembly()),
    withheldAt: (address) => withheldView(assembly(), live.current().findings, address),
    pageAt: (route) => assembly().content.byRoute.get(route) ?? null,
    changedAt: (route) => assembly().changesOfPage.get(route)?.[0]?.change.landedAt ?? null,
    renderFindings: () => renderFindings(assembly().content.pages, live.current().render),
    get searchFiles() {
      return live.current().searchFiles
    },
    searchDocuments: () => searchDocuments(assembly(), live.current().render),
    pageEntry: (page) => pageEntry(assembly(), page),
    pageFile: (page) => pageFile(assembly(), page),
    pageMarkdown: (page) => pageMarkdown(assembly(), page),
    pageText: (page) => pageText(assembly(), page),
    whyFile: (page) =>
      assembly().blocksOf(page).length === 0
        ? null
        : {
            path: whyFileOf(page.route).slice(1),
            key: goneKey(assembly(), page),
            make: () => whyFile(assembly(), page, live.current().render(page)),
          },
    versionAt: (page, day) => versionAt(assembly(), page, day, blobTexts(source.repository)),
    archiveOf: (page) => {
      const now = assembly()
      if (!hasArchive(now, page)) return null
      return {
        path: archivePath(page.route).slice(1),
        key: archiveKey(now, page),
        make: () => versionArchive(now, page, blobTexts(source.repository)),
      }
    },
    blocksOf: (page) => stories().blocksOf(page),
    removedFrom: (page) => stories().removedFrom(page),
    blockAt: (id) => stories().find(id),
    changes: () =>
      assembly().changes.map(({ change, touches }) => ({
        change,
        reasoning: change.reasoning,
        paths: touches.map(({ touch }) => touch.path),
      })),
    changesOf: (page) =>
      assembly().historyHidden.has(page.route) ? [] : (assembly().changesOfPage.get(page.route) ?? []),
    calendars: () => calendarsOf(assembly()),
    feedEntries: () => feedEntries(assembly()),
    folders: () =>
      [...assembly().standing.values()].flatMap(({ node, above }) =>
        node.children.length > 0 && above.length > 0 ? [{ route: node.route, label: node.label }] : [],
      ),
    get ownRoutes() {
      return assembly().routes
    },
    assets: () => assetFiles(assembly(), realFilesOf(source.root)),
    mdxPages: () =>
      assembly()
        .content.pages.filter((page) => page.isMdx)
        .map(({ path }) => ({ path, file: `${source.root}/${path}` })),
    treeJson: () => treeJson(assembly().content.tree),
    anchorsJson: () => anchorsJson(assembly().content, assembly().anchors),
    latelyJson: () => latelyJson(assembly()),
    buildJson: () => buildJson(assembly()),
    refreshFile: async (file) => {
      const inside = relative(source.root, file).split(sep).join('/')
      if (inside.startsWith('../')) return false
      const { content, ruleOf, configuration, audience } = assembly()
      const page = content.byPath.get(inside as RepoPath)
      if (page === undefined || content.included.has(page.path)) return live.refresh()
      const gate = gateOf(configuration, content.contentRoot, {
        audience,
        trusted: options.trusted,
        dialects: content.dialects,
        recordFolders: content.recordFolders,
      })
      const fresh = rereadPage(source.root, page, ruleOf, gate)
      if (fresh === null) return live.refresh()
      if (fresh.page.drawn === page.drawn) return false
      live.replace(fresh.page, fresh.findings)
      return true
    },
    inputStamp: () =>
      inputStamp(source, new Set(options.skip.map((folder) => relative(source.root, folder).split(sep).join('/')))),
    refresh: live.refresh,
    close: live.close,
  }
}
