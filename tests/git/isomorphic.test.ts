import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openRepository } from '../../src/git/open.ts'
import { checkOwner } from '../../src/git/trust.ts'
import type { BlobId, CommitId } from '../../src/model/ids.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { all, opener, path, steps, texts } from './collect.ts'
import { contract } from './contract.ts'

const opened = opener('isomorphic')

contract('isomorphic')

test('is taken by itself where there is no git on the PATH', async () => {
  const r = await repo({ 'a.md': '1' })
  const found = await openRepository(r.path, { adapter: 'auto', environment: { PATH: temporaryFolder().path } })
  expect(found).toMatchObject({ adapter: 'isomorphic', root: r.path })
})

test('is loaded only when it is used', async () => {
  const r = await repo({ 'a.md': '1' })
  const open = new URL('../../src/git/open.ts', import.meta.url).href
  const loaded = (adapter: string) => {
    const program = `
      import { createRequire } from 'node:module'
      import { openRepository } from ${JSON.stringify(open)}
      const repository = await openRepository(${JSON.stringify(r.path)}, { adapter: '${adapter}' })
      for await (const step of repository.mainLine({ from: null, to: await repository.head() })) await step
      await repository.close()
      console.log(Object.keys(createRequire(import.meta.url).cache).join())`
    return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', stdio: 'pipe' })
  }
  expect(loaded('native')).not.toContain('isomorphic-git')
  expect(loaded('isomorphic')).toContain('isomorphic-git')
})

/** Repositories that only git can read, by the words with which they are refused. */
const kinds: readonly (readonly [string, (r: Repo) => string | Promise<string>])[] = [
  [
    'This is a linked worktree or a submodule',
    (r) => {
      const folder = join(temporaryFolder().path, 'w')
      r.git('worktree', 'add', '--quiet', '--detach', folder)
      return folder
    },
  ],
  ['This is a partial clone', async (r) => (await r.clone({ filter: 'blob:none' })).path],
  [
    'The repository borrows objects from another one',
    (r) => {
      mkdirSync(join(r.gitDirectory, 'objects/info'), { recursive: true })
      writeFileSync(join(r.gitDirectory, 'objects/info/alternates'), '/elsewhere/objects\n')
      return r.path
    },
  ],
  ['The repository has SHA256 ids', async () => (await repo({ 'a.md': '1' }, { objectFormat: 'sha256' })).path],
  ['The repository keeps its branches as reftable', configured('[extensions]\n\trefStorage = reftable\n')],
  ['The repository uses the extension worktreeconfig', configured('[extensions]\n\tworktreeConfig = true\n')],
  ['The repository has the format 7', configured('[core]\n\trepositoryFormatVersion = 7\n')],
  ['The configuration of the repository has a line that makes no sense', configured('[core\n')],
  ['The configuration of the repository includes another file', configured('[include]\n\tpath = ../more\n')],
  ['The repository keeps its files in another folder', configured('[core]\n\tworktree = /etc\n')],
  ['The repository says that it is bare', configured('[core]\n\tbare\n')],
  [
    'The git directory is a link',
    (r) => {
      const folder = temporaryFolder().path
      symlinkSync(r.gitDirectory, join(folder, '.git'))
      return folder
    },
  ],
  ['objects of the repository is a link', (r) => linked(r, 'objects')],
  ['refs of the repository is a link', (r) => linked(r, 'refs')],
  [
    'This bare repository is inside another one',
    async (r) => {
      r.git('init', '--quiet', '--bare', 'inner')
      return join(r.path, 'inner')
    },
  ],
]

function configured(lines: string) {
  return (r: Repo) => {
    r.configure(lines)
    return r.path
  }
}

function linked(r: Repo, name: string): string {
  const target = join(temporaryFolder().path, name)
  renameSync(join(r.gitDirectory, name), target)
  symlinkSync(target, join(r.gitDirectory, name))
  return r.path
}

