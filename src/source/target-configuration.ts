import type { ReadText } from '../content/configuration.ts'
import type { Repository } from '../git/repository.ts'

/**
 * How files of the target branch are read: what an untrusted person proposed cannot bring a configuration of its own
 * (SECURITY decision 1).
 *
 * @param branch - the target branch; null takes the default branch
 * @returns a reader that finds nothing where the branch is not in this clone: everything then has its default
 */
export async function targetReader(repository: Repository | null, branch: string | null): Promise<ReadText> {
  if (repository === null) return async () => null
  const name = branch ?? (await repository.defaultBranch())
  const commit =
    (await repository.resolve(`refs/remotes/origin/${name}`)) ?? (await repository.resolve(`refs/heads/${name}`))
  return async (path) => {
    const bytes = commit === null ? null : await repository.file(commit, path)
    return bytes === null ? null : new TextDecoder().decode(bytes)
  }
}
