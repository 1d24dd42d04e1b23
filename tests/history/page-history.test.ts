import { expect, test } from 'vitest'
import type { RepoPath } from '../../src/model/ids.ts'
import { repo } from '../kit/repo.ts'
import { historyIn, page, told } from './reading.ts'

test('tells what landed, newest first, with the size of each change', async () => {
  const r = await repo({ 'leave.md': '# Leave\n\nAsk early.\n' })
  await r.commit('Say how long', { 'leave.md': '# Leave\n\nAsk early.\n\nTen days.\n' })
  await r.commit('Ask the lead', { 'leave.md': '# Leave\n\nAsk the lead.\n\nTen days.\n' })
  const history = await historyIn(r)
  const changes = history.changesOf('leave.md' as RepoPath)
  expect(changes.map(({ change, touch }) => [change.title, touch.kind, touch.added, touch.removed])).toEqual([
    ['Ask the lead', 'modified', 1, 1],
    ['Say how long', 'modified', 2, 0],
    ['First pages', 'added', 3, 0],
  ])
  expect(changes[0]?.change.ordinal).toBe(2)
  expect(changes[0]?.touch.before).toBe(changes[1]?.touch.after)
  expect(changes[0]?.touch.after).toBe(r.blobId('leave.md').slice(0, 12))
  expect(changes[1]?.change.landedAt).toBe('2026-01-05T10:00:00+00:00')
  expect(history).toMatchObject({ head: r.tip, headAt: '2026-01-05T11:00:00+00:00', complete: true, startsAt: null })
})

test('leaves out commits that touch no Markdown', async () => {
  const r = await repo({ 'a.md': '# A\n' })
  await r.commit('Add a script', { 'build.js': '1' })
  expect((await historyIn(r)).changes.map(({ title }) => title)).toEqual(['First pages'])
})

test('follows a rename, and one with edits', async () => {
  const r = await repo({ 'leave.md': page('leave') })
  await r.rename('leave.md', 'time-off.md', 'Call it time off')
  await r.commit('Move to benefits', { 'time-off.md': null, 'benefits/time-off.md': `${page('leave')}\nAlso this.\n` })
  const history = await historyIn(r)
  expect(told(history, 'benefits/time-off.md')).toEqual([
    'moved benefits/time-off.md: Move to benefits',
    'moved time-off.md: Call it time off',
    'added leave.md: First pages',
  ])
  const [moved, renamed] = history.changesOf('benefits/time-off.md' as RepoPath)
  expect(moved?.touch).toMatchObject({ previousPath: 'time-off.md', added: 2, removed: 0 })
  expect(renamed?.touch).toMatchObject({ previousPath: 'leave.md', added: 0, removed: 0 })
  expect(history.namesOf('benefits/time-off.md' as RepoPath)).toEqual([
    'benefits/time-off.md',
    'time-off.md',
    'leave.md',
  ])
  expect([...history.moved]).toEqual([
    ['leave.md', 'benefits/time-off.md'],
    ['time-off.md', 'benefits/time-off.md'],
  ])
})

test('follows a page that was rewritten while it moved, when most of its words stayed', async () => {
  const before = 'We pay for one course a year. Ask your lead in spring. Keep the bill and send it to the office.\n'
  const after = 'We pay for one course a year, ask your lead in spring; keep the bill and send it to our office!\n'
  const r = await repo({ 'courses.md': before })
  await r.commit('Move', { 'courses.md': null, 'learning/budget.md': after })
  expect(told(await historyIn(r), 'learning/budget.md')).toHaveLength(2)
})

test('takes a change of case for a rename', async () => {
  const r = await repo({ 'Faq.md': page('faq') })
  await r.commit('Lower case', { 'Faq.md': null, 'faq.md': page('faq') })
  expect(told(await historyIn(r), 'faq.md')).toEqual(['moved faq.md: Lower case', 'added Faq.md: First pages'])
})

test('a file that becomes the index of a folder of its name is the same page, even when much is rewritten', async () => {
  const r = await repo({ 'trivy.md': page('trivy', 6) })
  const rewritten = `${page('trivy', 3)}\n${page('scanner', 5)}`
  await r.commit('Give it a folder', { 'trivy.md': null, 'trivy/index.md': rewritten })
  expect(told(await historyIn(r), 'trivy/index.md')).toHaveLength(2)
})

