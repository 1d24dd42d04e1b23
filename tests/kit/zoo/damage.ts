import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { type Repo, repo } from '../repo.ts'
import { type Animal, type Outcome, objectFile, rawCommit, rawTree, twoCommits } from './animal.ts'
import { two } from './clones.ts'

const missing: Outcome = { error: 'git/missing-object' }
const unreadable: Outcome = { ...twoCommits, findings: ['history/unreadable-versions'] }

/** Two commits and one harm to them. */
function harmed(harm: (r: Repo, first: string) => void): () => Promise<string> {
  return async () => {
    const r = await two()
    const [, first = ''] = r.git('rev-list', 'HEAD').split('\n')
    harm(r, first)
    return r.path
  }
}

/** The same in one pack; `place` is where an object begins in it. */
function packed(harm: (r: Repo, file: string, placeOf: (id: string) => number) => void): () => Promise<string> {
  return harmed((r) => {
    r.git('repack', '-adfq', '--depth=0')
    r.git('prune-packed')
    const folder = join(r.gitDirectory, 'objects/pack')
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack')) ?? '')
    const list = r.git('verify-pack', '-v', pack.replace('.pack', '.idx'))
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644)
    harm(r, pack, (id) => Number(list.match(new RegExp(`^${id} \\w+ +\\d+ \\d+ (\\d+)`, 'm'))?.[1]))
  })
}

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xff, at, at + length)
  writeFileSync(file, bytes)
}

/** Objects that are missing, damaged, lying or too large. */
export const damage: readonly Animal[] = [
  { name: 'missing blob', make: harmed((r, first) => r.lose(r.blobId('a.md', first))), expected: unreadable },
  { name: 'corrupt blob', make: harmed((r, first) => r.spoil(r.blobId('a.md', first))), expected: unreadable },
  { name: 'empty object file', make: harmed((r) => truncated(r, r.blobId('a.md'))), expected: unreadable },
  { name: 'missing tree', make: harmed((r, first) => r.lose(r.treeId(first))), expected: missing },
  { name: 'corrupt tree', make: harmed((r) => r.spoil(r.treeId())), expected: missing },
  { name: 'missing commit', make: harmed((r, first) => r.lose(first)), expected: missing },
  { name: 'corrupt commit', make: harmed((r, first) => r.spoil(first)), expected: missing },
  { name: 'missing commit of HEAD', make: harmed((r) => r.lose(r.tip)), expected: missing },
  {
    name: 'commit that is a blob',
    make: harmed((r) => r.ref('refs/heads/main', r.blobId('a.md'))),
    expected: missing,
  },
  {
    name: 'commit without a tree',
    make: harmed((r) => r.ref('refs/heads/main', r.object('commit', `parent ${r.tip}\n\nNo tree\n`))),
    expected: missing,
  },
  {
    name: 'tree cut off in the middle',
    make: harmed((r) => {
      rawCommit(r, { tree: r.object('tree', '100644 a.md\0too short') })
    }),
    expected: missing,
    native: { error: 'git/failed' },
  },
  {
    name: 'one text of a pack corrupt',
    make: packed((r, pack, placeOf) => overwrite(pack, placeOf(r.blobId('a.md')) + 3, 6)),
    expected: unreadable,
  },
  {
    name: 'one commit of a pack corrupt',
    make: packed((r, pack, placeOf) => overwrite(pack, placeOf(r.tip) + 6, 8)),
    expected: missing,
  },
  {
    name: 'pack cut off',
    make: packed((_, pack) => truncateSync(pack, 40)),
    expected: missing,
  },
  {
    name: 'index of a pack that is none',
    make: packed((_, pack) => writeFileSync(pack.replace('.pack', '.idx'), 'no index')),
    expected: missing,
  },
  {
    name: 'branch that is no id',
    make: harmed((r) => writeFileSync(join(r.gitDirectory, 'refs/heads/main'), 'garbage\n')),
    expected: { error: 'git/broken-branch' },
  },
  {
    name: 'HEAD that is garbage',
    make: harmed((r) => writeFileSync(join(r.gitDirectory, 'HEAD'), 'garbage\n')),
    expected: { absent: 'is not in a git repository.' },
  },
  {
    name: 'HEAD on a branch that is not there',
    make: harmed((r) => writeFileSync(join(r.gitDirectory, 'HEAD'), 'ref: refs/heads/gone\n')),
    expected: { pages: { 'a.md': [] } },
  },
  {
    name: 'HEAD that goes round in circles',
    make: harmed((r) => {
      writeFileSync(join(r.gitDirectory, 'HEAD'), 'ref: refs/heads/one\n')
      writeFileSync(join(r.gitDirectory, 'refs/heads/one'), 'ref: refs/heads/two\n')
      writeFileSync(join(r.gitDirectory, 'refs/heads/two'), 'ref: refs/heads/one\n')
    }),
    expected: { error: 'git/broken-branch' },
  },
  {
    name: 'bomb: a small file that unpacks to 200 MB',
    make: harmed((r) => {
      const file = objectFile(r, r.blobId('a.md'))
      chmodSync(file, 0o644)
      writeFileSync(file, deflateSync(Buffer.concat([Buffer.from('blob 12\0'), Buffer.alloc(200 * 1024 * 1024)])))
    }),
    expected: unreadable,
  },
  {
    name: 'page of more than 10 MB',
    make: async () => {
      const r = await repo({ 'a.md': '# A\n\nOne.\n' })
      await r.commit('Second', { 'a.md': '# A\n'.padEnd(10 * 1024 * 1024 + 1, 'long ') })
      return r.path
    },
    expected: unreadable,
  },
  {
    name: 'bomb: one folder named 10,000,000,000 times, with 2,000 pages',
    make: harmed((r) => {
      const page = r.blobId('a.md')
      const pages = Array.from({ length: 2000 }, (_, n) => ['100644', `${n}.md`, page] as const)
      let tree = rawTree(r, pages)
      for (let depth = 0; depth < 10; depth += 1) {
        const id = tree
        tree = rawTree(
          r,
          Array.from({ length: 10 }, (_, n) => ['40000', `d${n}`, id]),
        )
      }
      rawCommit(r, { tree })
    }),
    expected: { error: 'git/too-many-files' },
  },
]

function truncated(r: Repo, id: string): void {
  chmodSync(objectFile(r, id), 0o644)
  truncateSync(objectFile(r, id), 0)
}
