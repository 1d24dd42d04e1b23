import { addressesOf } from '../content/addresses.ts'
import { workTreeReader } from '../content/configuration.ts'
import { isMarkdown, isSummary } from '../content/file-names.ts'
import { isContentPath } from '../content/never-content.ts'
import { readHints } from '../content/other-generators.ts'
import { walk } from '../content/walk.ts'
import type { GitChoice } from '../git/open.ts'
import type { History, MergeRequestReference } from '../model/history.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import { cacheDirectory } from '../source/cache.ts'
import { readPast } from '../source/read-past.ts'
import { configurationOf, forgeOf } from '../source/settings.ts'
import { openSource } from '../source/source.ts'

/** What `log` needs of a handbook: its history and its addresses, without reading a single page. */
export interface Past {
  /** Absolute path of the repository. */
  readonly root: string
  readonly history: History
  /** Markdown files of the content on disk, committed or not. */
  readonly files: readonly RepoPath[]
  /** Address of a page; null for a file outside of the content. */
  routeOf(path: RepoPath): Route | null
  /** Address of a merge request on the forge. */
  addressOf(reference: MergeRequestReference): string | null
}

/** Opens a handbook's history alone. */
export async function openPast(
  directory: string,
  git: GitChoice,
  onProgress: (done: number, total: number) => void,
): Promise<Past> {
  const source = await openSource(directory, git)
  const { root, repository } = source
  try {
    const [{ history }, { configuration, contentRoot }, { unnamed }] = await Promise.all([
      readPast(source, await cacheDirectory(root), onProgress),
      configurationOf(source, { trusted: true, targetBranch: null }),
      readHints(workTreeReader(root)),
    ])
    const isPage = (path: RepoPath) => isMarkdown(path) && !isSummary(path) && isContentPath(path, contentRoot)
    const files = walk(root, contentRoot).flatMap(({ kind, path }) => (kind === 'file' && isPage(path) ? [path] : []))
    const addresses = addressesOf(files, contentRoot, unnamed)
    const forge = await forgeOf(source, configuration)
    return {
      root,
      history,
      files,
      routeOf: (path) => (isContentPath(path, contentRoot) ? addresses.pageRoute(path) : null),
      addressOf: (reference) => forge?.mergeRequest(reference) ?? null,
    }
  } finally {
    await repository?.close()
  }
}