test('a new page on an old path has a history of its own', async () => {
  const r = await repo({ 'leave.md': page('leave') })
  await r.rename('leave.md', 'time-off.md', 'Call it time off')
  await r.commit('Leave of absence', { 'leave.md': page('absence') })
  const history = await historyIn(r)
  expect(told(history, 'leave.md')).toEqual(['added leave.md: Leave of absence'])
  expect(told(history, 'time-off.md')).toHaveLength(2)
  expect(history.moved.size).toBe(0)
})

test('follows the text when another page takes its path in the same change', async () => {
  const r = await repo({ 'team.md': page('team') })
  await r.commit('Split the team page', { 'team.md': page('overview'), 'team/values.md': page('team') })
  const history = await historyIn(r)
  expect(told(history, 'team/values.md')).toEqual([
    'moved team/values.md: Split the team page',
    'added team.md: First pages',
  ])
  expect(told(history, 'team.md')).toEqual(['added team.md: Split the team page'])
})

test('follows both pages when they change places', async () => {
  const r = await repo({ 'a.md': page('apples'), 'b.md': page('bears') })
  await r.commit('Change places', { 'a.md': page('bears'), 'b.md': page('apples') })
  const history = await historyIn(r)
  expect(history.namesOf('a.md' as RepoPath)).toEqual(['a.md', 'b.md'])
  expect(history.namesOf('b.md' as RepoPath)).toEqual(['b.md', 'a.md'])
})

test('a page that takes the path of one that moves on keeps its history too', async () => {
  const r = await repo({ 'a.md': page('apples'), 'b.md': page('bears') })
  await r.commit('Move both', { 'a.md': null, 'b.md': page('apples'), 'c.md': page('bears') })
  const history = await historyIn(r)
  expect(history.namesOf('b.md' as RepoPath)).toEqual(['b.md', 'a.md'])
  expect(history.namesOf('c.md' as RepoPath)).toEqual(['c.md', 'b.md'])
})

test('an exact move wins over a similar page', async () => {
  const r = await repo({ 'a.md': page('apples'), 'b.md': `${page('apples')}\nOne more line.\n` })
  await r.commit('Move', {
    'a.md': null,
    'b.md': null,
    'x.md': `${page('apples')}\nOne more line.\n`,
    'y.md': page('apples'),
  })
  const history = await historyIn(r)
  expect(history.namesOf('x.md' as RepoPath)).toEqual(['x.md', 'b.md'])
  expect(history.namesOf('y.md' as RepoPath)).toEqual(['y.md', 'a.md'])
})

test('of equal pages each goes where its name is', async () => {
  const names = ['ana', 'ben', 'cem']
  const files = (folder: string, text: string | null) =>
    Object.fromEntries(names.map((name) => [`${folder}/${name}.md`, text]))
  const r = await repo(files('old', page('template')))
  await r.commit('Move', { ...files('old', null), ...files('new', page('template')) })
  const history = await historyIn(r)
  for (const name of names)
    expect(history.namesOf(`new/${name}.md` as RepoPath)).toEqual([`new/${name}.md`, `old/${name}.md`])
})

test('a part of a page that was split does not take over its history', async () => {
  const parts = ['one', 'two', 'three', 'four'].map((name) => page(name, 4))
  const r = await repo({ 'handbook.md': parts.join('\n') })
  const files = Object.fromEntries(parts.map((text, index) => [`part-${index}.md`, text]))
  await r.commit('Split', { 'handbook.md': null, ...files })
  const history = await historyIn(r)
  for (const path of Object.keys(files)) expect(told(history, path)).toEqual([`added ${path}: Split`])
})

test('of stubs that are all alike none is taken for another; one alone is', async () => {
  const r = await repo({ 'a.md': '# A\n', 'b.md': '# B\n' })
  await r.commit('Tidy', { 'a.md': null, 'other/y.md': '# A\n', 'other/z.md': '# A\n' })
  await r.commit('Tidy more', { 'b.md': null, 'other/b page.md': '# B\n' })
  const history = await historyIn(r)
  expect(told(history, 'other/z.md')).toEqual(['added other/z.md: Tidy'])
  expect(told(history, 'other/b page.md')).toEqual(['moved other/b page.md: Tidy more', 'added b.md: First pages'])
})

test('an empty file is nobody’s continuation', async () => {
  const r = await repo({ 'a.md': '' })
  await r.commit('Tidy', { 'a.md': null, 'z.md': '' })
  expect(told(await historyIn(r), 'z.md')).toEqual(['added z.md: Tidy'])
})

