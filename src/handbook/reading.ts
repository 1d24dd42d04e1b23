import { join, relative, sep } from 'node:path'
import type { ReadText } from '../content/configuration.ts'
import { folderRules } from '../content/folder-rules.ts'
import { linkFindings } from '../content/link-findings.ts'
import { openOutlineStore } from '../content/outline-store.ts'
import { type Content, readContent } from '../content/read.ts'
import { searchFilePaths } from '../content/search-files.ts'
import type { Repository } from '../git/repository.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { History } from '../model/history.ts'
import type { Day, RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { readCodeOwners } from '../people/code-owners.ts'
import { ownerOf } from '../people/owner.ts'
import { codeOwnersText } from '../source/code-owners-file.ts'
import { codeVersion } from '../source/code-version.ts'
import { committedFiles } from '../source/committed.ts'
import { readPast } from '../source/read-past.ts'
import { configurationOf, forgeOf } from '../source/settings.ts'
import type { Source } from '../source/source.ts'
import { targetReader } from '../source/target-configuration.ts'
import { digestOf } from '../text/digest.ts'
import { assemble } from './assemble.ts'
import type { Assembly } from './assembly.ts'
import { blobTexts } from './blob-texts.ts'
import { decidedChanges } from './decided-changes.ts'
import type { OpenOptions, RouteKey } from './handbook.ts'
import { reasonFindings } from './reason-files.ts'
import { redactFindings } from './redaction.ts'
import { pageRenderer, type RenderPage } from './render-page.ts'
import { shownNames } from './shown-changes.ts'
import { type SitePage, siteMap } from './site-map.ts'
import type { Steps } from './steps.ts'
import { uncommittedFindings } from './uncommitted-findings.ts'
import { gateOf } from './visibility.ts'
import { dayOf } from './words.ts'

/** Everything that one reading of a handbook gave. */
export interface Reading {
  readonly assembly: Assembly
  readonly findings: readonly Finding[]
  readonly render: RenderPage
  /** Files of search on the target branch; null where those in the folder count. */
  readonly searchFiles: ReadonlyMap<RepoPath, string> | null
  readonly site: ReadonlyMap<Route, SitePage>
  /** Every page with its key; worked out once. */
  routes(): readonly RouteKey[]
}

/** Reads configuration, history and content of a source and puts them together. */
export async function readHandbook(
  source: Source,
  cache: string,
  options: OpenOptions,
  steps: Steps,
): Promise<Reading> {
  const { root, repository } = source
  const { configuration, contentRoot, path, findings } = await steps.time('configuration', () =>
    configurationOf(source, options),
  )
  const searchFiles = options.trusted
    ? null
    : await textsOf(searchFilePaths(contentRoot), await targetReader(repository, options.targetBranch))
  const { past, committed } = await steps.time('history', async () => {
    const past = await readPast(source, cache, options.onProgress)
    return { past, committed: await committedFiles(root, repository, past.history.head, contentRoot) }
  })
  const audience = options.audience ?? configuration.audience
  const forge = await forgeOf(source, configuration)
  const codeOwners = codeOwnersText(root)
  const owners =
    codeOwners === null
      ? null
      : readCodeOwners(codeOwners, forge === null ? undefined : forge.kind === 'gitlab' ? 'gitlab' : 'github')
  const ruleOf = folderRules(configuration, contentRoot)
  const outlines = openOutlineStore(join(cache, 'outlines'), codeVersion())
  const content = await steps.time('content', () =>
    readContent(root, configuration, contentRoot, {
      outlines,
      audience,
      ownerOf: (path, frontMatter) => ownerOf(path, frontMatter, ruleOf, owners),
      moved: shownNames(gateOf({ configuration, audience, ruleOf, contentRoot }, past.history), past.history),
      trusted: options.trusted,
      skip: options.skip.map((folder) => relative(root, folder).split(sep).join('/') as RepoPath),
    }),
  )
  const notKept = await outlines.save().then(
    () => [],
    (error: Error) => [
      finding('content/cache', 'info', `What was read could not be kept for the next time: ${error.message}.`),
    ],
  )
  return steps.time('assemble', async () => {
    const { assembly: whole, findings: more } = assemble({
      configuration,
      audience,
      today: options.now ?? today(past.history),
      content,
      history: past.history,
      forge,
      folderName: source.name,
      base: options.base,
      site: options.site,
      trusted: options.trusted,
      committed,
    })
    const assembly = { ...whole, decided: await decidedChanges(whole, blobTexts(repository)) }
    const drawn = drawing(assembly, repository)
    return {
      assembly,
      ...drawn,
      searchFiles,
      findings: [
        ...findings,
        ...past.findings,
        ...redactFindings(configuration.redact, content, past.history, path),
        ...content.findings,
        ...reasonFindings(content.reasons, past.history),
        ...linkFindings(content.pages, content.files(), assembly.resolver),
        ...notKept,
        ...uncommittedFindings(content.pages, committed),
        ...more,
      ],
    }
  })
}

/** The files that are there. */
async function textsOf(paths: readonly RepoPath[], read: ReadText): Promise<ReadonlyMap<RepoPath, string>> {
  const texts = new Map<RepoPath, string>()
  for (const path of paths) {
    const text = await read(path)
    if (text !== null) texts.set(path, text)
  }
  return texts
}

/** Findings that follow from the text of one page and what stood at other addresses when all was read. */
const ofText = /^(?:links|images|dialect|includes)\//

/**
 * The reading with one page's text replaced. Who links to whom and what is wrong with other pages are those of the last
 * whole reading, so that a saved file is on screen at once.
 *
 * @param own - what reading the page again found
 */
export function withPage(reading: Reading, page: Page, own: readonly Finding[], { repository }: Source): Reading {
  const { content } = reading.assembly
  const pages = content.pages.map((each) => (each.path === page.path ? page : each))
  const next: Content = {
    ...content,
    pages,
    byRoute: new Map(content.byRoute).set(page.route, page),
    byPath: new Map(content.byPath).set(page.path, page),
  }
  const assembly = { ...reading.assembly, content: next }
  const findings = [
    ...reading.findings.filter(({ path, ruleId }) => path !== page.path || !ofText.test(ruleId)),
    ...linkFindings(pages, next.files(), assembly.resolver, [page]),
    ...own.filter(({ ruleId }) => ofText.test(ruleId)),
  ]
  return { ...reading, assembly, findings, ...drawing(assembly, repository) }
}

/** How the pages of an assembly are drawn, and their keys, which are worked out once. */
function drawing(assembly: Assembly, repository: Repository | null): Pick<Reading, 'render' | 'site' | 'routes'> {
  const render = pageRenderer(assembly.resolver, assembly.shell.remoteImages, assembly.blocksOf)
  const site = siteMap(assembly, render, blobTexts(repository))
  const shell = digestOf(assembly.shell, assembly.forge?.home ?? null)
  let keys: readonly RouteKey[] | undefined
  return {
    render,
    site,
    routes: () => {
      keys ??= [...site].map(([route, page]) => ({ route, key: digestOf(shell, page.key()) }))
      return keys
    },
  }
}

/** The day of HEAD, so that two builds of a commit are equal; without history the day of the machine. */
function today(history: History): Day {
  return history.headAt === null ? (new Date().toISOString().slice(0, 10) as Day) : dayOf(history.headAt)
}
