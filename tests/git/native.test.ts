import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gitEnvironment } from '../../src/git/environment.ts'
import { openRepository } from '../../src/git/open.ts'
import { gitAt } from '../../src/git/runner.ts'
import { canary } from '../kit/canary.ts'
import { repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { all, opener, steps, texts } from './collect.ts'
import { contract } from './contract.ts'

const opened = opener('native')

contract('native')

test('says so where there is no git on the PATH and nothing else may be taken', async () => {
  const r = await repo({ 'a.md': '1' })
  const environment = { PATH: temporaryFolder().path }
  expect(await openRepository(r.path, { adapter: 'native', environment })).toEqual({
    absent: 'There is no git on the PATH, so no history can be read.',
  })
})

test('opens a linked worktree with its own branch', async () => {
  const r = await repo({ 'a.md': '1' })
  const folder = temporaryFolder()
  const tip = await r.branch('draft').commit('Draft', { 'a.md': '2' })
  r.git('worktree', 'add', '--quiet', join(folder.path, 'w'), 'draft')
  const repository = await opened(join(folder.path, 'w'))
  expect(repository.root).toBe(join(folder.path, 'w'))
  expect([await repository.head(), await repository.branch()]).toEqual([tip, 'draft'])
  expect(await texts(repository, [r.blobId('a.md')])).toEqual(['1'])
})

test('takes a bare repository that is committed inside another for content', async () => {
  const r = await repo({
    'docs/a.md': '1',
    'docs/HEAD': 'ref: refs/heads/main\n',
    'docs/objects/x': '',
    'docs/refs/x': '',
  })
  writeFileSync(join(r.path, 'docs/config'), '[core]\n\tbare = true\n')
  await expect(opened(join(r.path, 'docs'))).rejects.toMatchObject({ code: 'git/failed' })
  expect((await opened(r.path)).root).toBe(r.path)
})

test('opens a repository with SHA-256 ids', async () => {
  const r = await repo({ 'a.md': 'text' }, { objectFormat: 'sha256' })
  await r.note(r.tip, 'A note')
  const repository = await opened(r.path)
  expect((await repository.head())?.length).toBe(64)
  expect(await steps(repository)).toEqual([['added a.md']])
  expect(await texts(repository, [r.blobId('a.md'), r.blobId('a.md').slice(0, 12)])).toEqual(['text', 'text'])
  expect(await all(repository.commits({ from: null, to: r.tip }))).toHaveLength(1)
  expect(await repository.notes()).toEqual(new Map([[r.tip, 'A note']]))
})

test('reads a partial clone without fetching: what was left out is null', async () => {
  const r = await repo({ 'a.md': '1' })
  const old = r.blobId('a.md')
  await r.commit('Second', { 'a.md': '2' })
  const clone = await r.clone({ filter: 'blob:none' })
  const here = r.blobId('a.md')
  clone.git('cat-file', 'blob', here)
  const repository = await opened(clone.path)
  expect(await repository.isPartial()).toBe(true)
  expect(await steps(repository)).toEqual([['added a.md'], ['modified a.md']])
  expect(await texts(repository, [old, here, old.slice(0, 12), here.slice(0, 12)])).toEqual([null, '2', null, '2'])
  expect(await repository.isAncestor(r.tip, r.tip)).toBe(true)
  expect(await (await opened(r.path)).isPartial()).toBe(false)
})

test('says how to mend a partial clone that lacks its trees', async () => {
  const r = await repo({ 'a.md': '1' })
  const clone = await r.clone({ filter: 'tree:0' })
  await expect(steps(await opened(clone.path))).rejects.toMatchObject({
    code: 'git/missing-object',
    hint: expect.stringContaining('git fetch --refetch --filter=blob:none'),
  })
})

test('says with which line a repository of another user becomes trusted', async () => {
  const r = await repo({ 'a.md': '1' })
  const folder = temporaryFolder()
  const { PATH } = process.env
  const stranger = 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null'
  writeFileSync(join(folder.path, 'git'), `#!/bin/sh\nPATH="${PATH}" ${stranger} exec git "$@"\n`)
  chmodSync(join(folder.path, 'git'), 0o755)
  const open = openRepository(r.path, { adapter: 'native', environment: { ...process.env, PATH: folder.path } })
  await expect(open).rejects.toMatchObject({
    code: 'git/unsafe-directory',
    hint: expect.stringContaining(`git config --global --add safe.directory '${r.path}'`),
  })
})

test('refuses a repository whose configuration says that its files are elsewhere', async () => {
  const r = await repo({ 'a.md': '1' })
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'private'))
  r.configure(`[core]\n\tworktree = ${join(folder.path, 'private')}\n`)
  await expect(opened(r.path)).rejects.toMatchObject({ code: 'git/foreign-work-tree' })
})

test('passes on what git says of a repository that it cannot read', async () => {
  const r = await repo({ 'a.md': '1' })
  r.configure('[core\n')
  await expect(opened(r.path)).rejects.toMatchObject({ code: 'git/failed', message: expect.stringContaining('config') })
})

test('never takes a revision for an option', async () => {
  const r = await repo({ 'a.md': '1' })
  const { file, sang } = canary()
  const git = gitAt({ directory: r.path, gitDirectory: r.gitDirectory, environment: process.env })
  const result = await git.run({ command: ['log', '-p'], revisions: [`--output=${file}`] })
  expect(result.status).not.toBe(0)
  expect(sang()).toBe(false)
})

test('never takes a file name for an option or a pattern', async () => {
  const r = await repo({ 'a.md': '1' })
  const { file, sang } = canary()
  const git = gitAt({ directory: r.path, gitDirectory: r.gitDirectory, environment: process.env })
  const list = async (name: string) => (await git.run({ command: ['ls-files'], paths: [name] })).output.toString()
  expect(await list(`--output=${file}`)).toBe('')
  expect(await list('*.md')).toBe('')
  expect(await list(':(glob)**')).toBe('')
  expect(await list('a.md')).toBe('a.md\n')
  expect(sang()).toBe(false)
})

test('would run no program of a repository with any other command either', async () => {
  const r = await repo({ 'a.md': '1' })
  const { program, sang, folder } = canary()
  r.configure(`[core]\n\tfsmonitor = ${program}\n\thooksPath = ${folder}\n`)
  for (const place of [join(r.gitDirectory, 'hooks'), folder]) {
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'reference-transaction'), `#!/bin/sh\n${program}\n`, { mode: 0o755 })
  }
  const git = gitAt({ directory: r.path, gitDirectory: r.gitDirectory, environment: process.env })
  expect((await git.run({ command: ['status'] })).status).toBe(0)
  expect(sang(), 'core.fsmonitor').toBe(false)
  expect((await git.run({ command: ['update-ref', 'refs/heads/x', 'HEAD'] })).status).toBe(0)
  expect(sang(), 'core.hooksPath').toBe(false)
})

test('keeps no GIT_ variable of the caller', () => {
  const environment = { GIT_DIR: '/x', git_dir: '/x', GIT_CONFIG_COUNT: '1', GIT_TRACE: '/x', PATH: '/bin' }
  const kept = Object.keys(gitEnvironment(environment, true)).filter((name) => /^git_/i.test(name))
  expect(kept.sort()).toEqual(['GIT_ALLOW_PROTOCOL', 'GIT_GRAFT_FILE', 'GIT_NO_LAZY_FETCH', 'GIT_TERMINAL_PROMPT'])
})
