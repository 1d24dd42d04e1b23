import { lstat, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { visible } from '../text/visible.ts'
import type { Absent } from './absent.ts'
import { gitErrors } from './errors.ts'
import { isomorphicRepository } from './isomorphic.ts'
import { judgedSettings } from './isomorphic-kind.ts'
import { unlessMissing } from './missing.ts'
import type { Repository } from './repository.ts'
import { checkOwner } from './trust.ts'

/** The nearest repository, as far as it can be told from outside. */
interface Found {
  readonly root: string
  readonly gitDirectory: string
  readonly isBare: boolean
}

/**
 * Opens the repository that a folder is in without a git binary, and reads nothing outside of it. `GIT_*` variables
 * have no say, hooks and configured programs are never run.
 *
 * @param asked - absolute, links resolved
 * @throws {WhybookError} `git/needs-git` for what only git can read, `git/unsafe-directory`
 */
export async function openIsomorphic(asked: string, environment: NodeJS.ProcessEnv): Promise<Repository | Absent> {
  const found = await findRepository(asked)
  if ('absent' in found) return found
  const { root, gitDirectory, isBare } = found
  const uid = process.geteuid?.() ?? null
  await checkOwner(root, [...new Set([root, gitDirectory])], { uid, environment })
  const settings = await judgedSettings(gitDirectory, isBare)
  return isomorphicRepository({ root, gitDirectory, settings })
}

/** Looks from a folder upwards, as git does: not beyond its disk. */
async function findRepository(asked: string): Promise<Found | Absent> {
  const { dev } = await stat(asked)
  for (let folder = asked; ; folder = dirname(folder)) {
    const inside = join(folder, '.git')
    const entry = await unlessMissing(inside, lstat(inside))
    if (entry?.isSymbolicLink()) throw gitErrors.needsGit('The git directory is a link')
    if (entry?.isFile()) throw gitErrors.needsGit('This is a linked worktree or a submodule')
    if (await isGitDirectory(inside)) return { root: folder, gitDirectory: inside, isBare: false }
    if (await isGitDirectory(folder)) return bareOrInside(asked, folder)
    const above = dirname(folder)
    if (above === folder || (await stat(above)).dev !== dev) {
      return { absent: `${visible(asked)} is not in a git repository.` }
    }
  }
}

/** A bare repository counts when it was named itself and stands in no other one, whose content it could be. */
async function bareOrInside(asked: string, folder: string): Promise<Found | Absent> {
  if (basename(folder) === '.git') {
    return { absent: `${visible(asked)} is the inside of a git directory, not a folder of files.` }
  }
  if (folder !== asked) throw gitErrors.needsGit('This folder is inside a bare repository')
  const outside = await findRepository(dirname(folder)).catch(() => null)
  if (outside === null || 'root' in outside) throw gitErrors.needsGit('This bare repository is inside another one')
  return { root: folder, gitDirectory: folder, isBare: true }
}

/** Git's own test (`is_git_directory` in its `setup.c`). */
async function isGitDirectory(folder: string): Promise<boolean> {
  const head = await unlessMissing(folder, readFile(join(folder, 'HEAD'), 'utf8'))
  if (head === null) return false
  const [, target] = head.match(/^ref:\s*(\S[^\n]*?)\s*$/) ?? []
  const isHead = target === undefined ? /^[0-9a-f]{40}/.test(head) : target.startsWith('refs/')
  const parts = await Promise.all(['objects', 'refs'].map((name) => unlessMissing(folder, stat(join(folder, name)))))
  return isHead && parts.every((part) => part?.isDirectory() === true)
}
