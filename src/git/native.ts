import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'
import { changedPaths } from './changed-paths.ts'
import { gitErrors } from './errors.ts'
import { mainLine } from './main-line.ts'
import { nulRecords, splitRecords } from './nul-records.ts'
import { checkedId, checkedRange, isId } from './object-id.ts'
import { objectReader } from './object-reader.ts'
import type { Repository } from './repository.ts'
import type { Git, GitCommand } from './runner.ts'
import type { Settings } from './settings.ts'
import { isTreePath, MOST_FILES } from './tree-path.ts'
import { checkUnborn } from './unborn.ts'

/** Where a repository was found. */
export interface NativePlace {
  readonly root: string
  readonly gitDirectory: string
  /** The git directory that worktrees share; else the same. */
  readonly commonDirectory: string
  readonly settings: Settings
}

const NOTES = 'refs/notes/commits'

/** The port over a `git` process. */
export function nativeRepository(git: Git, { settings, ...place }: NativePlace): Repository {
  const partial = settings.isPartial
  const objects = objectReader(git, partial)

  /** Output of a command that may say no with status 1; null then. */
  async function ask(command: GitCommand): Promise<Buffer | null> {
    const result = await git.run(command)
    // merge-base says no also when a commit on the way could not be read.
    if (result.status === 1 && !result.words.includes('error: ')) return null
    if (result.status !== 0) throw git.error(command, result)
    return result.output
  }

  async function symbolicRef(name: string, prefix: string): Promise<string | null> {
    const target = (await ask({ command: ['symbolic-ref', '--quiet', name] }))?.toString().trimEnd()
    return target?.startsWith(prefix) ? target.slice(prefix.length) : null
  }

  async function resolve(revision: string): Promise<CommitId | null> {
    if (revision.includes('\0')) return null
    const found = await ask({
      command: ['rev-parse', '--verify', '--quiet'],
      revisions: [revision],
    })
    const id = found?.toString().trim() ?? ''
    return isId(id) ? (id as CommitId) : null
  }

  /** Entries of a tree: mode and id by path. */
  async function tree(command: GitCommand): Promise<readonly { mode: string; id: BlobId; path: RepoPath }[]> {
    const records = splitRecords((await ask(command)) ?? Buffer.alloc(0))
    return records.map(entryOf)
  }

  async function blob(id: BlobId): Promise<Uint8Array | null> {
    for await (const { bytes } of objects.read([id], 'blob')) return bytes
    return null
  }

  /** Full name of the branch of HEAD, read by ourselves: git says nothing of one that is broken. */
  async function headTarget(): Promise<string | null> {
    const text = await readFile(join(place.gitDirectory, 'HEAD'), 'utf8').catch(() => '')
    return text.match(/^ref:\s*(refs\/\S+)\s*$/)?.[1] ?? null
  }

  const branch = () => symbolicRef('HEAD', 'refs/heads/')
  const remoteHead = () => symbolicRef('refs/remotes/origin/HEAD', 'refs/remotes/origin/')

  return {
    root: place.root,
    gitDirectory: place.gitDirectory,
    adapter: 'native',
    async head() {
      const id = await resolve('HEAD')
      if (id === null) await checkUnborn(place.commonDirectory, (await headTarget()) ?? 'HEAD')
      return id
    },
    branch,
    remoteHead,
    async defaultBranch() {
      return (await remoteHead()) ?? (await branch()) ?? 'main'
    },
    remoteUrl: async () => settings.remoteUrl,
    async shallowRoots() {
      const text = await readFile(join(place.commonDirectory, 'shallow'), 'latin1').catch(() => '')
      return text.split('\n').filter(Boolean) as CommitId[]
    },
    isPartial: async () => partial,
    resolve: (revision) => resolve(`${revision}^{commit}`),
    async *mainLine(range) {
      yield* mainLine(git, checkedRange(range), partial)
    },
    async *changedPaths(commits) {
      yield* changedPaths(git, [...commits].map(checkedId))
    },
    async *commits(range) {
      const { from, to } = checkedRange(range)
      const command: GitCommand = { command: ['rev-list'], revisions: from === null ? [to] : [to, `^${from}`] }
      const ids = (await ask(command))?.toString('latin1').split('\n').filter(Boolean) ?? []
      for await (const { id, bytes } of objects.read(ids, 'commit')) {
        if (bytes === null) throw gitErrors.missingObject(id, partial)
        yield { id: id as CommitId, bytes }
      }
    },
    async *blobs(ids) {
      for await (const { id, bytes } of objects.read(ids, 'blob')) yield { id: id as BlobId, bytes }
    },
    async mergeBase(a, b) {
      const found = await ask({ command: ['merge-base'], revisions: [checkedId(a), checkedId(b)] })
      return found === null ? null : (found.toString().trim() as CommitId)
    },
    async isAncestor(a, b) {
      if (!(await objects.has(a)) || !(await objects.has(b))) return false
      return (await ask({ command: ['merge-base', '--is-ancestor'], revisions: [a, b] })) !== null
    },
    async notes() {
      const notes = new Map<CommitId, string>()
      if ((await resolve(NOTES)) === null) return notes
      const entries = await tree({ command: ['ls-tree', '-r', '-z', '--full-tree'], revisions: [NOTES] })
      const commits = entries.map(({ path }) => path.replaceAll('/', '') as CommitId)
      let at = 0
      for await (const { bytes } of objects.read(
        entries.map(({ id }) => id),
        'blob',
      )) {
        const commit = commits[at++]
        if (commit !== undefined && bytes !== null) notes.set(commit, Buffer.from(bytes).toString())
      }
      return notes
    },
    async files(commit, folder) {
      if (folder !== '' && !isTreePath(folder)) return new Map()
      const command: GitCommand = {
        command: ['ls-tree', '-r', '-z', '--full-tree'],
        revisions: [checkedId(commit)],
        ...(folder === '' ? {} : { paths: [folder] }),
      }
      const child = git.start(command)
      child.input.end()
      const files = new Map<RepoPath, BlobId>()
      for await (const records of nulRecords(child.chunks())) {
        for (const { mode, id, path } of records.map(entryOf)) if (mode.startsWith('100')) files.set(path, id)
        if (files.size > MOST_FILES) throw gitErrors.tooManyFiles(commit)
      }
      const ending = await child.ended
      if (ending.status !== 0) throw git.error(command, ending)
      return files
    },
    async file(commit, path) {
      if (!isTreePath(path)) return null
      const entries = await tree({
        command: ['ls-tree', '-z', '--full-tree'],
        revisions: [checkedId(commit)],
        paths: [path],
      })
      const entry = entries.find((each) => each.path === path && each.mode.startsWith('100'))
      return entry ? blob(entry.id) : null
    },
    close: () => objects.close(),
  }
}

/** Reads `100644 blob ID\tPATH`. */
function entryOf(record: string): { readonly mode: string; readonly id: BlobId; readonly path: RepoPath } {
  const [mode = '', , id = ''] = record.slice(0, record.indexOf('\t')).split(' ')
  return { mode, id: id as BlobId, path: record.slice(record.indexOf('\t') + 1) as RepoPath }
}
