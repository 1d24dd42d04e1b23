import { realpath, stat } from 'node:fs/promises'
import { basename, relative, sep } from 'node:path'
import { type GitChoice, openRepository } from '../git/open.ts'
import type { Repository } from '../git/repository.ts'
import { WhybookError } from '../model/error.ts'
import type { RepoPath } from '../model/ids.ts'

/** Where a handbook is read from. */
export interface Source {
  /** Absolute path of the repository's root; of the folder itself without a repository. */
  readonly root: string
  /** The folder that was named, when it lies inside the repository, relative to `root`; else null. */
  readonly folder: RepoPath | null
  readonly repository: Repository | null
  /** Why there is no repository, as a sentence; null when there is one. */
  readonly absent: string | null
  /** Name of the root's folder: the last resort for the handbook's name. */
  readonly name: string
}

/**
 * Finds the repository that a folder belongs to.
 *
 * @param directory - the folder named with `--root`; its symlinks are resolved
 * @param git - how the repository is read
 * @throws {WhybookError} `handbook/no-folder`, `git/*` for a repository that cannot be read
 */
export async function openSource(directory: string, git: GitChoice): Promise<Source> {
  const here = await existing(directory)
  const opened = await openRepository(here, { adapter: git })
  if ('absent' in opened) {
    return { root: here, folder: null, repository: null, absent: opened.absent, name: basename(here) }
  }
  const root = await realpath(opened.root)
  const inside = relative(root, here).split(sep).join('/')
  const folder = inside === '' || inside.startsWith('../') ? null : (inside as RepoPath)
  return { root, folder, repository: opened, absent: null, name: basename(root) }
}

async function existing(directory: string): Promise<string> {
  const path = await realpath(directory).catch(() => null)
  if (path === null || !(await stat(path)).isDirectory()) {
    const what = path === null ? `There is no folder ${directory}.` : `${directory} is a file, not a folder.`
    throw new WhybookError('handbook/no-folder', what, {
      hint: 'Name the folder of your handbook with --root DIR.',
    })
  }
  return path
}
