import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readRegularFile } from '../content/read-file.ts'
import type { Repository } from '../git/repository.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'

/** Whether a page's text is that of the last commit: the `same`, `changed` since, or of a `new` file. */
export type Committed = 'same' | 'changed' | 'new'

/** Tells it of a page; null where there is no commit to compare with. */
export type CommittedOf = (page: Page) => Committed | null

/**
 * Compares pages with the commit that history ends with, by the ids of their texts: nothing is run that the
 * repository's configuration names, as a look at its work tree by git would.
 *
 * @param root - absolute path of the repository
 * @param head - the commit; null for none
 * @param folder - where pages lie, relative to `root`
 */
export async function committedFiles(
  root: string,
  repository: Repository | null,
  head: CommitId | null,
  folder: RepoPath,
): Promise<CommittedOf> {
  if (repository === null || head === null) return () => null
  const ids = await repository.files(head, folder)
  const known = new WeakMap<Page, Committed>()
  return (page) => {
    const answer = known.get(page) ?? compare(root, page, ids.get(page.path))
    known.set(page, answer)
    return answer
  }
}

function compare(root: string, page: Page, id: string | undefined): Committed {
  if (id === undefined) return 'new'
  if (id === page.digest) return 'same'
  const file = readRegularFile(join(root, page.path))
  if ('problem' in file) return 'changed'
  const algorithm = id.length === 64 ? 'sha256' : 'sha1'
  const { bytes } = file
  if (idOf(bytes, algorithm) === id) return 'same'
  // A checkout may write lines that end as the system's do.
  const text = bytes.toString('latin1')
  const isSame = text.includes('\r\n') && idOf(Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1'), algorithm) === id
  return isSame ? 'same' : 'changed'
}

const idOf = (bytes: Buffer, algorithm: 'sha1' | 'sha256'): string =>
  createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