test.each(kinds)('says that it needs git, and what to do: %s', async (words, make) => {
  const directory = await make(await repo({ 'a.md': '1' }))
  await expect(opened(directory)).rejects.toMatchObject({
    code: 'git/needs-git',
    message: `${words}: that needs git itself.`,
    hint: expect.stringMatching(/^Install git\b.*leave --git isomorphic away/),
  })
})

test('reads packs with deltas, and objects that come after them', async () => {
  const r = await repo()
  const page = (n: number) =>
    Array.from({ length: 300 }, (_, line) => `line ${line === n ? 'changed' : line}\n`).join('')
  for (let n = 0; n < 12; n += 1) await r.commit(`Change ${n}`, { 'docs/a.md': page(n), [`${n}.md`]: 'x' })
  const expected = await steps(await opened(r.path))
  const repository = await opened(r.path)
  expect(await texts(repository, [r.blobId('docs/a.md')])).toEqual([page(11)])
  r.git('gc', '--quiet', '--aggressive', '--prune=now')
  expect(r.git('count-objects', '-v')).toContain('count: 0')
  const packed = await opened(r.path)
  expect(await steps(packed)).toEqual(expected)
  const ids = r
    .git('rev-list', '--all', '--objects')
    .split('\n')
    .filter((line) => line.includes('docs/a.md'))
  expect(
    (
      await texts(
        packed,
        ids.map((line) => line.slice(0, 12)),
      )
    ).filter(Boolean),
  ).toHaveLength(12)
  await r.commit('After', { 'new.md': 'x' })
  expect(await packed.head()).toBe(r.tip)
  r.git('gc', '--quiet', '--prune=now')
  expect((await steps(packed)).at(-1)).toEqual(['added new.md'])
  expect(await texts(packed, [r.blobId('new.md')])).toEqual(['x'])
})

test('unpacks nothing that is larger than it says', async () => {
  const r = await repo({ 'a.md': '1' })
  const bomb = r.object('blob', 'small')
  const file = join(r.gitDirectory, 'objects', bomb.slice(0, 2), bomb.slice(2))
  rmSync(file)
  writeFileSync(file, deflateSync(Buffer.concat([Buffer.from('blob 5\0'), Buffer.alloc(300 * 1024 * 1024)])))
  const before = process.memoryUsage().rss
  expect(await texts(await opened(r.path), [bomb, r.blobId('a.md')])).toEqual([null, '1'])
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
})

test('gives null for an object whose bytes are not those of its id', async () => {
  const r = await repo({ 'a.md': 'true' })
  const id = r.blobId('a.md')
  const forged = r.object('blob', 'evil')
  const file = (each: string) => join(r.gitDirectory, 'objects', each.slice(0, 2), each.slice(2))
  rmSync(file(id))
  renameSync(file(forged), file(id))
  expect(await texts(await opened(r.path), [id])).toEqual([null])
})

test('follows no link out of the repository, neither to an object nor to a branch', async () => {
  const r = await repo({ 'a.md': 'text' })
  const id = r.blobId('a.md')
  const outside = temporaryFolder().path
  const file = join(r.gitDirectory, 'objects', id.slice(0, 2), id.slice(2))
  renameSync(file, join(outside, 'object'))
  symlinkSync(join(outside, 'object'), file)
  writeFileSync(join(outside, 'ref'), `${r.tip}\n`)
  symlinkSync(join(outside, 'ref'), join(r.gitDirectory, 'refs/heads/outside'))
  symlinkSync(outside, join(r.gitDirectory, 'refs/heads/folder'))
  r.ref('refs/heads/indirect', 'ref: refs/../../../ref')
  const repository = await opened(r.path)
  expect(await texts(repository, [id])).toEqual([null])
  for (const name of ['outside', 'folder/ref', 'indirect', '../../ref'])
    expect(await repository.resolve(name)).toBeNull()
})

