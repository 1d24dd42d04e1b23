import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { BlobId } from '../../../src/model/ids.ts'
import { repo, symlink } from '../../kit/repo.ts'
import { type Adapter, all, opener, path, texts } from '../collect.ts'

/** What every adapter does with objects. */
export function objectsContract(adapter: Adapter): void {
  const opened = opener(adapter)

  test('reads texts in the order asked for, also twice and by the beginning of an id', async () => {
    const r = await repo({ 'a.md': 'one\n', 'b.md': '', 'c.md': 'three\r\n\0' })
    const [a, b, c] = [r.blobId('a.md'), r.blobId('b.md'), r.blobId('c.md')]
    const repository = await opened(r.path)
    expect(await texts(repository, [c, a.slice(0, 12), b, a])).toEqual(['three\r\n\0', 'one\n', '', 'one\n'])
    const [asked] = await all(repository.blobs([a.slice(0, 12) as BlobId]))
    expect(asked?.id).toBe(a.slice(0, 12))
  })

  test('reads thousands of texts, some large, through two readers at once', async () => {
    const r = await repo()
    const written = Array.from({ length: 1500 }, (_, n) => (n % 300 === 7 ? `${n} `.repeat(700_000) : `text ${n}`))
    const ids = written.map((text) => r.object('blob', text))
    const repository = await opened(r.path)
    const [one, two] = await Promise.all([texts(repository, ids), texts(repository, ids.toReversed())])
    expect(one).toEqual(written)
    expect(two).toEqual(written.toReversed())
  })

  test('stops in the middle when the reader has enough', async () => {
    const r = await repo()
    const ids = Array.from({ length: 600 }, (_, n) => r.object('blob', `text ${n}`)) as BlobId[]
    const repository = await opened(r.path)
    for await (const { id } of repository.blobs(ids)) if (id === ids[3]) break
    expect(await texts(repository, ids.slice(5, 6))).toEqual(['text 5'])
  })

  test('gives null for what is missing, damaged, no text or no id, and goes on', async () => {
    const r = await repo({ 'a.md': 'a', 'lost.md': 'lost', 'spoilt.md': 'spoilt', 'd/z.md': 'z' })
    const ids = ['a.md', 'lost.md', 'spoilt.md', 'd/z.md'].map((name) => r.blobId(name))
    r.lose(r.blobId('lost.md'))
    r.spoil(r.blobId('spoilt.md'))
    const repository = await opened(r.path)
    const strange = ['f'.repeat(40), r.tip, r.treeId(), 'HEAD', '', '--batch', `${ids[0]}\n${ids[3]}`]
    expect(await texts(repository, [...strange, ...ids])).toEqual([...strange.map(() => null), 'a', null, null, 'z'])
  })

  test('gives null for texts of which a pack has only ruins, and goes on', async () => {
    const r = await repo({ 'a.md': 'a'.repeat(300), 'b.md': 'b'.repeat(300), 'c.md': 'c'.repeat(300) })
    const [a, b, c] = [r.blobId('a.md'), r.blobId('b.md'), r.blobId('c.md')]
    r.git('repack', '-adq')
    const packs = join(r.gitDirectory, 'objects/pack')
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '')
    const entry = r
      .git('verify-pack', '-v', pack.replace('.pack', '.idx'))
      .match(new RegExp(`${b} blob +\\d+ \\d+ (\\d+)`))
    const bytes = readFileSync(pack)
    bytes.fill(0xff, Number(entry?.[1]) + 4, Number(entry?.[1]) + 10)
    chmodSync(pack, 0o644)
    writeFileSync(pack, bytes)
    const repository = await opened(r.path)
    expect(await texts(repository, [a, b, c, b, a])).toEqual([
      'a'.repeat(300),
      null,
      'c'.repeat(300),
      null,
      'a'.repeat(300),
    ])
  })

  test('is told no forged text by an object that brings more than it says', async () => {
    const r = await repo({ 'a.md': 'liar' })
    const asked = r.object('blob', 'true')
    const liar = r.blobId('a.md')
    const file = join(r.gitDirectory, 'objects', liar.slice(0, 2), liar.slice(2))
    const more = `\n${asked} blob 4\nevil\n`
    chmodSync(file, 0o644)
    writeFileSync(file, deflateSync(Buffer.from(`blob 4\0liar${more}`)))
    const repository = await opened(r.path)
    const [, ...others] = await texts(repository, [liar, asked, asked])
    expect(others).toEqual(['true', 'true'])
    await repository.close()
  })

  test('is closed although git still had something to say', async () => {
    const r = await repo({ 'a.md': 'liar' })
    const file = join(r.gitDirectory, 'objects', r.blobId('a.md').slice(0, 2), r.blobId('a.md').slice(2))
    chmodSync(file, 0o644)
    writeFileSync(file, deflateSync(Buffer.concat([Buffer.from('blob 4\0liar'), Buffer.alloc(8 * 1024 * 1024)])))
    const repository = await opened(r.path)
    await texts(repository, [r.blobId('a.md')])
    await expect(repository.close()).resolves.toBeUndefined()
  })

  test('does not unpack a text of more than 10 MB', async () => {
    const r = await repo()
    const large = r.object('blob', Buffer.alloc(10 * 1024 * 1024 + 1))
    const allowed = r.object('blob', Buffer.alloc(10 * 1024 * 1024))
    const repository = await opened(r.path)
    const sizes = (await all(repository.blobs([large, allowed] as BlobId[]))).map(({ bytes }) => bytes?.length ?? null)
    expect(sizes).toEqual([null, 10 * 1024 * 1024])
  })

  test('is not misled by a branch or tag named like the beginning of an id', async () => {
    const r = await repo({ 'a.md': 'the text', 'b.md': 'another text' })
    const beginning = r.blobId('a.md').slice(0, 12)
    r.branch(beginning)
    r.ref(`refs/tags/${beginning}`, r.blobId('b.md'))
    expect(await texts(await opened(r.path), [beginning])).toEqual(['the text'])
  })

  test('reads notes, and none where there are none', async () => {
    const r = await repo({ 'a.md': '1' })
    const root = r.tip
    const before = await opened(r.path)
    expect(await before.notes()).toEqual(new Map())
    await r.commit('Second', { 'a.md': '2' })
    await r.note(root, 'Because we said so.\n')
    await r.note(r.tip, 'Café')
    const expected = new Map([
      [root, 'Because we said so.\n'],
      [r.tip, 'Café'],
    ])
    expect(await before.notes()).toEqual(expected)
  })

  test('reads notes that git has put into folders', async () => {
    const r = await repo({ 'a.md': '1' })
    const note = r.object('blob', 'Said later')
    const inner = r.object('tree', Buffer.concat([Buffer.from(`100644 ${r.tip.slice(2)}\0`), Buffer.from(note, 'hex')]))
    const outer = r.object(
      'tree',
      Buffer.concat([Buffer.from(`40000 ${r.tip.slice(0, 2)}\0`), Buffer.from(inner, 'hex')]),
    )
    r.ref(
      'refs/notes/commits',
      r.object('commit', `tree ${outer}\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nNotes\n`),
    )
    expect(await (await opened(r.path)).notes()).toEqual(new Map([[r.tip, 'Said later']]))
  })

  test('reads a file of a commit: a regular one, by its exact name', async () => {
    const r = await repo({
      '.mailmap': 'x',
      'docs/*.md': 'star',
      'docs/a.md': 'a',
      'l\nf.md': 'lf',
      link: symlink('docs/a.md'),
    })
    const first = r.tip
    await r.commit('Second', { 'docs/a.md': 'changed' })
    const repository = await opened(join(r.path, 'docs'))
    const file = async (name: string, commit = first) => (await repository.file(commit, path(name)))?.toString() ?? null
    expect(await file('.mailmap')).toBe('x')
    expect(await file('docs/a.md')).toBe('a')
    expect(await file('docs/a.md', r.tip)).toBe('changed')
    expect(await file('docs/*.md')).toBe('star')
    expect(await file('l\nf.md')).toBe('lf')
    for (const name of ['link', 'docs', 'docs/', 'a.md', 'none', '../x', '--help', '', 'a\0b'])
      expect(await file(name)).toBeNull()
  })

  test('lists the files of a commit with their ids, all of them or those of a folder', async () => {
    const r = await repo({
      'a.md': '1',
      'docs/b.md': '2',
      'docs/c/d e.md': '3',
      'docs-2/x.md': '4',
      'docs/l': symlink('b.md'),
    })
    r.write({ 'a.md': 'changed', 'docs/new.md': 'new' })
    const repository = await opened(r.path)
    const names = async (folder: string) => [...(await repository.files(r.tip, path(folder))).keys()].sort()
    expect(await names('')).toEqual(['a.md', 'docs-2/x.md', 'docs/b.md', 'docs/c/d e.md'])
    expect(await names('docs')).toEqual(['docs/b.md', 'docs/c/d e.md'])
    expect(await names('../docs')).toEqual([])
    expect(await names('none')).toEqual([])
    expect((await repository.files(r.tip, path(''))).get(path('docs/c/d e.md'))).toBe(r.blobId('docs/c/d e.md'))
  })

  test('refuses work after it has been closed', async () => {
    const r = await repo({ 'a.md': '1' })
    const repository = await opened(r.path)
    await texts(repository, [r.blobId('a.md')])
    await repository.close()
    await expect(texts(repository, [r.blobId('a.md')])).rejects.toMatchObject({ code: 'git/closed' })
  })
}
