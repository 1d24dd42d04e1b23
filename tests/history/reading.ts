import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openRepository } from '../../src/git/open.ts'
import { type HistoryReading, readHistory } from '../../src/history/read.ts'
import type { History } from '../../src/model/history.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import type { Clone } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

export interface ReadingOptions {
  /** Where the index is kept; a new place by default. */
  readonly indexFile?: string
  readonly mailmap?: string | null
}

/** A place for an index. */
export function indexPlace(): string {
  const file = join(temporaryFolder().path, 'cache', 'history')
  if (existsSync(file)) throw new Error('The place is taken.')
  return file
}

/** Reads the history of a repository made by the kit. */
export async function read({ path }: Pick<Clone, 'path'>, options: ReadingOptions = {}): Promise<HistoryReading> {
  const repository = await openRepository(path, { adapter: 'auto' })
  if ('absent' in repository) throw new Error(repository.absent)
  try {
    const { indexFile = indexPlace(), mailmap = null } = options
    return await readHistory(repository, { indexFile, mailmap })
  } finally {
    await repository.close()
  }
}

/** The history alone. */
export async function historyIn(repository: Pick<Clone, 'path'>, options?: ReadingOptions): Promise<History> {
  return (await read(repository, options)).history
}

/** A page's changes in short, newest first: `kind path: title`. */
export function told(history: History, path: string): string[] {
  return history.changesOf(path as RepoPath).map(({ change, touch }) => `${touch.kind} ${touch.path}: ${change.title}`)
}

/** Everything a history says, as plain data that can be compared. */
export function wholeOf(history: History, paths: readonly string[]): unknown {
  return {
    ...history,
    moved: [...history.moved].sort(),
    movedAnchors: [...history.movedAnchors(() => false)].map(([path, anchors]) => [path, [...anchors]]),
    pages: paths.map((path) => ({
      path,
      names: history.namesOf(path as RepoPath),
      changes: history
        .changesOf(path as RepoPath)
        .map(({ change, touch, reasoning }) => ({ id: change.id, touch, reasoning })),
    })),
    blocks: null,
    changesOf: null,
    namesOf: null,
    change: null,
  }
}

/** A text of several paragraphs that has nothing in common with that of another subject. */
export function page(subject: string, paragraphs = 6): string {
  const words = ['begins', 'holds', 'names', 'changes', 'closes', 'returns', 'covers', 'weighs', 'orders', 'counts']
  const parts = Array.from({ length: paragraphs }, (_, index) =>
    Array.from({ length: 8 }, (_, word) => `${subject}${index}${words[(index + word) % words.length]}`).join(' '),
  )
  return `# ${subject}\n\n${parts.join('\n\n')}\n`
}
