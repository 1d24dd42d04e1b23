import { createHash } from 'node:crypto'
import { type Mailmap, readMailmap } from '../git/mailmap.ts'
import type { Repository } from '../git/repository.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { History } from '../model/history.ts'
import { emptyHistory } from './empty.ts'
import { historyOf } from './history-of.ts'
import type { IndexData } from './index-data.ts'
import { isCommitted, readIndex, writeIndex } from './index-file.ts'
import { readLater, readNotes } from './overlay.ts'
import type { ReadRules } from './rules-over-time.ts'

export { emptyHistory } from './empty.ts'

export interface ReadOptions {
  /** Absolute path of the index, a cache: it may be missing, old, damaged or another repository's. */
  readonly indexFile: string
  /** Text of `.mailmap` at HEAD, or null. */
  readonly mailmap: string | null
  /** Loads what reads folder rules out of old configurations, when it is needed; without it folders hide nothing. */
  readonly readRules?: () => Promise<ReadRules>
  /** Both counts are commits of the main line and of histories spliced into it. */
  onProgress?(done: number, total: number): void
}

export interface HistoryReading {
  readonly history: History
  readonly findings: readonly Finding[]
  readonly stats: {
    /** Commits of the main line and of imported histories that were read in this pass. */
    readonly commitsRead: number
    readonly fromIndex: boolean
  }
}

/**
 * History of every page up to HEAD, read from the index and the commits made since it was written.
 *
 * Whatever the index file holds, the result is that of a pass over all commits; it is only slower without one.
 *
 * @throws {WhybookError} `git/*` when commits or trees cannot be read
 */
export async function readHistory(repository: Repository, options: ReadOptions): Promise<HistoryReading> {
  const head = await repository.head()
  if (head === null) {
    const history = emptyHistory('This repository has no commits yet.')
    return { history, findings: [], stats: { commitsRead: 0, fromIndex: false } }
  }
  const findings: Finding[] = []
  const mailmap = readMailmap(options.mailmap)
  const digest = createHash('sha256')
    .update(options.mailmap ?? '')
    .digest('hex')
    .slice(0, 16)
  const shallow = [...(await repository.shallowRoots())].sort()
  const given = { head, mailmap: digest, shallow }

  const known = await knownIndex(repository, options.indexFile, given, findings)
  const { data, commitsRead, fromIndex } = await upToDate(repository, known, given, mailmap, options)
  if (commitsRead > 0 || !fromIndex) {
    const problem = await writeIndex(options.indexFile, data)
    if (problem !== null) findings.push(problem)
  }
  const [notes, later] = await Promise.all([readNotes(repository, data), readLater(repository, data)])
  findings.push(...gaps(data))
  const history = historyOf(data, { notes, later, hasGaps: data.missing.length > 0 })
  return { history, findings, stats: { commitsRead, fromIndex } }
}

/** What the index has to agree with. */
type Given = Pick<IndexData, 'head' | 'mailmap' | 'shallow'>

/** The index, when the commits it was made from are still part of history and nothing else it rests on has changed. */
async function knownIndex(
  repository: Repository,
  file: string,
  given: Given,
  findings: Finding[],
): Promise<IndexData | undefined> {
  if (await isCommitted(repository, given.head, file)) {
    const reason =
      'The history index is part of a commit. It is a cache and is not used; take it out of the repository.'
    findings.push(finding('history/index-committed', 'warning', reason))
    return undefined
  }
  const data = await readIndex(file)
  if (data === undefined || data.mailmap !== given.mailmap) return undefined
  if (data.shallow.join() !== given.shallow.join()) return undefined
  if (data.head !== given.head && !(await repository.isAncestor(data.head, given.head))) return undefined
  // Versions that have been fetched since make a better history than the one without them.
  for await (const { bytes } of repository.blobs(data.missing as never)) if (bytes !== null) return undefined
  return data
}

async function upToDate(
  repository: Repository,
  known: IndexData | undefined,
  given: Given,
  mailmap: Mailmap,
  options: ReadOptions,
): Promise<{ data: IndexData; commitsRead: number; fromIndex: boolean }> {
  if (known?.head === given.head) return { data: known, commitsRead: 0, fromIndex: true }
  const { onProgress = () => undefined } = options
  const readRules = (await options.readRules?.()) ?? (() => () => 'public')
  // Half of what a command that tells of one page would wait for: not needed while nothing is new.
  const { readEntries } = await import('./read-entries.ts')
  const task = { repository, mailmap, given, readRules, onProgress }
  const update = known === undefined ? undefined : await readEntries(task, known)
  if (update !== undefined) return { ...update, fromIndex: true }
  const full = await readEntries(task, undefined)
  return { ...(full as NonNullable<typeof full>), fromIndex: false }
}

/** What the reader must know of history that is not there (DESIGN decision 9). */
function gaps({ isCut, startsAt, missing }: IndexData): readonly Finding[] {
  const found: Finding[] = []
  if (isCut) {
    const since = startsAt === null ? '' : ` It starts at ${startsAt.slice(0, 10)}.`
    const reason =
      `History is incomplete: this is a shallow clone.${since} In GitHub Actions and Forgejo give actions/checkout ` +
      '`fetch-depth: 0`, in GitLab CI set `GIT_DEPTH: 0`, in a clone of your own run `git fetch --unshallow`.'
    found.push(finding('history/shallow', 'warning', reason))
  }
  if (missing.length > 0) {
    const [first = ''] = missing
    const count =
      missing.length === 1 ? `One version of a page (${first})` : `${missing.length} versions of pages (${first} ...)`
    const reason =
      `${count} could not be read: missing, damaged or over 10 MB. Their changes are shown with the right dates and ` +
      'without counts of lines. In a partial clone run `git fetch --refetch --no-filter`; else look with `git fsck`.'
    found.push(finding('history/unreadable-versions', 'warning', reason))
  }
  return found
}
