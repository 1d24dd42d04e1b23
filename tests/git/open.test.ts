import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRepository } from '../../src/git/open.ts'
import { repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { all, opened, steps, texts } from './collect.ts'

test('opens the repository that a folder is in', async () => {
  const r = await repo({ 'docs/deep/a.md': '1' })
  const repository = await opened(join(r.path, 'docs/deep'))
  expect(repository.root).toBe(r.path)
  expect(repository.gitDirectory).toBe(r.gitDirectory)
  expect(await repository.head()).toBe(r.tip)
  expect(await steps(repository)).toEqual([['added docs/deep/a.md']])
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

test('opens a bare repository', async () => {
  const r = await repo({ 'a.md': '1' }, { bare: true })
  const repository = await opened(r.path)
  expect([repository.root, repository.gitDirectory]).toEqual([r.path, r.path])
  expect(await steps(repository)).toEqual([['added a.md']])
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

test('says that HEAD is detached by naming no branch', async () => {
  const r = await repo({ 'a.md': '1' })
  const first = r.tip
  await r.commit('Second', { 'a.md': '2' })
  await r.checkout(first, { detached: true })
  const repository = await opened(r.path)
  expect([await repository.head(), await repository.branch(), await repository.defaultBranch()]).toEqual([
    first,
    null,
    'main',
  ])
})

test('knows a repository without commits', async () => {
  const repository = await opened((await repo()).path)
  expect([await repository.head(), await repository.branch(), await repository.defaultBranch()]).toEqual([
    null,
    'main',
    'main',
  ])
  expect(await repository.notes()).toEqual(new Map())
  expect(await repository.shallowRoots()).toEqual([])
})

test('takes the default branch from origin', async () => {
  const r = await repo({ 'a.md': '1' }, { branch: 'trunk/main' })
  const clone = await r.clone()
  clone.git('checkout', '--quiet', '-b', 'work')
  const repository = await opened(clone.path)
  expect([await repository.branch(), await repository.defaultBranch()]).toEqual(['work', 'trunk/main'])
})

test('sees changes of HEAD without being opened again', async () => {
  const r = await repo({ 'a.md': '1' })
  const repository = await opened(r.path)
  await texts(repository, [r.blobId('a.md')])
  await r.commit('Second', { 'a.md': '2' })
  expect(await repository.head()).toBe(r.tip)
  expect(await texts(repository, [r.blobId('a.md')])).toEqual(['2'])
})

test('knows where a shallow clone begins', async () => {
  const r = await repo({ 'a.md': '1' })
  await r.commit('Second', { 'a.md': '2' })
  await r.commit('Third', { 'b.md': '3' })
  const clone = await r.clone({ depth: 2 })
  const repository = await opened(clone.path)
  expect(await repository.shallowRoots()).toEqual([clone.git('rev-parse', 'HEAD~').trim()])
  expect(await steps(repository)).toEqual([['added a.md'], ['added b.md']])
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

test('says in a sentence why there is no history', async () => {
  const r = await repo({ 'a.md': '1' })
  const folder = temporaryFolder()
  const open = (directory: string, environment = process.env) =>
    openRepository(directory, { adapter: 'auto', environment })
  expect(await open(folder.path)).toEqual({ absent: `${folder.path} is not in a git repository.` })
  expect(await open(join(folder.path, 'none'))).toEqual({ absent: `There is no folder ${join(folder.path, 'none')}.` })
  expect(await open(r.path, { PATH: folder.path })).toEqual({
    absent: 'There is no git on the PATH, so no history can be read.',
  })
  expect(await open(r.gitDirectory)).toHaveProperty('absent')
})

test('says with which line a repository of another user becomes trusted', async () => {
  const r = await repo({ 'a.md': '1' })
  const folder = temporaryFolder()
  const { PATH } = process.env
  const stranger = 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null'
  writeFileSync(join(folder.path, 'git'), `#!/bin/sh\nPATH="${PATH}" ${stranger} exec git "$@"\n`)
  chmodSync(join(folder.path, 'git'), 0o755)
  const open = openRepository(r.path, { adapter: 'auto', environment: { ...process.env, PATH: folder.path } })
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

test.each([
  [{ origin: 'https://ana:secret@example.org/group/handbook.git' }, 'https://example.org/group/handbook.git'],
  [{ origin: 'git@gitlab.com:group/sub/handbook.git' }, 'git@gitlab.com:group/sub/handbook.git'],
  [{ origin: 'ssh://git:secret@example.org:2222/handbook' }, 'ssh://git@example.org:2222/handbook'],
  [{ origin: 'https://example.org/h.git?private_token=secret#secret' }, 'https://example.org/h.git'],
  [{ origin: 'https://a:b@c@example.org/h' }, 'https://example.org/h'],
  [{ upstream: '/srv/git/handbook' }, '/srv/git/handbook'],
  [{ a: 'https://a.org/x', b: 'https://b.org/x' }, null],
  [{ a: 'https://a.org/x', origin: 'https://b.org/x' }, 'https://b.org/x'],
  [{}, null],
])('knows the address of the remote without secrets: %j', async (remotes, expected) => {
  const r = await repo({ 'a.md': '1' })
  for (const [name, url] of Object.entries(remotes)) r.remote(url, name)
  expect(await (await opened(r.path)).remoteUrl()).toBe(expected)
})
