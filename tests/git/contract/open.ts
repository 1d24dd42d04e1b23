import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRepository } from '../../../src/git/open.ts'
import { repo } from '../../kit/repo.ts'
import { temporaryFolder } from '../../kit/temporary-folder.ts'
import { type Adapter, opener, steps, texts } from '../collect.ts'

/** How every adapter finds a repository, and what it knows of it. */
export function openContract(adapter: Adapter): void {
  const opened = opener(adapter)

  test('opens the repository that a folder is in', async () => {
    const r = await repo({ 'docs/deep/a.md': '1' })
    const repository = await opened(join(r.path, 'docs/deep'))
    expect(repository.root).toBe(r.path)
    expect(repository.gitDirectory).toBe(r.gitDirectory)
    expect(await repository.head()).toBe(r.tip)
    expect(await steps(repository)).toEqual([['added docs/deep/a.md']])
  })

  test('opens a bare repository', async () => {
    const r = await repo({ 'a.md': '1' }, { bare: true })
    const repository = await opened(r.path)
    expect([repository.root, repository.gitDirectory]).toEqual([r.path, r.path])
    expect(await steps(repository)).toEqual([['added a.md']])
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
    expect(await repository.remoteHead()).toBeNull()
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
    expect(await repository.remoteHead()).toBe('trunk/main')
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

  test('says in a sentence why there is no history', async () => {
    const r = await repo({ 'a.md': '1' })
    const folder = temporaryFolder()
    const open = (directory: string) => openRepository(directory, { adapter })
    expect(await open(folder.path)).toEqual({ absent: `${folder.path} is not in a git repository.` })
    expect(await open(join(folder.path, 'none'))).toEqual({
      absent: `There is no folder ${join(folder.path, 'none')}.`,
    })
    expect(await open(r.gitDirectory)).toHaveProperty('absent')
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
}
