import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { walk } from '../content/walk.ts'
import type { RepoPath } from '../model/ids.ts'
import { digestOf } from '../text/digest.ts'
import type { Source } from './source.ts'

/**
 * Stands for what a handbook is read from, without reading it: the commit, the notes on commits, and the sizes and
 * times of all files. Another stamp means that reading again may give something else.
 *
 * @param skip - folders that hold no input, relative to the repository
 */
export async function inputStamp({ root, repository }: Source, skip: ReadonlySet<string>): Promise<string> {
  const files = walk(root, '' as RepoPath, skip).map(({ path }) => {
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
    return stats === undefined ? [path] : [path, stats.size, stats.mtimeMs, stats.ctimeMs]
  })
  return digestOf(await repository?.head(), await repository?.resolve('refs/notes/commits'), files)
}
