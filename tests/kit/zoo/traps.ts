import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canary } from '../canary.ts'
import { repo } from '../repo.ts'
import { type Animal, rawCommit, rawTree, twoCommits } from './animal.ts'
import { two } from './clones.ts'

/** What would tell another history, run something, or name a file in a way that is hard to take. */
export const traps: readonly Animal[] = [
  {
    name: 'grafts',
    make: async () => {
      const r = await two()
      mkdirSync(join(r.gitDirectory, 'info'), { recursive: true })
      writeFileSync(join(r.gitDirectory, 'info/grafts'), `${r.tip}\n`)
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'replaced commit',
    make: async () => {
      const r = await two()
      const forged = r.object('commit', `tree ${r.treeId()}\nauthor E <e> 0 +0000\ncommitter E <e> 0 +0000\n\nForged\n`)
      r.ref(`refs/replace/${r.tip}`, forged)
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'hooks and configured programs',
    make: async () => {
      const r = await two()
      const { program, folder } = canary()
      const keys = ['fsmonitor', 'pager', 'sshCommand', 'editor', 'askPass', 'alternateRefsCommand']
      r.configure(`[core]\n${keys.map((key) => `\t${key} = ${program}\n`).join('')}\thooksPath = ${folder}\n`)
      r.configure(`[diff]\n\texternal = ${program}\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n`)
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'settings that change what git shows',
    make: async () => {
      const r = await two()
      r.configure('[diff]\n\trenames = copies\n\trelative = true\n\torderFile = /none\n[log]\n\tfollow = true\n')
      r.configure(
        '[core]\n\tabbrev = 4\n\tquotePath = true\n\tignoreCase = true\n[i18n]\n\tlogOutputEncoding = utf-16\n',
      )
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'branch named HEAD, tag named like the branch',
    make: async () => {
      const r = await two()
      const first = r.git('rev-list', '--max-parents=0', 'HEAD').trim()
      r.ref('refs/heads/HEAD', first)
      r.ref('refs/tags/HEAD', first)
      r.ref('refs/tags/main', first)
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'names that are not UTF-8',
    make: async () => {
      const r = await two()
      const entries = [
        ['100644', 'a.md', r.blobId('a.md')],
        ['100644', Buffer.from('caf\xe9.md', 'latin1'), r.object('blob', '# C')],
      ] as const
      rawCommit(r, { tree: rawTree(r, entries), message: 'Odd name\n' })
      return r.path
    },
    expected: { pages: { ...twoCommits.pages, 'caf\ufffd.md': ['added 2026-01-06T10 Odd name'] } },
  },
  {
    name: 'names with signs of all kinds',
    make: async () => {
      const r = await two()
      await r.commit('Odd names', { '-rf.md': '# 1', 'a b/"q".md': '# 2', ':(top)x.md': '# 3', 'l\nf.md': '# 4' })
      return r.path
    },
    expected: {
      pages: Object.fromEntries(
        ['-rf.md', 'a b/"q".md', ':(top)x.md', 'l\nf.md'].map((name) => [name, ['added 2026-01-05T11 Odd names']]),
      ),
    },
  },
  {
    name: 'names that lead out',
    make: async () => {
      const r = await two()
      const page = r.object('blob', '# Out')
      const up = rawTree(r, [['100644', 'x.md', page]])
      const entries = [
        ['40000', '..', up],
        ['40000', '.git', up],
        ['100644', 'a.md', r.blobId('a.md')],
      ] as const
      rawCommit(r, { tree: rawTree(r, entries), message: 'Out\n' })
      return r.path
    },
    // History tells of such a path as of any other; nothing is ever read or written at it.
    expected: twoCommits,
  },
  {
    name: 'folders 300 deep',
    make: async () => {
      const r = await two()
      let tree = rawTree(r, [['100644', 'deep.md', r.object('blob', '# Deep')]])
      for (let depth = 0; depth < 300; depth += 1) tree = rawTree(r, [['40000', 'd', tree]])
      const entries = [
        ['100644', 'a.md', r.blobId('a.md')],
        ['40000', 'd', tree],
      ] as const
      rawCommit(r, { tree: rawTree(r, entries), message: 'Deep\n' })
      return r.path
    },
    expected: { pages: { ...twoCommits.pages, [`${'d/'.repeat(301)}deep.md`]: ['added 2026-01-06T10 Deep'] } },
  },
  {
    name: 'two entries of one name in a tree',
    make: async () => {
      const r = await two()
      const [one, other] = [r.blobId('a.md'), r.object('blob', '# Other')]
      const entries = [
        ['100644', 'a.md', one],
        ['100644', 'b.md', one],
        ['100644', 'b.md', other],
      ] as const
      rawCommit(r, { tree: rawTree(r, entries), message: 'Twice\n' })
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'tree that is not sorted',
    make: async () => {
      const r = await two()
      const entries = [
        ['100644', 'z.md', r.object('blob', '# Z')],
        ['100644', 'a.md', r.blobId('a.md')],
      ] as const
      rawCommit(r, { tree: rawTree(r, entries), message: 'Unsorted\n' })
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'modes of old tools',
    make: async () => {
      const r = await two()
      rawCommit(r, { tree: rawTree(r, [['100664', 'a.md', r.blobId('a.md')]]), message: 'Old mode\n' })
      return r.path
    },
    expected: twoCommits,
  },
  {
    name: 'page in large file storage (LFS)',
    make: async () => {
      const pointer = (id: string) =>
        `version https://git-lfs.github.com/spec/v1\noid sha256:${id.repeat(64)}\nsize 5\n`
      const r = await repo({ 'a.md': pointer('1'), '.gitattributes': '*.md filter=lfs\n' })
      r.configure('[filter "lfs"]\n\tsmudge = false\n\trequired = true\n')
      await r.commit('Second', { 'a.md': pointer('2') })
      return r.path
    },
    expected: twoCommits,
  },
]
