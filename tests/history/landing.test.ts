import { expect, test } from 'vitest'
import type { RepoPath } from '../../src/model/ids.ts'
import { repo } from '../kit/repo.ts'
import { historyIn, page, told } from './reading.ts'

test('a merge is one entry with its branch as detail, its authors those who wrote it', async () => {
  const r = await repo({ 'a.md': page('apples') })
  const x = r.branch('x')
  await x.commit('Say more about apples', { 'a.md': `${page('apples')}\nMore.\n` }, { author: 'Ben Okri' })
  const second = await x.commit(
    'And more',
    { 'a.md': `${page('apples')}\nMore.\n\nAnd more.\n` },
    { author: 'Cem Ersoy' },
  )
  await r.merge('x', 'Merge pull request #7 from ben/x\n\nApples in full', { author: 'Ana Lima' })
  const [change] = (await historyIn(r)).changes
  expect(change).toMatchObject({
    title: 'Apples in full',
    mergeRequest: { reference: '#7', number: 7, project: null },
    authors: [{ name: 'Ben Okri' }, { name: 'Cem Ersoy' }],
    mergedBy: { name: 'Ana Lima' },
  })
  expect(change?.commits.map(({ title }) => title)).toEqual(['And more', 'Say more about apples'])
  expect(change?.commits[0]).toEqual({ id: second, title: 'And more', authors: [{ name: 'Cem Ersoy' }] })
})

test('who merges own work is not named twice, under another name of the same address neither', async () => {
  const r = await repo({ 'a.md': page('apples') })
  await r
    .branch('x')
    .commit('More', { 'a.md': `${page('apples')}\nMore.\n` }, { author: 'ben', email: 'ben@example.org' })
  await r.merge('x', undefined, { author: 'Ben Okri', email: 'Ben@example.org' })
  expect((await historyIn(r)).changes[0]).toMatchObject({ authors: [{ name: 'ben' }], mergedBy: null })
})

test('merges that keep a branch up to date are neither detail nor authors', async () => {
  const r = await repo({ 'a.md': page('apples'), 'b.md': page('bears') })
  const x = r.branch('x')
  await x.commit('More apples', { 'a.md': `${page('apples')}\nMore.\n` }, { author: 'Ben Okri' })
  await r.commit('More bears', { 'b.md': `${page('bears')}\nMore.\n` }, { author: 'Cem Ersoy' })
  await x.merge('main', "Merge branch 'main' into x", { author: 'Dee Day' })
  await r.merge('x', 'Merge pull request #1 from o/x\n\nMore about apples')
  const [change] = (await historyIn(r)).changes
  expect(change?.commits.map(({ title }) => title)).toEqual(['More apples'])
  expect(change?.authors).toEqual([{ name: 'Ben Okri' }])
})

test('names co-authors, by today’s name, once, and never an address', async () => {
  const r = await repo({ 'a.md': '# A\n' })
  const message = [
    'Second (#2)',
    '',
    'Co-authored-by: benny <ben@old.example>',
    'Co-authored-by: Ana L <ana@example.org>',
    'co-authored-by: cem@example.org <cem@example.org>',
    'Co-authored-by: renovate[bot] <1+renovate[bot]@users.noreply.example>',
  ].join('\n')
  await r.commit(message, { 'a.md': '# B\n' })
  const mailmap = 'Ben Okri <ben@example.org> <ben@old.example>\n'
  const history = await historyIn(r, { mailmap })
  expect(history.changes[0]?.authors).toEqual([{ name: 'Ana Lima' }, { name: 'Ben Okri' }, { name: 'cem' }])
  expect(JSON.stringify(history.changes)).not.toContain('@')
})

test('a change of a program alone names the program', async () => {
  const r = await repo({ 'a.md': '# A\n' })
  await r.commit(
    'Update dependency x\n\nThis keeps us safe because the old one was broken.',
    { 'a.md': '# B\n' },
    { author: 'renovate[bot]' },
  )
  const [change] = (await historyIn(r)).changes
  expect(change?.authors).toEqual([{ name: 'renovate[bot]' }])
  expect(change?.reasoning).toBeNull()
})

test('somebody without a name is unknown, not nobody', async () => {
  const r = await repo({ 'a.md': '# A\n' })
  const raw = `tree ${r.treeId()}\nauthor  <> 1767603600 +0000\ncommitter  <> 1767603600 +0000\n\nOdd\n`
  r.ref('refs/heads/main', r.object('commit', raw))
  const history = await historyIn(r)
  expect(history.changes[0]?.authors).toEqual([{ name: 'Unknown' }])
})

test('order is that of the line, whatever the dates say, and impossible dates are left out', async () => {
  const r = await repo({ 'a.md': '1\n' })
  await r.commit('Long ago', { 'a.md': '2\n' }, { date: '1999-01-01T00:00:00+00:00' })
  await r.commit('Now', { 'a.md': '3\n' }, { date: '2026-02-01T00:00:00+05:30' })
  const odd = `tree ${r.treeId()}\nparent ${r.tip}\nauthor A <a@b.c> 1 +0000\ncommitter A <a@b.c> 99999999999999 +0000\n\nOdd\n`
  const id = r.object('commit', odd.replace(r.treeId(), r.treeId(r.tip)))
  r.ref('refs/heads/main', id)
  const history = await historyIn(r)
  expect(history.headAt).toBeNull()
  expect(history.changes.map(({ title, landedAt, ordinal }) => [title, landedAt, ordinal])).toEqual([
    ['Now', '2026-02-01T00:00:00+05:30', 2],
    ['Long ago', '1999-01-01T00:00:00+00:00', 1],
    ['First pages', '2026-01-05T09:00:00+00:00', 0],
  ])
})

