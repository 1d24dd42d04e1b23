import { join } from 'node:path'
import { emptyHistory, type HistoryReading, readHistory } from '../history/read.ts'
import type { Finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import type { Source } from './source.ts'

const none: readonly Finding[] = []

/**
 * History of a source, through its index on disk; an empty one, with the reason, where there is no repository.
 *
 * @param cache - folder of the index
 */
export async function readPast(
  source: Source,
  cache: string,
  onProgress: (done: number, total: number) => void,
): Promise<Pick<HistoryReading, 'history' | 'findings'>> {
  const { repository } = source
  if (repository === null) {
    // Shown to readers: nothing of the machine it was built on, such as the folder's path.
    const why = source.absent?.startsWith('There is no git')
      ? 'there was no git to read it with'
      : 'this folder is in no git repository'
    const reason = `There is no history: ${why}.`
    return { history: emptyHistory(reason), findings: none }
  }
  const head = await repository.head()
  const mailmap = head === null ? null : await repository.file(head, '.mailmap' as RepoPath)
  return readHistory(repository, {
    indexFile: join(cache, 'history'),
    mailmap: mailmap === null ? null : new TextDecoder().decode(mailmap),
    readRules: async () => (await import('../content/past-rules.ts')).pastRules,
    onProgress,
  })
}
