import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RepoPath } from '../../src/model/ids.ts'
import { type Files, type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { historyIn, indexPlace, page, read, told, wholeOf } from './reading.ts'

/** A repository with renames, copies, merges, an import, and a page that comes back. */
async function eventful(): Promise<{ r: Repo; tips: string[]; paths: string[] }> {
  const r = await repo({ 'a.md': page('apples'), 'b.md': page('bears') })
  const tips: string[] = [r.tip]
  const step = (id: string) => tips.push(id)
  step(await r.rename('a.md', 'fruit/apples.md', 'Move apples (#1)'))
  step(await r.commit('Copy bears', { 'animals/bears.md': page('bears') }))
  step(await r.commit('Remove the old bears', { 'b.md': null, 'script.js': '1' }))
  const x = r.branch('x')
  await x.commit(
    'Why\n\nBecause people asked for it again and again.',
    { 'c.md': page('cats') },
    { author: 'Ben Okri' },
  )
  step(await r.commit('Only a script', { 'script.js': '2' }))
  step(await r.merge('x', 'Merge pull request #2 from o/x\n\nAdd cats'))
  await r.orphan('old', { 'docs/dogs.md': page('dogs') }, 'Dogs', { date: '2025-01-01T09:00:00+00:00' })
  await r
    .branch('old')
    .commit('More dogs', { 'docs/dogs.md': `${page('dogs')}\nMore.\n` }, { date: '2025-02-01T09:00:00+00:00' })
  step(await r.merge('old', 'Import dogs'))
  step(await r.commit('Remove cats', { 'c.md': null }))
  step(await r.commit('Put cats back', { 'c.md': page('cats') }))
  step(await r.commit('Cats move away', { 'c.md': page('cows'), 'animals/cats.md': page('cats') }))
  return { r, tips, paths: ['fruit/apples.md', 'animals/bears.md', 'c.md', 'animals/cats.md', 'docs/dogs.md'] }
}

test('an index of any earlier moment gives the same history as none', async () => {
  const { r, tips, paths } = await eventful()
  const full = await read(r)
  for (const tip of tips) {
    const indexFile = indexPlace()
    r.ref('refs/heads/main', tip)
    await read(r, { indexFile })
    r.ref('refs/heads/main', tips.at(-1) as string)
    const update = await read(r, { indexFile })
    expect(update.stats.fromIndex).toBe(true)
    expect(wholeOf(update.history, paths)).toEqual(wholeOf(full.history, paths))
    const again = await read(r, { indexFile })
    expect(again.stats).toEqual({ commitsRead: 0, fromIndex: true })
    expect(wholeOf(again.history, paths)).toEqual(wholeOf(full.history, paths))
  }
})

test('the file is the same whether it was written at once or in steps', async () => {
  const { r, tips } = await eventful()
  const inSteps = indexPlace()
  for (const tip of tips) {
    r.ref('refs/heads/main', tip)
    await read(r, { indexFile: inSteps })
  }
  const atOnce = indexPlace()
  await read(r, { indexFile: atOnce })
  expect(readFileSync(inSteps).equals(readFileSync(atOnce))).toBe(true)
})

const paths = ['a.md', 'b.md', 'x/a.md', 'x/index.md', 'a/README.md']
const texts = [
  '',
  '# A\n',
  page('apples'),
  `${page('apples')}\nMore.\n`,
  page('bears'),
  page('apples', 3),
  `${page('apples')}${page('bears')}`,
]
const change = fc.record({
  files: fc.dictionary(fc.constantFrom(...paths), fc.constantFrom(null, ...texts), { minKeys: 1, maxKeys: 4 }),
  branch: fc.boolean(),
})

test('whatever happens to pages, an update gives what a full pass gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), fc.nat(), async (changes, cut) => {
      const r = await repo({ 'a.md': page('apples') })
      const live = new Set(['a.md'])
      const tips: string[] = [r.tip]
      for (const [index, { files, branch }] of changes.entries()) {
        const possible = Object.entries(files).filter(([path, text]) => text !== null || live.has(path))
        const safe: Files = Object.fromEntries(possible)
        for (const [path, text] of possible) {
          if (text === null) live.delete(path)
          else live.add(path)
        }
        if (branch) {
          await r.branch(`branch-${index}`).commit(`Change ${index}`, safe)
          tips.push(await r.merge(`branch-${index}`))
        } else tips.push(await r.commit(`Change ${index}`, safe))
      }
      const atOnce = indexPlace()
      const full = await historyIn(r, { indexFile: atOnce })
      const indexFile = indexPlace()
      r.ref('refs/heads/main', tips[cut % tips.length] as string)
      await read(r, { indexFile })
      r.ref('refs/heads/main', tips.at(-1) as string)
      expect(wholeOf(await historyIn(r, { indexFile }), paths)).toEqual(wholeOf(full, paths))
      // The same bytes: the histories of blocks are the same too, names and all.
      expect(readFileSync(indexFile).equals(readFileSync(atOnce))).toBe(true)
      // Whoever stands at a path today has a history that begins with it being added, somewhere.
      for (const path of live) expect(full.changesOf(path as RepoPath).at(-1)?.touch.kind).toBe('added')
      await r.remove()
    }),
    { numRuns: 12 },
  )
})

