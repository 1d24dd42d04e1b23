import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WhybookError } from '../model/error.ts'
import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'
import type { CommitNode } from './commit-node.ts'
import { gitErrors } from './errors.ts'
import { isConfigurationPath, isMarkdownPath, onePerPath, type PathDifference, rawDifference } from './followed.ts'
import { treeDifferences } from './isomorphic-differences.ts'
import { commitGraph } from './isomorphic-graph.ts'
import { isomorphicObjects } from './isomorphic-objects.ts'
import { fileRefs } from './isomorphic-refs.ts'
import { resolveRevision } from './isomorphic-resolve.ts'
import { isomorphicTrees } from './isomorphic-trees.ts'
import { checkedId, checkedRange } from './object-id.ts'
import type { Repository } from './repository.ts'
import type { Settings } from './settings.ts'
import type { TreeEntry } from './tree-entries.ts'
import { isTreePath, MOST_FILES } from './tree-path.ts'
import { checkUnborn } from './unborn.ts'

/** Where a repository was found, after `isomorphic-open.ts` judged it. */
export interface IsomorphicPlace {
  readonly root: string
  readonly gitDirectory: string
  readonly settings: Settings
}

const NOTES = 'refs/notes/commits'

/** The port without a git binary: isomorphic-git reads the objects, the walks over them are ours. */
export async function isomorphicRepository({ root, gitDirectory, settings }: IsomorphicPlace): Promise<Repository> {
  const shallow = (await readFile(join(gitDirectory, 'shallow'), 'latin1').catch(() => '')).split('\n').filter(Boolean)
  const objects = isomorphicObjects(gitDirectory)
  const refs = fileRefs(gitDirectory)
  const trees = isomorphicTrees(objects)
  const graph = commitGraph(objects, new Set(shallow))

  async function differences(commit: CommitNode): Promise<readonly PathDifference[]> {
    const [parent] = commit.parents
    const before = parent === undefined ? null : (await graph.node(parent)).tree
    return treeDifferences(trees.followed, before, commit.tree, commit.id)
  }

  /** Every blob below a tree, for notes: git spreads many of them over folders. */
  async function blobsBelow(tree: string, folder: string, depth = 0): Promise<readonly (readonly [string, string])[]> {
    const found: (readonly [string, string])[] = []
    for (const { name, mode, isFolder, id } of await trees.all(tree)) {
      const path = `${folder}${name.toString('utf8')}`
      if (isFolder && depth < 20) found.push(...(await blobsBelow(id, path, depth + 1)))
      else if (mode.startsWith('100')) found.push([path, id])
    }
    return found
  }

  async function folderAt(tree: string, folder: string): Promise<string | null> {
    let id = tree
    for (const name of folder.split('/').map((each) => Buffer.from(each))) {
      const next = (await trees.all(id)).find((entry) => entry.isFolder && entry.name.equals(name))
      if (next === undefined) return null
      id = next.id
    }
    return id
  }

  async function entryAt(commit: CommitId, path: RepoPath): Promise<TreeEntry | null> {
    let { tree } = await graph.node(commit)
    const names = path.split('/').map((name) => Buffer.from(name))
    for (const [index, name] of names.entries()) {
      const same = (await trees.all(tree)).filter((entry) => entry.name.equals(name))
      const isLast = index === names.length - 1
      const next = same.find(({ isFolder, mode }) => (isLast ? mode.startsWith('100') : isFolder))
      if (next === undefined) return null
      if (isLast) return next
      tree = next.id
    }
    return null
  }

  const branch = async () => withoutPrefix(await refs.target('HEAD'), 'refs/heads/')
  const remoteHead = async () => withoutPrefix(await refs.target('refs/remotes/origin/HEAD'), 'refs/remotes/origin/')

  return {
    root,
    gitDirectory,
    adapter: 'isomorphic',
    async head() {
      const id = await refs.id('HEAD')
      if (id === null) await checkUnborn(gitDirectory, (await refs.target('HEAD')) ?? 'HEAD')
      return id as CommitId | null
    },
    branch,
    remoteHead,
    async defaultBranch() {
      return (await remoteHead()) ?? (await branch()) ?? 'main'
    },
    remoteUrl: async () => settings.remoteUrl,
    shallowRoots: async () => shallow as CommitId[],
    isPartial: async () => false,
    resolve: (revision) => resolveRevision(revision, { refs, objects, graph }),
    async *mainLine(range) {
      for (const commit of await graph.firstParents(checkedRange(range))) {
        const found = await differences(commit)
        const ofKind = (isOfKind: (path: string) => boolean) =>
          onePerPath(found.flatMap((each) => (isOfKind(each.path) ? (rawDifference(each) ?? []) : [])))
        yield { id: commit.id, differences: ofKind(isMarkdownPath), settings: ofKind(isConfigurationPath) }
      }
    },
    async *changedPaths(commits) {
      for (const id of [...commits].map(checkedId)) {
        // What cannot be read is a reason that no page gets, not a history that cannot be shown.
        const found = await graph
          .node(id)
          .then((commit) => (commit.parents.length > 1 ? [] : differences(commit)))
          .catch((error: unknown) => {
            if (error instanceof WhybookError && error.code !== 'git/closed') return []
            throw error
          })
        yield { id, paths: found.flatMap(({ path }) => (isMarkdownPath(path) ? [path as RepoPath] : [])) }
      }
    },
    async *commits(range) {
      for (const id of await graph.reachable(checkedRange(range))) {
        const bytes = await graph.bytes(id)
        if (bytes === null) throw gitErrors.missingObject(id, false)
        yield { id, bytes }
      }
    },
    async *blobs(ids) {
      for (const id of ids) yield { id, bytes: await blob(id) }
    },
    mergeBase: async (a, b) => graph.mergeBase(checkedId(a), checkedId(b)),
    async isAncestor(a, b) {
      const here = await Promise.all([a, b].map((id) => /^[0-9a-f]{40}$/.test(id) && graph.bytes(id)))
      return here.every(Boolean) && graph.isAncestor(a, b)
    },
    async notes() {
      const notes = new Map<CommitId, string>()
      const tip = await refs.id(NOTES)
      if (tip === null) return notes
      const { tree } = await graph.node(tip as CommitId)
      for (const [commit, id] of await blobsBelow(tree, '')) {
        const bytes = await objects.read(id, 'blob')
        if (bytes !== null) notes.set(commit.replaceAll('/', '') as CommitId, bytes.toString())
      }
      return notes
    },
    async files(commit, folder) {
      const { tree } = await graph.node(checkedId(commit))
      const files = new Map<RepoPath, BlobId>()
      const start = folder === '' ? tree : isTreePath(folder) ? await folderAt(tree, folder) : null
      const left = start === null ? [] : [{ id: start, folder: folder === '' ? '' : `${folder}/` }]
      let read = 0
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        for (const { name, mode, isFolder, id } of await trees.all(next.id)) {
          const path = `${next.folder}${name.toString('utf8')}`
          if (isFolder) left.push({ id, folder: `${path}/` })
          else if (mode.startsWith('100')) files.set(path as RepoPath, id as BlobId)
        }
        read += 1
        if (files.size > MOST_FILES || read + left.length > MOST_FILES) throw gitErrors.tooManyFiles(commit)
      }
      return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    },
    async file(commit, path) {
      checkedId(commit)
      const entry = isTreePath(path) ? await entryAt(commit, path) : null
      return entry === null ? null : objects.read(entry.id, 'blob')
    },
    async close() {
      objects.close()
    },
  }

  async function blob(id: BlobId): Promise<Uint8Array | null> {
    if (/^[0-9a-f]{40}$/.test(id)) return objects.read(id, 'blob')
    const found = /^[0-9a-f]{7,39}$/.test(id) ? await objects.find(id) : []
    return found.length === 1 ? objects.read(found[0] ?? '', 'blob') : null
  }
}

function withoutPrefix(name: string | null, prefix: string): string | null {
  return name?.startsWith(prefix) ? name.slice(prefix.length) : null
}
