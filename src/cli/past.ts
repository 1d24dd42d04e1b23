import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { addressesOf } from '../content/addresses.ts'
import { workTreeReader } from '../content/configuration.ts'
import { isMarkdown, isSummary } from '../content/file-names.ts'
import { isContentPath } from '../content/never-content.ts'
import { readHints } from '../content/other-generators.ts'
import { readRegularFile } from '../content/read-file.ts'
import { walk } from '../content/walk.ts'
import type { GitChoice } from '../git/open.ts'
import { usedWords } from '../history/used-words.ts'
import type { History, MergeRequestReference } from '../model/history.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import { cacheDirectory } from '../source/cache.ts'
import { readPast } from '../source/read-past.ts'
import { configurationOf, forgeOf } from '../source/settings.ts'
import { openSource } from '../source/source.ts'
import { decodeText } from '../text/decode.ts'

/** What `log` and `why` need of a handbook: its history and its addresses, without reading a single page. */
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
  /** Text of a page as it is on disk; null for one that is not there, is no plain file or lies outside of the content. */
  textOf(path: RepoPath): string | null
  /** Text of a page at HEAD; opens the repository anew. */
  committedText(path: RepoPath): Promise<string | null>
  /** True for a word that pages on disk use; reads all of them when it is first asked. */
  isUsed(word: string): boolean
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
    const known = new Set(files)
    const textOf = (path: RepoPath) => (known.has(path) ? textAt(join(root, path)) : null)
    return {
      root,
      history,
      files,
      routeOf: (path) => (isContentPath(path, contentRoot) ? addresses.pageRoute(path) : null),
      addressOf: (reference) => forge?.mergeRequest(reference) ?? null,
      textOf,
      committedText: (path) => committedText(directory, git, path),
      isUsed: usedWords(() => files.map((path) => textOf(path) ?? '')),
    }
  } finally {
    await repository?.close()
  }
}

function textAt(file: string): string | null {
  const reading = readRegularFile(file)
  return 'bytes' in reading ? decodeText(reading.bytes).text : null
}

async function committedText(directory: string, git: GitChoice, path: RepoPath): Promise<string | null> {
  const { repository } = await openSource(directory, git)
  if (repository === null) return null
  try {
    const head = await repository.head()
    const bytes = head === null ? null : await repository.file(head, path)
    return bytes === null ? null : decodeText(Buffer.from(bytes)).text
  } finally {
    await repository.close()
  }
}
