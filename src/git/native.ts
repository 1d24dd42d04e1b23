import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'
import { changedPaths } from './changed-paths.ts'
import { gitErrors } from './errors.ts'
import { mainLine } from './main-line.ts'
import { splitRecords } from './nul-records.ts'
import { objectReader } from './object-reader.ts'
import type { Range, Repository } from './repository.ts'
import type { Git, GitCommand } from './runner.ts'
import type { Settings } from './settings.ts'

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
    return records.map((record) => {
      const [mode = '', , id = ''] = record.slice(0, record.indexOf('\t')).split(' ')
      return { mode, id: id as BlobId, path: record.slice(record.indexOf('\t') + 1) as RepoPath }
    })
  }

  async function blob(id: BlobId): Promise<Uint8Array | null> {
    for await (const { bytes } of objects.read([id], 'blob')) return bytes
    return null
  }

  const branch = () => symbolicRef('HEAD', 'refs/heads/')

  return {
    root: place.root,
    gitDirectory: place.gitDirectory,
    adapter: 'native',
    head: () => resolve('HEAD'),
    branch,
    async defaultBranch() {
      return (await symbolicRef('refs/remotes/origin/HEAD', 'refs/remotes/origin/')) ?? (await branch()) ?? 'main'
    },
    remoteUrl: async () => settings.remoteUrl,
    async shallowRoots() {
      const text = await readFile(join(place.commonDirectory, 'shallow'), 'latin1').catch(() => '')
      return text.split('\n').filter(Boolean) as CommitId[]
    },
    isPartial: async () => partial,
    resolve: (revision) => resolve(`${revision}^{commit}`),
    async *mainLine(range) {
      yield* mainLine(git, checked(range), partial)
    },
    async *changedPaths(commits) {
      yield* changedPaths(git, [...commits].map(checkedId))
    },
    async *commits(range) {
      const { from, to } = checked(range)
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
      if (folder !== '' && !isPath(folder)) return new Map()
      const command: GitCommand = {
        command: ['ls-tree', '-r', '-z', '--full-tree'],
        revisions: [checkedId(commit)],
        ...(folder === '' ? {} : { paths: [folder] }),
      }
      const files = (await tree(command)).filter(({ mode }) => mode.startsWith('100'))
      return new Map(files.map(({ path, id }) => [path, id]))
    },
    async file(commit, path) {
      if (!isPath(path)) return null
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

function isPath(path: RepoPath): boolean {
  return !path.includes('\0') && !path.split('/').some((segment) => ['', '.', '..'].includes(segment))
}

function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

function checkedId(id: CommitId): CommitId {
  if (!isId(id)) throw gitErrors.badId(id)
  return id
}

function checked({ from, to }: Range): Range {
  return { from: from === null ? null : checkedId(from), to: checkedId(to) }
}
