import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { Repository } from '../git/repository.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import { visible } from '../text/visible.ts'
import type { IndexData } from './index-data.ts'
import { decode, encode } from './store.ts'

/** Reads the index; undefined when there is none that can be used. */
export async function readIndex(file: string): Promise<IndexData | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  return bytes === undefined ? undefined : decode(bytes)
}

/**
 * Writes the index beside its place and renames it, so that another build reads the old or the new one and never a
 * half of either.
 *
 * @returns a finding when it could not be written; history is right without it
 */
export async function writeIndex(file: string, data: IndexData): Promise<Finding | null> {
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(temporary, encode(data), { flag: 'wx' })
    await rename(temporary, file)
    return null
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const why = visible(error instanceof Error ? error.message : String(error))
    return finding(
      'history/index-not-written',
      'info',
      `The history index could not be kept, so the next build reads all commits again: ${why}`,
    )
  }
}

/** True when the index is a file of the commit: then whoever may propose a change wrote it, and it proves nothing. */
export async function isCommitted(repository: Repository, head: CommitId, file: string): Promise<boolean> {
  const path = relative(repository.root, file)
  if (path === '' || path.startsWith('..') || path.startsWith(sep)) return false
  return (await repository.file(head, path.split(sep).join('/') as RepoPath)) !== null
}
