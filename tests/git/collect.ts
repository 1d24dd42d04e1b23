import { openRepository } from '../../src/git/open.ts'
import type { Repository } from '../../src/git/repository.ts'
import type { BlobId, RepoPath } from '../../src/model/ids.ts'

/** The two ways in which a repository is read. */
export type Adapter = Repository['adapter']

/** Opens with one adapter what must be a repository. */
export function opener(adapter: Adapter) {
  return async (directory: string, environment: NodeJS.ProcessEnv = process.env): Promise<Repository> => {
    const found = await openRepository(directory, { adapter, environment })
    if ('absent' in found) throw new Error(found.absent)
    if (found.adapter !== adapter) throw new Error(`opened with ${found.adapter}`)
    return found
  }
}

/** All values of a stream. */
export async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

/** Texts of blobs, null where there is none to read. */
export async function texts(repository: Repository, ids: readonly string[]): Promise<(string | null)[]> {
  const blobs = await all(repository.blobs(ids as BlobId[]))
  return blobs.map(({ bytes }) => (bytes === null ? null : Buffer.from(bytes).toString()))
}

/** The main line in short: for each commit `status path`. */
export async function steps(repository: Repository): Promise<string[][]> {
  const head = await repository.head()
  if (head === null) return []
  const line = await all(repository.mainLine({ from: null, to: head }))
  return line.map(({ differences }) => differences.map(({ status, path }) => `${status} ${path}`).sort())
}

export const path = (text: string) => text as RepoPath
