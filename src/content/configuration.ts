import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Configuration } from '../model/configuration.ts'
import { CONFIGURATION_FILES } from '../model/configuration-files.ts'
import { defaultConfiguration } from '../model/default-configuration.ts'
import { WhybookError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import { nameOf } from './file-names.ts'
import { findContent } from './find-content.ts'
import { readHints } from './other-generators.ts'
import { rulesWithoutFolder } from './rules-without-folder.ts'
import { walk } from './walk.ts'
import { writtenFolder } from './written-folder.ts'

/** The configuration, and where the pages are. */
export interface ReadConfiguration {
  readonly configuration: Configuration
  /** Folder of the pages relative to the repository's root; empty when it is the repository itself. */
  readonly contentRoot: RepoPath
  /** File it was read from; null when there is none and everything has its default. */
  readonly path: RepoPath | null
  readonly findings: readonly Finding[]
}

/** Text of a file of the repository, null when there is none. */
export type ReadText = (path: RepoPath) => Promise<string | null>

/**
 * Reads `handbook.yml` from the repository's root or the content folder, and finds the content folder.
 *
 * @param root - absolute path of the repository
 * @param options.read - untrusted mode: how files of the target branch are read; the work tree's own configuration
 *   is then not looked at
 * @throws {WhybookError} `content/configuration` when it has a fault, `content/two-configurations` when there are
 *   two, `content/no-content` when the folder it names is not there
 */
export async function readConfiguration(
  root: string,
  options: { readonly read?: ReadText } = {},
): Promise<ReadConfiguration> {
  const read = options.read ?? workTreeReader(root)
  const files = walk(root, '' as RepoPath).map(({ path }) => path)
  const hints = await readHints(read)
  const found = findContent(files, hints)
  const file = await findFile(read, found)
  const configuration = file === null ? defaultConfiguration : await parsed(file)
  const named = configuration.content
  const contentRoot = named === undefined ? found : contentFolder(root, named, file?.path ?? ('' as RepoPath))
  return {
    configuration,
    contentRoot,
    path: file?.path ?? null,
    findings: file === null ? [] : rulesWithoutFolder(configuration, contentRoot, files, file),
  }
}

/** The parser of YAML is loaded where there is some: `log` is to answer at once. */
async function parsed({ text, path }: { readonly text: string; readonly path: RepoPath }): Promise<Configuration> {
  const { parseConfiguration } = await import('./parse-configuration.ts')
  return parseConfiguration(text, path)
}

async function findFile(read: ReadText, contentRoot: RepoPath): Promise<{ path: RepoPath; text: string } | null> {
  const folders = contentRoot === '' ? [''] : ['', `${contentRoot}/`]
  const there: { path: RepoPath; text: string }[] = []
  for (const path of folders.flatMap((folder) => CONFIGURATION_FILES.map((name) => `${folder}${name}` as RepoPath))) {
    const text = await read(path)
    if (text !== null) there.push({ path, text })
  }
  const [first, second] = there
  if (second === undefined) return first ?? null
  throw new WhybookError(
    'content/two-configurations',
    `There are two configurations: ${first?.path} and ${second.path}.`,
    {
      place: { path: second.path, line: null, column: null },
      hint: 'Keep one of them: a rule in a file that is not read would be missed in silence.',
    },
  )
}

/** Reads files of the work tree; a configuration that is not a plain file is an error. */
export function workTreeReader(root: string): ReadText {
  return async (path) => {
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
    if (stats === undefined) return null
    if (stats.isFile()) return decodeText(readFileSync(join(root, path))).text
    if (!CONFIGURATION_FILES.includes(nameOf(path)) || stats.isDirectory()) return null
    throw new WhybookError('content/configuration', `${path} is not a plain file.`, {
      place: { path, line: null, column: null },
      hint: 'Put the configuration itself there; links are not followed.',
    })
  }
}

function contentFolder(root: string, written: string, path: RepoPath): RepoPath {
  const folder = writtenFolder(written)
  const problem = folderProblem(root, folder)
  if (problem === null) return folder as RepoPath
  throw new WhybookError('content/no-content', `The content folder “${written}” ${problem}.`, {
    place: { path, line: null, column: null },
    hint: 'Name a folder of this repository under “content”, or leave it out to have it found.',
  })
}

function folderProblem(root: string, folder: string): string | null {
  if (folder.split('/').includes('..')) return 'lies outside the repository'
  const absolute = join(root, folder)
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) return 'is not there'
  const real = realpathSync(absolute)
  const top = realpathSync(root)
  return real === top || real.startsWith(top + sep) ? null : 'lies outside the repository'
}
