import { join } from 'node:path'
import { pastRules } from '../../../src/content/past-rules.ts'
import { openRepository } from '../../../src/git/open.ts'
import { readHistory } from '../../../src/history/read.ts'
import { WhybookError } from '../../../src/model/error.ts'
import type { History } from '../../../src/model/history.ts'
import type { RepoPath } from '../../../src/model/ids.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Outcome } from './animal.ts'

/** What comes of reading a folder's history through one adapter; the history itself where there is one. */
export interface Seen {
  readonly outcome: Outcome
  readonly history: History | null
  readonly error: WhybookError | null
}

/** @param paths - pages whose changes are told */
export async function see(
  directory: string,
  adapter: 'native' | 'isomorphic',
  paths: readonly string[],
): Promise<Seen> {
  const folder = temporaryFolder()
  try {
    const repository = await openRepository(directory, { adapter })
    if ('absent' in repository) {
      const absent = repository.absent.replace(`${directory} `, '')
      return { outcome: { absent }, history: null, error: null }
    }
    try {
      const indexFile = join(folder.path, 'history')
      const { history, findings } = await readHistory(repository, {
        indexFile,
        mailmap: null,
        readRules: async () => pastRules,
      })
      const pages = Object.fromEntries(paths.map((path) => [path, told(history, path)]))
      const rules = findings.map(({ ruleId }) => ruleId)
      return { outcome: { pages, findings: rules }, history, error: null }
    } finally {
      await repository.close()
    }
  } catch (error) {
    if (!(error instanceof WhybookError)) throw error
    return { outcome: { error: error.code }, history: null, error }
  } finally {
    folder.remove()
  }
}

function told(history: History, path: string): readonly string[] {
  return history.changesOf(path as RepoPath).map(({ change, touch }) => {
    const at = change.landedAt === null ? 'unknown' : new Date(change.landedAt).toISOString().slice(0, 13)
    return `${touch.kind} ${at} ${change.title}`
  })
}
