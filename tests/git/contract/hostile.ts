import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommitId } from '../../../src/model/ids.ts'
import { canary } from '../../kit/canary.ts'
import { repo } from '../../kit/repo.ts'
import { type Adapter, all, opener, path, steps } from '../collect.ts'

/** What no adapter does, whatever stands in a repository or in the environment. */
export function hostileContract(adapter: Adapter): void {
  const opened = opener(adapter)

  test('runs no program that a repository names in its configuration or hooks', async () => {
    const r = await repo({ 'a.md': '1', '.gitattributes': '*.md diff=evil filter=evil\n' })
    await r.commit('Second', { 'a.md': '2' })
    r.write({ 'a.md': '3' })
    const { program, sang, folder } = canary()
    const keys = ['fsmonitor', 'pager', 'sshCommand', 'gitProxy', 'editor', 'askPass', 'alternateRefsCommand']
    r.configure(`[core]\n${keys.map((key) => `\t${key} = ${program}\n`).join('')}\thooksPath = ${folder}\n`)
    r.configure(`[diff]\n\texternal = ${program}\n[diff "evil"]\n\ttextconv = ${program}\n\tcommand = ${program}\n`)
    r.configure(`[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n[alias]\n\trev-list = !${program}\n`)
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      mkdirSync(join(r.gitDirectory, 'hooks'), { recursive: true })
      for (const place of [join(r.gitDirectory, 'hooks'), folder]) {
        writeFileSync(join(place, hook), `#!/bin/sh\n${program}\n`, { mode: 0o755 })
      }
    }
    const repository = await opened(r.path)
    await steps(repository)
    await all(repository.commits({ from: null, to: r.tip }))
    await repository.file(r.tip, path('a.md'))
    expect(sang()).toBe(false)
  })

  test('reads the repository it was asked for, whatever GIT_ variables say', async () => {
    const [r, other] = [await repo({ 'a.md': '1' }), await repo({ 'other.md': '1' })]
    const { program, sang, file } = canary()
    const environment = {
      ...process.env,
      GIT_DIR: other.gitDirectory,
      git_dir: other.gitDirectory,
      GIT_WORK_TREE: other.path,
      GIT_OBJECT_DIRECTORY: join(other.gitDirectory, 'objects'),
      GIT_CEILING_DIRECTORIES: r.path,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'alias.rev-parse',
      GIT_CONFIG_VALUE_0: `!${program}`,
      GIT_EXTERNAL_DIFF: program,
      GIT_TRACE: file,
      GIT_EXEC_PATH: '/nowhere',
    }
    const repository = await opened(r.path, environment)
    expect(repository.root).toBe(r.path)
    expect(await steps(repository)).toEqual([['added a.md']])
    expect(sang()).toBe(false)
  })

  test('shows the text that an id stands for, not one that a replacement puts in its place', async () => {
    const r = await repo({ 'a.md': 'true' })
    const id = r.blobId('a.md')
    r.ref(`refs/replace/${id}`, r.object('blob', 'forged'))
    const bytes = await (await opened(r.path)).file(r.tip, path('a.md'))
    expect(bytes?.toString()).toBe('true')
  })

  test('resolves branches, tags and ids, and nothing that is made to be an option', async () => {
    const r = await repo({ 'a.md': '1' })
    const { folder, file } = canary()
    r.branch('feature/x')
    r.tag('v1')
    const hostile = [
      `--output=${file}`,
      '--git-dir=/',
      '--all',
      '-h',
      '--',
      '',
      'no-such',
      'a..b',
      '^HEAD',
      'HEAD^{/x',
      `$(touch ${file})`,
      `;touch ${file}`,
      'a\0b',
      'a\nb',
      'refs/heads/\u202e',
      '<img/src=x/onerror=alert(1)>',
      ':a.md',
      'HEAD:a.md',
      '@{-1}',
    ]
    r.ref('refs/heads/-evil', r.tip)
    r.ref('refs/heads/--output=sang', r.tip)
    const repository = await opened(r.path)
    for (const name of ['main', 'feature/x', 'v1', 'HEAD', r.tip, r.tip.slice(0, 8), 'refs/heads/-evil', '-evil']) {
      expect(await repository.resolve(name), name).toBe(r.tip)
    }
    for (const name of hostile) expect(await repository.resolve(name), name).toBeNull()
    expect(readdirSync(folder)).toEqual(['canary'])
    expect(readdirSync(r.path).sort()).toEqual(['.git', 'a.md'])
  })

  test('refuses ids that are none before git sees them', async () => {
    const r = await repo({ 'a.md': '1' })
    const repository = await opened(r.path)
    const strange = fc.oneof(
      fc.string(),
      fc.constantFrom('--all', '-', 'HEAD', 'main', `--output=${r.path}/x`, '../..'),
    )
    await fc.assert(
      fc.asyncProperty(strange, async (word) => {
        const id = word as CommitId
        const error = { code: 'git/bad-id' }
        await expect(all(repository.mainLine({ from: null, to: id }))).rejects.toMatchObject(error)
        await expect(all(repository.commits({ from: id, to: r.tip }))).rejects.toMatchObject(error)
        await expect(repository.mergeBase(r.tip, id)).rejects.toMatchObject(error)
        await expect(repository.file(id, path('a.md'))).rejects.toMatchObject(error)
        expect(await repository.isAncestor(id, r.tip)).toBe(false)
      }),
    )
    expect(readdirSync(r.path).sort()).toEqual(['.git', 'a.md'])
  })
}
