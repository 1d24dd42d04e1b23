import { relative, sep } from 'node:path'
import { type ReadConfiguration, readConfiguration } from '../content/configuration.ts'
import { folderRules } from '../content/folder-rules.ts'
import { linkFindings } from '../content/link-findings.ts'
import { resolverFor } from '../content/links.ts'
import { readContent } from '../content/read.ts'
import { type Forge, forgeFrom } from '../forge/addresses.ts'
import { WhybookError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import type { History } from '../model/history.ts'
import type { Day, RepoPath, Route } from '../model/ids.ts'
import { readCodeOwners } from '../people/code-owners.ts'
import { ownerOf } from '../people/owner.ts'
import { assemble } from './assemble.ts'
import type { Assembly } from './assembly.ts'
import { assetFiles } from './asset-files.ts'
import { blobTexts } from './blob-texts.ts'
import { buildJson } from './build-json.ts'
import { cacheDirectory, untrustedCache } from './cache.ts'
import { digestOf } from './digest.ts'
import { searchDocuments } from './documents.ts'
import type { Handbook, OpenOptions } from './handbook.ts'
import { readPast } from './read-past.ts'
import { pageRenderer, type RenderPage } from './render-page.ts'
import { type SitePage, siteMap } from './site-map.ts'
import { codeOwnersText, openSource, type Source } from './source.ts'
import { type Steps, stepTimes } from './steps.ts'
import { targetReader } from './target-configuration.ts'
import { treeJson } from './tree-json.ts'
import { notFoundView } from './views/own.ts'
import { dayOf } from './words.ts'

/** Everything that one reading of a handbook gave. */
interface Reading {
  readonly assembly: Assembly
  readonly findings: readonly Finding[]
  readonly render: RenderPage
  readonly site: ReadonlyMap<Route, SitePage>
  /** Hash of what every page shares; part of every key. */
  readonly shellKey: string
}

/**
 * Opens the handbook in a folder: reads its configuration, history and content, and puts them together.
 *
 * @param directory - a repository, a folder of one, or a folder without one
 * @throws {WhybookError} `handbook/no-folder`, `content/*` for a configuration that cannot be used, `git/*` for a
 *   repository that cannot be read
 */
export async function openHandbook(directory: string, options: OpenOptions): Promise<Handbook> {
  const source = await openSource(directory)
  const steps = stepTimes()
  try {
    let reading = await read(source, options, steps)
    return handbookOver(source, steps, {
      current: () => reading,
      refresh: async () => {
        const before = reading
        reading = await read(source, options, steps)
        return keysOf(before) !== keysOf(reading)
      },
    })
  } catch (error) {
    await source.repository?.close()
    throw error
  }
}

async function read(source: Source, options: OpenOptions, steps: Steps): Promise<Reading> {
  const { root, repository } = source
  const { configuration, contentRoot, findings } = await steps.time('configuration', () =>
    configurationOf(source, options),
  )
  // What an untrusted person proposed is never written where a trusted build reads (SECURITY decision 1).
  const cache = options.trusted ? await cacheDirectory(root) : await untrustedCache()
  const past = await steps.time('history', () => readPast(source, cache, options.onProgress))
  const audience = options.audience ?? configuration.audience
  const forge = await forgeOf(source, configuration)
  const codeOwners = await codeOwnersText(root)
  const owners = codeOwners === null ? null : readCodeOwners(codeOwners, forge === null ? undefined : forge.kind === 'gitlab' ? 'gitlab' : 'github')
  const ruleOf = folderRules(configuration, contentRoot)
  const content = await steps.time('content', () =>
    readContent(root, configuration, contentRoot, {
      audience,
      ownerOf: (path, frontMatter) => ownerOf(path, frontMatter, ruleOf, owners),
      moved: past.history.moved,
      trusted: options.trusted,
    }),
  )
  return steps.time('assemble', async () => {
    const resolver = resolverFor(content, { site: options.site ?? configuration.site ?? null, forge })
    const { assembly, findings: more } = assemble({
      configuration,
      audience,
      today: options.now ?? today(past.history),
      content,
      resolver,
      history: past.history,
      forge,
      folderName: source.name,
      base: options.base,
      site: options.site,
      trusted: options.trusted,
    })
    const render = pageRenderer(resolver, assembly.shell.remoteImages)
    return {
      assembly,
      render,
      site: siteMap(assembly, render, blobTexts(repository)),
      findings: [
        ...findings,
        ...past.findings,
        ...content.findings,
        ...linkFindings(content.pages, content.files(), resolver),
        ...more,
      ],
      shellKey: digestOf(assembly.shell),
    }
  })
}

interface Live {
  current(): Reading
  refresh(): Promise<boolean>
}

function handbookOver(source: Source, steps: Steps, live: Live): Handbook {
  const assembly = (): Assembly => live.current().assembly
  return {
    root: source.root,
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
    routes: () => {
      const { site, shellKey } = live.current()
      return [...site].map(([route, page]) => ({ route, key: digestOf(shellKey, page.key()) }))
    },
    view: async (route) => {
      const page = live.current().site.get(route)
      if (page === undefined) throw new WhybookError('handbook/no-such-route', `There is no page at ${route}.`)
      return page.view()
    },
    notFound: () => notFoundView(assembly()),
    pageAt: (route) => assembly().content.byRoute.get(route) ?? null,
    searchDocuments: () => searchDocuments(assembly(), live.current().render),
    assets: () => assetFiles(source.root, assembly()),
    mdxPages: () =>
      assembly()
        .content.pages.filter((page) => page.isMdx)
        .map(({ path }) => ({ path, file: `${source.root}/${path}` })),
    treeJson: () => treeJson(assembly().content.tree),
    buildJson: () => buildJson(assembly()),
    refreshFile: async (file) => {
      const inside = relative(source.root, file)
      return inside.startsWith(`..${sep}`) ? false : live.refresh()
    },
    refresh: live.refresh,
    close: async () => {
      await source.repository?.close()
    },
  }
}

async function configurationOf(source: Source, options: OpenOptions): Promise<ReadConfiguration> {
  const read = options.trusted
    ? await readConfiguration(source.root)
    : await readConfiguration(source.root, { read: await targetReader(source.repository, options.targetBranch) })
  const { folder } = source
  const isInside = folder === null || read.contentRoot === folder || read.contentRoot.startsWith(`${folder}/`)
  return isInside ? read : { ...read, contentRoot: folder as RepoPath }
}

async function forgeOf({ repository }: Source, { forge }: ReadConfiguration['configuration']): Promise<Forge | null> {
  if (repository === null) return forgeFrom(null, forge, 'main')
  return forgeFrom(await repository.remoteUrl(), forge, await repository.defaultBranch())
}

/** The day of HEAD, so that two builds of a commit are equal; without history the day of the machine. */
function today(history: History): Day {
  return history.headAt === null ? (new Date().toISOString().slice(0, 10) as Day) : dayOf(history.headAt)
}

const keysOf = ({ site, shellKey }: Reading): string =>
  digestOf(
    shellKey,
    [...site].map(([route, page]) => [route, page.key()]),
  )
