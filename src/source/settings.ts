import { type ReadConfiguration, readConfiguration } from '../content/configuration.ts'
import { type Forge, forgeFrom } from '../forge/addresses.ts'
import type { RepoPath } from '../model/ids.ts'
import type { Source } from './source.ts'
import { targetReader } from './target-configuration.ts'

/** Whether the configuration is that of the source itself. */
export interface Trust {
  /** False for what an untrusted person proposed (SECURITY decision 1). */
  readonly trusted: boolean
  /** Branch whose configuration counts when untrusted; null takes the default branch. */
  readonly targetBranch: string | null
}

/**
 * The configuration of a source. A folder of a repository that was named is itself the content, unless the content
 * lies inside it.
 *
 * @param options - untrusted: the configuration is that of the target branch
 * @throws {WhybookError} `content/*` for one that cannot be used
 */
export async function configurationOf(
  { root, repository, folder }: Source,
  { trusted, targetBranch }: Trust,
): Promise<ReadConfiguration> {
  const read = await readConfiguration(root, trusted ? {} : { read: await targetReader(repository, targetBranch) })
  const isInside = folder === null || read.contentRoot === folder || read.contentRoot.startsWith(`${folder}/`)
  return isInside ? read : { ...read, contentRoot: folder as RepoPath }
}

/** The forge that a source lives on, from its remote or the configuration; null when neither tells. */
export async function forgeOf(
  { repository }: Source,
  { forge }: ReadConfiguration['configuration'],
): Promise<Forge | null> {
  if (repository === null) return forgeFrom(null, forge, 'main')
  return forgeFrom(await repository.remoteUrl(), forge, await repository.defaultBranch())
}
