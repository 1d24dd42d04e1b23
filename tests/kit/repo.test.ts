import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { executable, repo, symlink } from './repo.ts'

/** A story with every kind of commit that the kit can make. */
async function story(options: Parameters<typeof repo>[1] = {}) {
  const r = await repo({ 'a.md': '# A', 'docs/b.md': '# B' }, options)
  await r.commit('Explain (#1)\n\nBecause.', { 'c d.md': '# C', 'a.md': null, 'run.sh': executable('true\n') })
  await r.branch('x').commit('Add x', { 'docs/x.md': '# X' }, { author: 'Bo Ek', date: '2026-02-01T10:00:00+01:00' })
  await r.branch('y').commit('Add y', { 'y.md': '# Y', link: symlink('y.md') })
  await r.rename('docs/b.md', 'b.md')
  await r.merge('x', 'Merge pull request #2 from bo/x\n\nAdd x', { committer: 'GitHub' })
  await r.merge(['y', 'x'], 'Join both')
  await r.orphan('old', { 'old.md': '# Old' })
  await r.merge('old')
  await r.note(r.tip, 'Said later')
  r.tag('v1')
  return r
}

test('makes repositories that git finds whole and clean', async () => {
  for (const objectFormat of ['sha1', 'sha256'] as const) {
    const r = await story({ objectFormat })
    expect(r.git('fsck', '--strict', '--full')).toBe('')
    expect(r.git('status', '--porcelain')).toBe('')
    expect(r.git('notes', 'show')).toBe('Said later')
    expect(r.git('log', '--format=%s', '--first-parent').split('\n').slice(0, 3)).toEqual([
      "Merge branch 'old'",
      'Join both',
      'Merge pull request #2 from bo/x',
    ])
    expect(r.git('ls-tree', '-r', '--name-only', 'HEAD').trim().split('\n')).toEqual([
      'b.md',
      'c d.md',
      'docs/x.md',
      'link',
      'old.md',
      'run.sh',
      'y.md',
    ])
    expect(readFileSync(join(r.path, 'link'), 'utf8')).toBe('# Y')
    await r.remove()
  }
})

test('gives the same ids each time', async () => {
  const [one, two] = [await story(), await story()]
  expect(one.tip).toBe(two.tip)
  expect(one.tip).toBe('31b6e051b9e8663fa4cd9cfbcc1b3e94b2967960')
})

test('advances the clock by an hour and keeps a date that is given', async () => {
  const r = await repo({ 'a.md': '' })
  await r.commit('Second', {}, { date: '2026-03-03T09:41:00+01:00' })
  await r.commit('Third', { 'a.md': 'x' })
  expect(r.git('log', '--format=%aI').trim().split('\n')).toEqual([
    '2026-03-03T09:41:00+00:00',
    '2026-03-03T09:41:00+01:00',
    '2026-01-05T09:00:00+00:00',
  ])
})

test('clones itself whole, shallow and partial', async () => {
  const r = await story()
  const shallow = await r.clone({ depth: 1 })
  expect(shallow.git('rev-list', '--count', 'HEAD').trim()).toBe('1')
  const partial = await r.clone({ filter: 'blob:none' })
  expect(partial.git('rev-list', 'HEAD', '--objects', '--missing=print')).toContain('?')
})