test('an imported history stands before the change that brought it in', async () => {
  const r = await repo({ 'README.md': '# New home\n' }, { date: '2025-05-01T09:00:00+00:00' })
  await r.commit('Before the import', { 'README.md': '# New home!\n' }, { date: '2026-01-10T09:00:00+00:00' })
  const old = await r.orphan('old', { 'docs/leave.md': page('leave'), 'docs/gone.md': page('gone') }, 'Old beginning', {
    date: '2025-01-01T09:00:00+00:00',
  })
  await old.commit(
    'Old change',
    { 'docs/leave.md': `${page('leave')}\nMore.\n` },
    { date: '2025-06-01T09:00:00+00:00' },
  )
  await r.merge('old', "Merge remote-tracking branch 'old/main'", {
    date: '2026-02-01T09:00:00+00:00',
    files: { 'docs/leave.md': null, 'docs/gone.md': null, 'content/leave.md': `${page('leave')}\nMore.\n` },
  })
  await r.commit(
    'After the import',
    { 'content/leave.md': `${page('leave')}\nMore!\n` },
    { date: '2026-03-01T09:00:00+00:00' },
  )
  const history = await historyIn(r)
  expect(told(history, 'content/leave.md')).toEqual([
    'modified content/leave.md: After the import',
    "moved content/leave.md: Merge remote-tracking branch 'old/main'",
    'modified docs/leave.md: Old change',
    'added docs/leave.md: Old beginning',
  ])
  expect(history.changes.map(({ title }) => title)).toEqual([
    'After the import',
    "Merge remote-tracking branch 'old/main'",
    'Before the import',
    'Old change',
    'First pages',
    'Old beginning',
  ])
  expect(history.changes.map(({ ordinal }) => ordinal)).toEqual([5, 4, 3, 2, 1, 0])
  expect(history.changes.find(({ title }) => title.startsWith('Merge'))?.commits).toEqual([])
})

test('a page that an import took over as it was did not change in it', async () => {
  const r = await repo({ 'README.md': '# New home\n' })
  await r.orphan('old', { 'leave.md': page('leave') }, 'Old beginning', { date: '2025-01-01T09:00:00+00:00' })
  await r.merge('old', 'Import')
  expect(told(await historyIn(r), 'leave.md')).toEqual(['added leave.md: Old beginning'])
})

test('a history that is attached to a copy that was begun without it becomes the copy’s past', async () => {
  const r = await repo({ 'leave.md': page('leave'), 'new.md': page('new') }, { message: 'Begin anew from a copy' })
  const old = await r.orphan('old', { 'leave.md': page('leave', 5) }, 'Old beginning', {
    date: '2025-01-01T09:00:00+00:00',
  })
  await old.commit('Old change', { 'leave.md': page('leave') }, { date: '2025-02-01T09:00:00+00:00' })
  await r.merge('old', 'Attach the old history', { files: { 'leave.md': page('leave') } })
  expect(told(await historyIn(r), 'leave.md')).toEqual([
    'added leave.md: Begin anew from a copy',
    'modified leave.md: Old change',
    'added leave.md: Old beginning',
  ])
})

test('work that is merged twice from a related branch is told once', async () => {
  const r = await repo({ 'a.md': page('apples') })
  const x = r.branch('x')
  await x.commit('One', { 'a.md': `${page('apples')}\nOne.\n` })
  await r.merge('x', 'Merge pull request #1 from o/x\n\nFirst half of x')
  await x.commit('Two', { 'a.md': `${page('apples')}\nOne.\n\nTwo.\n` })
  await r.merge('x', 'Merge pull request #2 from o/x\n\nSecond half of x')
  const history = await historyIn(r)
  expect(history.changes.map(({ commits }) => commits.map(({ title }) => title))).toEqual([['Two'], ['One'], []])
})

test('a revert is an ordinary change', async () => {
  const r = await repo({ 'a.md': page('apples') })
  await r.commit('Change', { 'a.md': `${page('apples')}\nMore.\n` })
  await r.commit('Revert "Change"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.', {
    'a.md': page('apples'),
  })
  const history = await historyIn(r)
  expect(told(history, 'a.md')).toHaveLength(3)
  expect(history.changes[0]).toMatchObject({ title: 'Revert "Change"', reasoning: null })
  expect(history.changesOf('a.md' as RepoPath)[0]?.touch).toMatchObject({ added: 0, removed: 2 })
})

test('a version that was a draft or internal is marked, before and after', async () => {
  const r = await repo({ 'a.md': '---\ndraft: true\n---\n# A\n' })
  await r.commit('Publish', { 'a.md': '# A\n' })
  await r.commit('Edit', { 'a.md': '# A\n\nText.\n' })
  await r.commit('Internal', { 'a.md': '---\ntitle: A\naudience: internal\n---\n# A\n' })
  await r.commit('Misspelt', { 'a.md': '---\nDraft: true\n---\n# A\n' })
  const changes = (await historyIn(r)).changesOf('a.md' as RepoPath)
  expect(changes.map(({ touch }) => touch.visibility)).toEqual(['draft', 'internal', 'public', 'draft', 'draft'])
})
