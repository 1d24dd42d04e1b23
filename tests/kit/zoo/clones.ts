import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Repo, repo, submodule } from '../repo.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Animal, needsGit, twoCommits } from './animal.ts'

/** Two commits on one page. */
export async function two(): Promise<Repo> {
  const r = await repo({ 'a.md': '# A\n\nOne.\n' })
  await r.commit('Second', { 'a.md': '# A\n\nTwo.\n' })
  return r
}

const none = { pages: { 'a.md': [] } }

/** Clones and places: what of a repository is where. */
export const clones: readonly Animal[] = [
  { name: 'plain', make: async () => (await two()).path, expected: twoCommits },
  {
    name: 'shallow clone',
    make: async () => {
      const r = await two()
      await r.commit('Third', { 'a.md': '# A\n\nThree.\n' })
      return (await r.clone({ depth: 2 })).path
    },
    // What came before the cut is not told as if it had begun there.
    expected: { pages: { 'a.md': ['modified 2026-01-05T11 Third'] }, findings: ['history/shallow'] },
  },
  {
    name: 'partial clone without old texts',
    make: async () => (await (await two()).clone({ filter: 'blob:none' })).path,
    expected: { ...twoCommits, findings: ['history/unreadable-versions'] },
    isomorphic: needsGit,
  },
  {
    name: 'partial clone without trees',
    make: async () => (await (await two()).clone({ filter: 'tree:0' })).path,
    expected: { error: 'git/missing-object' },
    isomorphic: needsGit,
  },
  {
    name: 'detached HEAD',
    make: async () => {
      const r = await two()
      await r.checkout(r.tip, { detached: true })
      return r.path
    },
    expected: twoCommits,
  },
  { name: 'no commits', make: async () => (await repo()).path, expected: none },
  {
    name: 'no repository',
    make: async () => temporaryFolder().path,
    expected: { absent: 'is not in a git repository.' },
  },
  {
    name: 'inside of a git directory',
    make: async () => (await two()).gitDirectory,
    expected: { absent: 'is the inside of a git directory, not a folder of files.' },
  },
  {
    name: 'linked worktree',
    make: async () => {
      const folder = join(temporaryFolder().path, 'w')
      ;(await two()).git('worktree', 'add', '--quiet', '--detach', folder)
      return folder
    },
    expected: twoCommits,
    isomorphic: needsGit,
  },
  {
    name: 'bare repository',
    make: async () => (await (await two()).clone({ bare: true })).path,
    expected: twoCommits,
  },
  {
    name: 'bare repository committed in another',
    make: async () => {
      const r = await repo({ 'docs/HEAD': 'ref: refs/heads/main\n', 'docs/objects/x': '', 'docs/refs/x': '' })
      return join(r.path, 'docs')
    },
    expected: { error: 'git/failed' },
    isomorphic: needsGit,
  },
  {
    name: 'checkout of a submodule',
    make: async () => {
      const [inner, outer] = [await two(), await repo({ 'b.md': '# B' })]
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${inner.path}`, 'handbook')
      return join(outer.path, 'handbook')
    },
    expected: twoCommits,
    isomorphic: needsGit,
  },
  {
    name: 'submodule seen from outside',
    make: async () => {
      const r = await two()
      await r.commit('Add a submodule', { 'handbook.md': submodule('1'.repeat(40)) })
      return r.path
    },
    expected: { pages: { ...twoCommits.pages, 'handbook.md': [] } },
  },
  {
    name: 'borrowed objects (alternates)',
    make: async () => {
      const r = await two()
      const folder = join(temporaryFolder().path, 'shared')
      r.git('clone', '--quiet', '--shared', r.path, folder)
      return folder
    },
    expected: twoCommits,
    isomorphic: needsGit,
  },
  {
    name: 'ids of SHA-256',
    make: async () => {
      const r = await repo({ 'a.md': '# A\n\nOne.\n' }, { objectFormat: 'sha256' })
      await r.commit('Second', { 'a.md': '# A\n\nTwo.\n' })
      return r.path
    },
    expected: twoCommits,
    isomorphic: needsGit,
  },
  {
    name: 'branches as a table (reftable)',
    make: async () => configured('[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\trefStorage = reftable\n'),
    expected: { error: 'git/failed' },
    isomorphic: needsGit,
  },
  {
    name: 'format of the future',
    make: async () => configured('[core]\n\trepositoryFormatVersion = 7\n'),
    expected: { error: 'git/failed' },
    isomorphic: needsGit,
  },
  {
    name: 'configuration that makes no sense',
    make: async () => configured('[core\n'),
    expected: { error: 'git/failed' },
    isomorphic: needsGit,
  },
  {
    name: 'files said to be elsewhere (core.worktree)',
    make: async () => configured('[core]\n\tworktree = /etc\n'),
    expected: { error: 'git/foreign-work-tree' },
    isomorphic: needsGit,
  },
  {
    name: 'git directory that is a link',
    make: async () => {
      const r = await two()
      const folder = temporaryFolder().path
      renameSync(r.gitDirectory, join(folder, 'moved'))
      symlinkSync(join(folder, 'moved'), r.gitDirectory)
      return r.path
    },
    expected: twoCommits,
    isomorphic: needsGit,
  },
  {
    name: 'packed refs alone',
    make: async () => {
      const r = await two()
      r.tag('v1')
      r.git('pack-refs', '--all', '--prune')
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'everything in one pack, with deltas',
    make: async () => {
      const r = await two()
      r.git('gc', '--quiet', '--aggressive', '--prune=now')
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'lock files left behind',
    make: async () => {
      const r = await two()
      for (const name of ['index.lock', 'HEAD.lock', 'packed-refs.lock', 'config.lock', 'refs/heads/main.lock']) {
        writeFileSync(join(r.gitDirectory, name), '')
      }
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'broken index',
    make: async () => {
      const r = await two()
      writeFileSync(join(r.gitDirectory, 'index'), 'no index')
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'index that is a folder',
    make: async () => {
      const r = await two()
      r.git('rm', '--quiet', '--cached', 'a.md')
      renameSync(join(r.gitDirectory, 'index'), join(r.gitDirectory, 'old'))
      mkdirSync(join(r.gitDirectory, 'index'))
      return r.path
    },
    expected: twoCommits,
  },
]

async function configured(lines: string): Promise<string> {
  const r = await two()
  r.configure(lines)
  return r.path
}
