import { expect, it, test } from 'vitest'
import { reasonsTold } from '../../src/handbook/views/reasons-told.ts'
import type { Reasoning } from '../../src/model/history.ts'
import { changePages, handbookRepo, open, pageAt, viewOf } from './open.ts'

const kinds = (text: string) =>
  [...text].map((letter): Pick<Reasoning, 'kind'> | null =>
    letter === '-' ? null : { kind: letter === 'y' ? 'why' : 'what' },
  )

test.each([
  ['-', 'no reason was recorded'],
  ['---', 'none with a recorded reason'],
  ['y', 'it says why'],
  ['yy', 'each says why'],
  ['t', 'it does not say why, but has other text'],
  ['tt-', 'none says why, 2 have other text'],
  ['y--', '1 says why'],
  ['yyt-', '2 say why, 1 has other text'],
])('says of %s: %s', (letters, words) => expect(reasonsTold(kinds(letters))).toBe(words))

const why = 'Because nobody could find out when the money comes.'
const what = 'Adds the row for Germany and moves the table below the paragraph.'

it('the month, the page and home count what says why apart from other text', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' }, { date: '2026-01-10T09:00:00+00:00' })
  await repo.commit(`Say when\n\n${why}`, { 'a.md': '# A\n\nB.' })
  await repo.commit(`Add Germany\n\n${what}`, { 'a.md': '# A\n\nC.' })
  const handbook = await open(repo.path)
  const month = await viewOf(handbook, '/changes/2026-01/', 'changes')
  expect(month.landed).toBe('3 changes landed: 1 says why, 1 has other text.')
  expect((await pageAt(handbook, '/a/')).strip?.sentence).toBe(
    '3 changes in January 2026: 1 says why, 1 has other text.',
  )
  const home = await viewOf(handbook, '/', 'home')
  expect(home.figures.find(({ label }) => label === 'Changes')?.note).toBe('1 says why, 1 has other text')
})

it('a note is not called what the author of the change wrote', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
  await repo.commit('Add Germany', { 'a.md': '# A\n\nC.' })
  await repo.note(repo.tip, what)
  const [reason] = (await pageAt(await open(repo.path), '/a/')).reasons.map((row) => row.reason)
  expect(reason).toMatchObject({ label: 'What was added afterwards', source: 'in a git note' })
})

it('a reason that begins with its own label is shown without it', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
  await repo.commit(`Say when\n\nWhy: ${why}`, { 'a.md': '# A\n\nB.' })
  const [change] = await changePages(await open(repo.path))
  expect(change?.change.reason).toMatchObject({ label: 'Why', short: why, html: `<p>${why}</p>` })
})

it('a shallow copy in which nothing changed says where history starts', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home' }, { date: '2026-01-10T09:00:00+00:00' })
  await repo.commit('Change it', { 'index.md': '# Home\n\nMore.' }, { date: '2026-02-10T09:00:00+00:00' })
  const clone = await repo.clone({ depth: 1 })
  const handbook = await open(clone.path)
  const starts = 'History starts on 10 February 2026 because the copy this site was built from is shallow.'
  expect((await viewOf(handbook, '/', 'home')).absent).toContain(starts)
  expect((await viewOf(handbook, '/changes/', 'changes')).absent).toContain(starts)
  await clone.remove()
})
