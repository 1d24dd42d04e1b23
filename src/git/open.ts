import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { visible } from '../text/visible.ts'
import type { Absent } from './absent.ts'
import { gitErrors } from './errors.ts'
import { unlessMissing } from './missing.ts'
import { nativeRepository } from './native.ts'
import type { Repository } from './repository.ts'
import { type Git, gitAt } from './runner.ts'
import { readSettings } from './settings.ts'

/** How git is read; `auto` takes git itself where there is one, and isomorphic-git where there is none. */
export type GitChoice = 'auto' | 'native' | 'isomorphic'

export interface OpenOptions {
  readonly adapter: GitChoice
  /** Where git is looked for, and what it is given (`GIT_*` never); this process's, when left out. */
  readonly environment?: NodeJS.ProcessEnv
}

/**
 * Opens the repository that a directory is in: a work tree or a folder of one, a linked worktree, a submodule, or a
 * bare repository.
 *
 * @throws {WhybookError} `git/unsafe-directory` when it belongs to another user, `git/foreign-work-tree` when its
 *   configuration says that its files are elsewhere, `git/failed` when git cannot read it, `git/needs-git` when it is
 *   of a kind that only git can read, and is to be read without
 */
export async function openRepository(directory: string, options: OpenOptions): Promise<Repository | Absent> {
  const environment = options.environment ?? process.env
  const asked = await unlessMissing(directory, realpath(directory))
  if (asked === null || !(await isFolder(asked))) return { absent: `There is no folder ${visible(directory)}.` }

  if (options.adapter === 'isomorphic') return withoutGit(asked, environment)
  const isBareItself = await isBareFolder(asked, environment)
  const git = gitAt({ directory: asked, environment, allowsBare: isBareItself })
  const found = await git.run({ command: ['rev-parse', '--is-bare-repository', '--absolute-git-dir'] })
  if (found.startError?.code === 'ENOENT') {
    if (options.adapter === 'auto') return withoutGit(asked, environment)
    return { absent: 'There is no git on the PATH, so no history can be read.' }
  }
  if (/not a git repository/i.test(found.words)) return { absent: `${visible(asked)} is not in a git repository.` }
  if (found.status !== 0) throw git.error({ command: ['rev-parse'] }, found)
  const [, isBare, path = ''] = found.output.toString().match(/^(true|false)\n(.*)\n$/s) ?? []
  const gitDirectory = resolve(path)

  const root = isBare === 'true' ? gitDirectory : await topLevel(git)
  if (root === null) return { absent: `${visible(asked)} is the inside of a git directory, not a folder of files.` }
  if (!isInside(asked, root)) throw gitErrors.foreignWorkTree(asked, root)

  const place = { directory: root, gitDirectory, environment }
  const settings = await readSettings(gitAt(place))
  const commonDirectory = await commonDirectoryOf(gitDirectory)
  const reader = gitAt({ ...place, isPartial: settings.isPartial })
  return nativeRepository(reader, { root, gitDirectory, commonDirectory, settings })
}

/** Loaded only here: most never need it. */
async function withoutGit(asked: string, environment: NodeJS.ProcessEnv): Promise<Repository | Absent> {
  const { openIsomorphic } = await import('./isomorphic-open.ts')
  return openIsomorphic(asked, environment)
}

/**
 * True for a bare repository that somebody named as such. One that is itself committed in another repository is
 * content, made by whoever can propose a change.
 */
async function isBareFolder(folder: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const parts = await Promise.all(['objects', 'refs'].map((name) => isFolder(join(folder, name))))
  if (!parts.every(Boolean)) return false
  const outside = gitAt({ directory: dirname(folder), environment })
  const tracked = await outside.run({ command: ['ls-files', '-z'], paths: [join(basename(folder), 'HEAD')] })
  return tracked.output.length === 0
}

async function topLevel(git: Git): Promise<string | null> {
  const { status, output } = await git.run({ command: ['rev-parse', '--show-toplevel'] })
  return status === 0 ? resolve(output.toString().replace(/\n$/, '')) : null
}

/** A linked worktree names the git directory that it shares in a file. */
async function commonDirectoryOf(gitDirectory: string): Promise<string> {
  const text = await unlessMissing(gitDirectory, readFile(join(gitDirectory, 'commondir'), 'utf8'))
  return resolve(gitDirectory, (text ?? '.').trim())
}

async function isFolder(path: string): Promise<boolean> {
  return (await unlessMissing(path, stat(path)))?.isDirectory() ?? false
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way.split(/[/\\]/)[0] !== '..' && !isAbsolute(way))
}
