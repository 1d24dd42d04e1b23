import { lstatSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isMarkdown } from '../content/file-names.ts'
import { findContent } from '../content/find-content.ts'
import { isContentPath } from '../content/never-content.ts'
import { readHints } from '../content/other-generators.ts'
import { readRegularFile } from '../content/read-file.ts'
import { walk } from '../content/walk.ts'
import type { RepoPath } from '../model/ids.ts'
import { openSource } from '../source/source.ts'
import { configurationPaths } from './configuration-file.ts'
import { setupErrors } from './errors.ts'
import type { Existing, Found } from './found.ts'
import { hostOf } from './host.ts'
import { isOurOutput } from './our-output.ts'
import { pipelinePaths } from './pipelines/pipeline.ts'
import { firstLink } from './way.ts'

/**
 * Looks at a repository: everything that init plans from. Reads only; nothing of what it finds is run or followed.
 *
 * @param directory - the folder named with `--root`
 * @param version - of this Whybook
 * @throws {WhybookError} `setup/no-repository`, `setup/bare`, `handbook/no-folder`, `git/*`
 */
export async function surveyRepository(directory: string, version: string): Promise<Found> {
  const { root, folder, repository, absent, name } = await openSource(directory, 'auto')
  if (repository === null) throw setupErrors.noRepository(absent ?? 'There is no repository.')
  try {
    if (root === repository.gitDirectory) throw setupErrors.bare(root)
    const paths = walk(root, '' as RepoPath).flatMap(({ kind, path }) => (kind === 'file' ? [path] : []))
    const hints = await readHints(async (path) => {
      const file = existingAt(root, path)
      return file !== null && 'text' in file ? file.text : null
    })
    const found = findContent(paths, hints)
    const content = folder === null || found === folder || found.startsWith(`${folder}/`) ? found : folder
    const remote = await repository.remoteUrl()
    return {
      root,
      branch: await repository.defaultBranch(),
      remote,
      host: hostOf(remote),
      content,
      pages: paths.filter((path) => isMarkdown(path) && isContentPath(path, content)).length,
      name,
      existing: existingFiles(root, content),
      taken: await takenNames(root),
      version,
    }
  } finally {
    await repository.close()
  }
}

/** Other files that init wants to know of: they tell which tool installs packages here. */
export const otherLockFiles = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'] as const

/** What is where init would write, or wants to read. */
export function existingFiles(root: string, content: RepoPath): ReadonlyMap<string, Existing> {
  const paths = [
    ...configurationPaths(content),
    ...['package.json', 'package-lock.json', 'npm-shrinkwrap.json', '.npmrc', '.gitignore', '.nvmrc'],
    ...otherLockFiles,
    ...Object.values(pipelinePaths).flat(),
  ]
  const existing = new Map<string, Existing>()
  for (const path of paths) {
    const file = existingAt(root, path)
    if (file !== null) existing.set(path, file)
  }
  return existing
}

/** What is at a path; null when nothing is. Nothing is followed, neither a link at its end nor one on the way. */
export function existingAt(root: string, path: string): Existing | null {
  if (firstLink(root, path) !== null) return { problem: 'reached through a link' }
  if (lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined) return null
  const read = readRegularFile(join(root, path))
  if ('problem' in read) return { problem: 'no plain file' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes) }
  } catch {
    // A file that is no UTF-8 would not come back as it was.
    return { problem: 'no UTF-8' }
  }
}

async function takenNames(root: string): Promise<ReadonlySet<string>> {
  const names = await readdir(root)
  return new Set(names.filter((name) => !isOurOutput(join(root, name))))
}