test('answers for a folder that is named millions of times without reading it millions of times', async () => {
  const r = await repo({ 'a.md': '1' })
  const tree = (mode: string, name: (n: number) => string, id: string) =>
    r.object(
      'tree',
      Buffer.concat(
        Array.from({ length: 10 }, (_, n) => [Buffer.from(`${mode} ${name(n)}\0`), Buffer.from(id, 'hex')]).flat(),
      ),
    )
  const bomb = (leaf: string) => {
    let id = tree('100644', (n) => `${n}${leaf}`, r.blobId('a.md'))
    for (let depth = 0; depth < 9; depth += 1) id = tree('40000', String, id)
    return r.object('commit', `tree ${id}\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nBomb\n`) as CommitId
  }
  const repository = await opened(r.path)
  const line = await all(repository.mainLine({ from: null, to: bomb('.txt') }))
  expect(line.map(({ differences }) => differences)).toEqual([[]])
  await expect(all(repository.mainLine({ from: null, to: bomb('.md') }))).rejects.toMatchObject({
    code: 'git/too-many-files',
  })
})

test('stops at folders deeper than git allows', async () => {
  const r = await repo({ 'a.md': '1' })
  let id = r.treeId()
  for (let depth = 0; depth < 3000; depth += 1)
    id = r.object('tree', Buffer.concat([Buffer.from('40000 d\0'), Buffer.from(id, 'hex')]))
  const commit = r.object('commit', `tree ${id}\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nDeep\n`) as CommitId
  const repository = await opened(r.path)
  await expect(all(repository.mainLine({ from: null, to: commit }))).rejects.toMatchObject({
    code: 'git/too-many-files',
  })
  expect(await repository.file(commit, path('d/d/a.md'))).toBeNull()
})

test('reads a repository of another user only where its reader trusts it, as git does', async () => {
  const home = temporaryFolder().path
  const root = temporaryFolder().path
  const environment = { HOME: home, XDG_CONFIG_HOME: join(home, '.config') }
  const own = process.geteuid?.() ?? 0
  const check = (uid: number | null, more: NodeJS.ProcessEnv = {}) =>
    checkOwner(root, [root], { uid, environment: { ...environment, ...more } })
  const refused = { code: 'git/unsafe-directory', hint: expect.stringContaining(root) }
  await expect(check(own)).resolves.toBeUndefined()
  await expect(check(null)).resolves.toBeUndefined()
  await expect(check(own + 1)).rejects.toMatchObject(refused)
  for (const [value, isAllowed] of [
    [root, true],
    ['*', true],
    [`${root.slice(0, root.lastIndexOf('/'))}/*`, true],
    [`${root}-other`, false],
    [`${root}/inner/*`, false],
  ] as const) {
    writeFileSync(join(home, '.gitconfig'), `[safe]\n\tdirectory = ${value}\n`)
    if (isAllowed) await expect(check(own + 1), value).resolves.toBeUndefined()
    else await expect(check(own + 1), value).rejects.toMatchObject(refused)
  }
  writeFileSync(join(home, '.gitconfig'), '[safe]\n\tdirectory = *\n\tdirectory =\n')
  await expect(check(own + 1)).rejects.toMatchObject(refused)
})

test('finds an object by the beginning of its id in packs and beside them, and none where two begin so', async () => {
  const r = await repo({ 'a.md': 'packed' })
  r.git('repack', '-adq')
  const loose = r.object('blob', 'loose')
  const repository = await opened(r.path)
  const ids = [r.blobId('a.md').slice(0, 12), loose.slice(0, 12), 'f'.repeat(12)] as BlobId[]
  expect(await texts(repository, ids)).toEqual(['packed', 'loose', null])
  const twin = `${loose.slice(0, 12)}${'0'.repeat(28)}`
  writeFileSync(join(r.gitDirectory, 'objects', twin.slice(0, 2), twin.slice(2)), 'x')
  expect(await texts(repository, [loose.slice(0, 12)])).toEqual([null])
})
