import { Buffer } from 'node:buffer'
import type { Mailmap } from '../git/mailmap.ts'
import { parseCommit, type RawCommit } from '../git/parse-commit.ts'
import type { MainLineStep, Repository } from '../git/repository.ts'
import type { BlobId, CommitId, Instant, RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import { advance } from './advance.ts'
import { noBlocks } from './block-records.ts'
import { entryOf, type LegTelling, tellingOfLeg } from './entry.ts'
import type { Entry, IndexData } from './index-data.ts'
import { Provenance } from './provenance.ts'
import { keyOf, planReads } from './reading-plan.ts'
import { type ReadRules, RulesOverTime, type Setting } from './rules-over-time.ts'
import { type Leg, legsOf } from './splice.ts'
import { LineState } from './state.ts'
import { type PageVersion, versionOf } from './version.ts'

/** What a pass reads from and what it has to end with. */
export interface ReadingTask {
  readonly repository: Repository
  readonly mailmap: Mailmap
  readonly given: Pick<IndexData, 'head' | 'mailmap' | 'shallow'>
  readonly readRules: ReadRules
  onProgress(done: number, total: number): void
}

/**
 * Reads the entries of the main line up to the head, on top of what an index has of them.
 *
 * @param known - index whose head is an ancestor of the task's; undefined for a pass over everything
 * @returns undefined when the index's head is not on the first-parent line of the new one, so that all must be read
 */
export async function readEntries(
  { repository, mailmap, given, readRules, onProgress }: ReadingTask,
  known: IndexData | undefined,
): Promise<{ data: IndexData; commitsRead: number } | undefined> {
  const range = { from: known?.head ?? null, to: given.head }
  const [commits, steps] = await Promise.all([readCommits(repository, range), collect(repository.mainLine(range))])
  if (known !== undefined && commits.get(steps[0]?.id as CommitId)?.parents[0] !== known.head) return undefined

  const state = new LineState()
  for (const entry of known?.entries ?? []) state.apply(entry)
  const shallow = new Set(given.shallow)
  const isCut = ({ step, lane }: Leg) => lane === 0 && shallow.has(step.id)
  const line = (to: CommitId) => collect(repository.mainLine({ from: null, to }))
  const legs = await legsOf(steps, commits, line, state.nextLane)

  const tellings = legs.map(tellingOfLeg)
  const changed = await readChanged(repository, tellings, shallow)
  const names = { mailmap, changedBy: (id: CommitId) => changed.get(id) ?? [] }
  const settings = await readSettings(repository, legs, known?.settings ?? [])
  const rules = new RulesOverTime(readRules, settings.texts, known?.settings ?? [])
  const plans = planReads(legs, state, isCut)
  const reader = new VersionReader(
    repository,
    plans.flatMap(({ reads }) => reads),
  )
  const entries: Entry[] = [...(known?.entries ?? [])]
  const provenance = new Provenance(known?.blocks() ?? noBlocks(), entries)
  let startsAt: Instant | null = known?.startsAt ?? null
  let hasCut = known?.isCut ?? false
  for (const [index, leg] of legs.entries()) {
    const { reads = [], drops = [] } = plans[index] ?? {}
    await reader.take(reads)
    const cut = isCut(leg)
    if (cut) {
      hasCut = true
      startsAt = leg.commit.committer.at
    }
    const { versions } = reader
    const { events, headings } = advance(state, leg, { versions, rules: rules.take(leg), isCut: cut })
    const telling = tellings[index]
    if (telling !== undefined && (events.length > 0 || leg.joins.length > 0)) {
      provenance.advance({ lane: leg.lane, events, place: entries.length, versions })
      entries.push({ ...entryOf(leg, telling, events, names), headings })
    }
    for (const key of drops) reader.versions.delete(key)
    if (index % 100 === 0) onProgress(index, legs.length)
  }
  await reader.close()
  onProgress(legs.length, legs.length)
  const headAt = commits.get(given.head)?.committer.at ?? null
  const missing = [...new Set([...(known?.missing ?? []), ...reader.missing, ...settings.missing])].sort()
  const { standing } = rules
  const blocks = () => provenance.kept
  const data = { ...given, headAt, startsAt, isCut: hasCut, missing, settings: standing, entries, blocks }
  return { data, commitsRead: legs.length }
}

async function readCommits(
  repository: Repository,
  range: { from: CommitId | null; to: CommitId },
): Promise<ReadonlyMap<CommitId, RawCommit>> {
  const commits = new Map<CommitId, RawCommit>()
  for await (const { id, bytes } of repository.commits(range)) commits.set(id, parseCommit(id, bytes))
  return commits
}

async function collect(steps: AsyncIterable<MainLineStep>): Promise<readonly MainLineStep[]> {
  const all: MainLineStep[] = []
  for await (const step of steps) all.push(step)
  return all
}

/**
 * Markdown files that the commits with a reason of their own changed. A commit at which a shallow clone is cut off
 * seems to add everything, and is not asked.
 */
async function readChanged(
  repository: Repository,
  tellings: readonly LegTelling[],
  shallow: ReadonlySet<CommitId>,
): Promise<ReadonlyMap<CommitId, readonly RepoPath[]>> {
  const commits = tellings.flatMap(({ branch, branchReasons }) =>
    branchReasons.flatMap(({ at }) => branch[at]?.id ?? []),
  )
  const changed = new Map<CommitId, readonly RepoPath[]>()
  for await (const { id, paths } of repository.changedPaths(commits.filter((id) => !shallow.has(id)))) {
    changed.set(id, paths)
  }
  return changed
}

/** Texts of the configurations that a pass meets, by the key of their blob. */
async function readSettings(
  repository: Repository,
  legs: readonly Leg[],
  standing: readonly Setting[],
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly missing: readonly string[] }> {
  const changed = legs.flatMap(({ step }) => step.settings.flatMap(({ after }) => after ?? []))
  const keys = [...new Set([...standing.map(({ blob }) => blob), ...changed.map(keyOf)])]
  const texts = new Map<string, string>()
  let at = 0
  for await (const { bytes } of repository.blobs(keys as BlobId[])) {
    const key = keys[at++] ?? ''
    if (bytes !== null) texts.set(key, decodeText(Buffer.from(bytes)).text)
  }
  return { texts, missing: keys.filter((key) => !texts.has(key)) }
}

/** Takes versions from one stream of blobs, in the order of use. */
class VersionReader {
  readonly versions = new Map<string, PageVersion | null>()
  readonly missing = new Set<string>()
  readonly #stream: AsyncIterator<{ readonly id: BlobId; readonly bytes: Uint8Array | null }>

  constructor(repository: Repository, ids: readonly BlobId[]) {
    this.#stream = repository.blobs(ids)[Symbol.asyncIterator]()
  }

  async take(reads: readonly BlobId[]): Promise<void> {
    for (const id of reads) {
      const bytes = (await this.#stream.next()).value?.bytes ?? null
      if (bytes === null) this.missing.add(keyOf(id))
      this.versions.set(keyOf(id), bytes === null ? null : versionOf(own(bytes)))
    }
  }

  async close(): Promise<void> {
    await this.#stream.return?.()
  }
}

/** A part of a larger buffer would keep all of it alive. */
function own(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength * 2 < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes
}