test('a page that is removed and put back is the same page', async () => {
  const r = await repo({ 'a.md': page('apples') })
  await r.commit('Remove by mistake', { 'a.md': null })
  await r.commit('Revert "Remove by mistake"', { 'a.md': page('apples') })
  const history = await historyIn(r)
  expect(told(history, 'a.md')).toEqual([
    'added a.md: Revert "Remove by mistake"',
    'removed a.md: Remove by mistake',
    'added a.md: First pages',
  ])
  expect(history.changesOf('a.md' as RepoPath)[0]?.touch).toMatchObject({ before: null, added: 13, removed: 0 })
})

test('another page where one was removed begins anew', async () => {
  const r = await repo({ 'a.md': page('apples') })
  await r.commit('Remove', { 'a.md': null })
  await r.commit('Anew', { 'a.md': page('bears') })
  expect(told(await historyIn(r), 'a.md')).toEqual(['added a.md: Anew'])
})

test('a page that was copied to its new place and removed later has moved', async () => {
  const r = await repo({ 'old/buddies.md': page('buddies') })
  await r.commit('More', { 'old/buddies.md': `${page('buddies')}\nMore.\n` })
  await r.commit('Copy to people', { 'people/buddies.md': `${page('buddies')}\nMore.\n` })
  await r.commit('Prepare to remove', { 'old/buddies.md': 'This page has moved to people.\n' })
  await r.commit('Remove the old place', { 'old/buddies.md': null })
  const history = await historyIn(r)
  expect(told(history, 'people/buddies.md')).toEqual([
    'added people/buddies.md: Copy to people',
    'modified old/buddies.md: More',
    'added old/buddies.md: First pages',
  ])
  expect(history.namesOf('people/buddies.md' as RepoPath)).toEqual(['people/buddies.md', 'old/buddies.md'])
  expect(history.moved.get('old/buddies.md' as RepoPath)).toBe('people/buddies.md')
})

test('a page that went on living after it was copied has not moved', async () => {
  const r = await repo({ 'a/roles.md': page('roles') })
  await r.commit('Copy', { 'b/roles.md': page('roles') })
  for (const word of ['one', 'two', 'three', 'four', 'five'])
    await r.commit(word, { 'a/roles.md': `${page('roles')}\n${word}\n` })
  await r.commit('Close the team', { 'a/roles.md': null })
  expect(told(await historyIn(r), 'b/roles.md')).toEqual(['added b/roles.md: Copy'])
})

test('while both stand, a copy is a page of its own', async () => {
  const r = await repo({ 'a/roles.md': page('roles') })
  await r.commit('Copy', { 'b/roles.md': page('roles') })
  const history = await historyIn(r)
  expect(told(history, 'b/roles.md')).toEqual(['added b/roles.md: Copy'])
  expect(history.moved.size).toBe(0)
})

test('symlinks and submodules are no pages', async () => {
  const { symlink } = await import('../kit/repo.ts')
  const r = await repo({ 'a.md': page('apples'), 'link.md': symlink('a.md') })
  const history = await historyIn(r)
  expect(history.changesOf('link.md' as RepoPath)).toEqual([])
  expect(history.changes[0]?.touches.map(({ path }) => path)).toEqual(['a.md'])
})

test('counts lines once line ends are put aside', async () => {
  const r = await repo({ 'a.md': '# A\n\nOne.\nTwo.\n' })
  await r.commit('Windows line ends', { 'a.md': '# A\r\n\r\nOne.\r\nTwo.\r\n' })
  await r.commit('One line', { 'a.md': '# A\r\n\r\nOne!\r\nTwo.' })
  const changes = (await historyIn(r)).changesOf('a.md' as RepoPath)
  expect(changes.map(({ touch }) => [touch.added, touch.removed])).toEqual([
    [1, 1],
    [0, 0],
    [4, 0],
  ])
})

test('finds a change by its id or by a beginning that no other has', async () => {
  const r = await repo({ 'a.md': '# A\n' })
  const id = await r.commit('Second', { 'a.md': '# B\n' })
  const history = await historyIn(r)
  expect(history.change(id)?.title).toBe('Second')
  expect(history.change(id.slice(0, 9))?.title).toBe('Second')
  expect(history.change(id.slice(0, 6))).toBeUndefined()
  expect(history.change('0'.repeat(40))).toBeUndefined()
})

test('a repository without commits has no history and says so', async () => {
  const history = await historyIn(await repo())
  expect(history).toMatchObject({ head: null, changes: [], absent: 'This repository has no commits yet.' })
})

test('reads repositories with the longer kind of id', async () => {
  const r = await repo({ 'a.md': page('apples') }, { objectFormat: 'sha256' })
  await r.rename('a.md', 'b.md')
  expect(told(await historyIn(r), 'b.md')).toHaveLength(2)
})
