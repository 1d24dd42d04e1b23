import { accessSync, constants, lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readRegularFile } from '../../content/read-file.ts'
import { type Entry, walk } from '../../content/walk.ts'
import { installedGit } from '../../git/installed.ts'
import { WhybookError } from '../../model/error.ts'
import type { RepoPath } from '../../model/ids.ts'
import { openSource, type Source } from '../../source/source.ts'
import { textOf } from '../found.ts'
import { isOurOutput } from '../our-output.ts'
import { installedSpec } from '../package-file.ts'
import { existingAt, existingFiles } from '../survey.ts'
import { firstLink, statsOf } from '../way.ts'
import { type Check, error, warning } from './check.ts'
import { type Clone, checkClone } from './clone.ts'
import { checkConfiguration } from './configuration.ts'
import { checkInstallation } from './installation.ts'
import { checkPipelines, type PipelineFile } from './pipeline.ts'
import { checkStorage, type Storage } from './storage.ts'

/** Where the doctor looks. */
export interface Patient {
  /** Folder named with `--root`. */
  readonly directory: string
  /** Absolute path of the output. */
  readonly out: string
  /** Version of this Whybook. */
  readonly version: string
  readonly environment: NodeJS.ProcessEnv
}

/**
 * Looks at everything that a build needs. Reads only, and of programs runs git alone, as it is found on the PATH:
 * nothing that the repository brings.
 *
 * @throws {WhybookError} `handbook/no-folder`
 */
export async function examine({ directory, out, version, environment }: Patient): Promise<readonly Check[]> {
  const git = await installedGit(directory, environment)
  let source: Source
  try {
    source = await openSource(directory, 'auto')
  } catch (thrown) {
    if (!(thrown instanceof WhybookError) || thrown.code === 'handbook/no-folder') throw thrown
    return [error('clone', thrown.message, thrown.hint ?? 'Look at it with git status.')]
  }
  try {
    const { root } = source
    const existing = existingFiles(root, '' as RepoPath)
    const entries = walk(root, '' as RepoPath)
    const installed = { node: process.versions.node, git, version, existing, hasTarball: hasTarball(root, existing) }
    const installation = checkInstallation(installed)
    const isPinned = installation.some(({ id, level }) => id === 'installation/lock' && level !== 'error')
    return [
      ...installation,
      ...(await cloneChecks(source, entries)),
      ...(await checkConfiguration(source)),
      ...checkStorage({ cache: cacheAt(root), out: outputAt(out, root) }),
      ...checkPipelines(pipelineFiles(root), isPinned),
    ]
  } finally {
    await source.repository?.close()
  }
}

function hasTarball(root: string, existing: Parameters<typeof textOf>[0]['existing']): boolean {
  const path = /^file:(.*)$/.exec(installedSpec(textOf({ existing }, 'package.json') ?? '') ?? '')?.[1]
  return path !== undefined && statsOf(join(root, path))?.isFile() === true
}

async function cloneChecks({ repository, absent, root }: Source, entries: readonly Entry[]): Promise<readonly Check[]> {
  if (repository === null) {
    const says = `${absent ?? 'There is no repository.'} Pages have no history and no reasons.`
    return [warning('clone', says, 'Keep the handbook in git: git init, git add --all, git commit.')]
  }
  const clone: Clone = {
    hasCommits: (await repository.head()) !== null,
    shallowRoots: (await repository.shallowRoots()).length,
    isPartial: await repository.isPartial(),
    branch: await repository.branch(),
    remoteHead: await repository.remoteHead(),
    remote: await repository.remoteUrl(),
    submodules: submodulesOf(root, entries),
    pointers: entries.flatMap(({ kind, path }) => (kind === 'file' && isPointer(root, path) ? [path] : [])),
  }
  return checkClone(clone)
}

/** Those that are there, and those that `.gitmodules` names and nobody fetched. */
function submodulesOf(root: string, entries: readonly Entry[]): readonly string[] {
  const file = existingAt(root, '.gitmodules')
  const named = file !== null && 'text' in file ? [...file.text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)] : []
  const there = entries.flatMap(({ kind, path }) => (kind === 'submodule' ? [path] : []))
  return [...new Set<string>([...there, ...named.map(([, path = '']) => path)])]
}

/** A pointer of Git LFS has fewer than 1024 bytes. */
function isPointer(root: string, path: string): boolean {
  const size = statsOf(join(root, path))?.size ?? 0
  if (size < 100 || size >= 1024) return false
  const read = readRegularFile(join(root, path))
  return 'bytes' in read && read.bytes.toString('latin1').startsWith('version https://git-lfs.github.com/spec/v1\n')
}

function cacheAt(root: string): Storage['cache'] {
  const folder = join(root, '.whybook')
  const stats = statsOf(folder)
  const isWritable = canWrite(stats === null ? root : folder)
  if (stats === null) return { kind: 'none', isWritable, bytes: 0 }
  if (!stats.isDirectory()) return { kind: 'other', isWritable, bytes: 0 }
  return { kind: 'folder', isWritable, bytes: sizeOf(folder) }
}

function sizeOf(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0)
  } catch {
    return 0
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function outputAt(out: string, root: string): Storage['out'] {
  const way = relative(root, out)
  const path = way.startsWith('..') ? out : way || '.'
  const stats = statsOf(out)
  if (stats === null) return { path, kind: 'none' }
  try {
    const names = readdirSync(out)
    if (names.includes('.git')) return { path, kind: 'repository' }
    if (names.length === 0) return { path, kind: 'empty' }
  } catch {
    return { path, kind: 'other' }
  }
  return { path, kind: isOurOutput(out) ? 'ours' : 'other' }
}

const folders = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows']
const alone = ['.gitlab-ci.yml', 'netlify.toml', 'scripts/build-handbook.sh']

function pipelineFiles(root: string): readonly PipelineFile[] {
  const paths = [...alone, ...folders.flatMap((folder) => workflowsIn(root, folder))]
  return paths.flatMap((path) => {
    const file = existingAt(root, path)
    return file !== null && 'text' in file ? [{ path, text: file.text }] : []
  })
}

function workflowsIn(root: string, folder: string): readonly string[] {
  if (firstLink(root, folder) !== null) return []
  try {
    return readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}
