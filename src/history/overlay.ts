import type { Repository } from '../git/repository.ts'
import type { Reasoning } from '../model/history.ts'
import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'
import { commitOfReason } from '../model/reason-file.ts'
import type { IndexData } from './index-data.ts'
import { safeText } from './message.ts'
import { reasonIn } from './reasoning.ts'

/** Reasons in git notes, through the same rules as messages. */
export async function readNotes(
  repository: Repository,
  { entries }: IndexData,
): Promise<ReadonlyMap<CommitId, Reasoning>> {
  const found = new Map<CommitId, Reasoning>()
  const notes = await repository.notes()
  if (notes.size === 0) return found
  for (const { id, title } of entries) {
    const note = notes.get(id)
    if (note === undefined) continue
    const { reasoning } = reasonIn(safeText(note).trim(), { title, maybeSquash: false })
    if (reasoning !== undefined) found.set(id, { ...reasoning, source: 'note' })
  }
  return found
}

/** Reasons that stand in the repository today as `reasons/COMMIT.md`, by the beginning of the id in their name. */
export async function readLater(
  repository: Repository,
  { entries }: IndexData,
): Promise<ReadonlyMap<string, Reasoning>> {
  const standing = new Map<number, { readonly commit: string; readonly path: RepoPath; readonly blob: BlobId }>()
  for (const { lane, events } of entries) {
    for (const { kind, page, path, blob } of events) {
      if (lane !== 0 || kind === 'joined') continue
      const commit = kind === 'removed' ? null : commitOfReason(path)
      if (commit === null) standing.delete(page)
      else standing.set(page, { commit, path, blob: blob as BlobId })
    }
  }
  const files = [...standing.values()]
  const found = new Map<string, Reasoning>()
  if (files.length === 0) return found
  // The reader of front matter takes longer to load than most repositories without such files take to be read.
  const { laterReason } = await import('./later-reason.ts')
  let at = 0
  for await (const { bytes } of repository.blobs(files.map(({ blob }) => blob))) {
    const file = files[at++]
    const reasoning = bytes === null || file === undefined ? undefined : laterReason(bytes, file.path)
    if (file !== undefined && reasoning !== undefined) found.set(file.commit, reasoning)
  }
  return found
}