test('reads only the new commits', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const indexFile = indexPlace()
  await read(r, { indexFile })
  await r.commit('Two', { 'a.md': '2\n' })
  await r.commit('Three', { 'a.md': '3\n' })
  expect((await read(r, { indexFile })).stats).toEqual({ commitsRead: 2, fromIndex: true })
})

test.each<[string, (file: string) => void]>([
  ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -7))],
  ['empty', (file) => writeFileSync(file, '')],
  ['something else', (file) => writeFileSync(file, 'whybook-history\nnot really')],
  [
    'damaged',
    (file) => {
      const bytes = readFileSync(file)
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20)
      writeFileSync(file, bytes)
    },
  ],
])('an index that is %s is made anew', async (_, spoil) => {
  const r = await repo({ 'a.md': '1\n' })
  const indexFile = indexPlace()
  await read(r, { indexFile })
  const whole = readFileSync(indexFile)
  spoil(indexFile)
  const reading = await read(r, { indexFile })
  expect(reading.stats.fromIndex).toBe(false)
  expect(reading.findings).toEqual([])
  expect(readFileSync(indexFile).equals(whole)).toBe(true)
})

test('an index of another repository is not believed', async () => {
  const other = await repo({ 'a.md': '1\n' }, { author: 'Ben Okri' })
  const r = await repo({ 'a.md': '1\n' })
  const indexFile = indexPlace()
  await read(other, { indexFile })
  const { history, stats } = await read(r, { indexFile })
  expect(stats.fromIndex).toBe(false)
  expect(history.changes[0]?.authors).toEqual([{ name: 'Ana Lima' }])
})

test('a rewritten history is read anew', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const first = r.tip
  const indexFile = indexPlace()
  await r.commit('Before', { 'a.md': '2\n' })
  await read(r, { indexFile })
  const rewritten = `tree ${r.treeId(first)}\nparent ${first}\nauthor A <a@b.c> 1767603600 +0000\ncommitter A <a@b.c> 1767603600 +0000\n\nAfter\n`
  r.ref('refs/heads/main', r.object('commit', rewritten))
  const { history, stats } = await read(r, { indexFile })
  expect(stats.fromIndex).toBe(false)
  expect(history.changes.map(({ title }) => title)).toEqual(['First pages'])
})

test('a main line that took another way than before is read anew', async () => {
  const r = await repo({ 'a.md': page('apples'), 'b.md': page('bears') })
  const indexFile = indexPlace()
  const local = r.branch('local')
  await r.commit('Published', { 'a.md': `${page('apples')}\nMore.\n` })
  await read(r, { indexFile })
  await local.commit('Local', { 'b.md': `${page('bears')}\nMore.\n` })
  const pulled = await local.merge('main', "Merge branch 'main' of example.org:o/r")
  r.ref('refs/heads/main', pulled)
  const { history, stats } = await read(r, { indexFile })
  expect(stats.fromIndex).toBe(false)
  expect(told(history, 'a.md')[0]).toContain('Published')
  expect(wholeOf(history, ['a.md', 'b.md'])).toEqual(wholeOf(await historyIn(r), ['a.md', 'b.md']))
})

test('names follow .mailmap though the index was made without it', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const indexFile = indexPlace()
  await read(r, { indexFile })
  const history = await historyIn(r, { indexFile, mailmap: 'Ana Maria Lima <ana@example.org>\n' })
  expect(history.changes[0]?.authors).toEqual([{ name: 'Ana Maria Lima' }])
})

test('an index that is part of a commit is not believed', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const indexFile = join(r.path, '.whybook', 'history')
  await read(r, { indexFile })
  const forged = readFileSync(indexFile)
  await r.commit('Sneak in', { '.whybook/history': new Uint8Array(forged) })
  const { stats, findings } = await read(r, { indexFile })
  expect(stats.fromIndex).toBe(false)
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['history/index-committed'])
})

test('two builds at once give the same history and leave one whole index', async () => {
  const { r, paths } = await eventful()
  const indexFile = indexPlace()
  const readings = await Promise.all([1, 2, 3].map(() => read(r, { indexFile })))
  const [first, ...others] = readings.map(({ history }) => wholeOf(history, paths))
  for (const other of others) expect(other).toEqual(first)
  expect(readdirSync(dirname(indexFile))).toEqual(['history'])
  expect((await read(r, { indexFile })).stats.fromIndex).toBe(true)
})

test('where no index can be kept, history is right and says so', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const folder = temporaryFolder().path
  writeFileSync(join(folder, 'file'), '')
  const { history, findings } = await read(r, { indexFile: join(folder, 'file', 'history') })
  expect(history.changes).toHaveLength(1)
  expect(findings.map(({ ruleId, level }) => [ruleId, level])).toEqual([['history/index-not-written', 'info']])
})

test('tells how far it is', async () => {
  const r = await repo({ 'a.md': '1\n' })
  await r.commit('Two', { 'a.md': '2\n' })
  const { openRepository } = await import('../../src/git/open.ts')
  const { readHistory } = await import('../../src/history/read.ts')
  const repository = await openRepository(r.path, { adapter: 'auto' })
  if ('absent' in repository) throw new Error(repository.absent)
  const seen: number[][] = []
  mkdirSync(join(r.path, 'cache'))
  await readHistory(repository, {
    indexFile: join(r.path, 'cache', 'history'),
    mailmap: null,
    onProgress: (done, total) => seen.push([done, total]),
  })
  await repository.close()
  expect(seen.at(-1)).toEqual([2, 2])
})
