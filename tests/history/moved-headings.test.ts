import { expect, test } from 'vitest'
import { headingsIn } from '../../src/history/headings.ts'
import { movedHeadings } from '../../src/history/moved-headings.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { repo } from '../kit/repo.ts'
import { historyIn, indexPlace, read } from './reading.ts'

const anchors = (text: string) => headingsIn(Buffer.from(text)).map(({ anchor }) => anchor)

test('reads anchors of headings as the page has them', () => {
  expect(anchors('# One two\n\n## *Three* [four](x.md) `five` ##\n### Six {#seven}\n#no\n\n    # code\n')).toEqual([
    'one-two',
    'three-four-five',
    'seven',
  ])
  expect(anchors(`# ${'x'.repeat(400)}\n# Été\r\n`)).toEqual(['été'])
})

const heading = (anchor: string, depth = 2) => ({ anchor, depth })
const moves = (...changes: Parameters<typeof movedHeadings>[0]) =>
  movedHeadings(changes).map(({ page, anchor, toPage, toAnchor }) => `${page}#${anchor} > ${toPage}#${toAnchor}`)

test('a heading in the place of another is that heading', () => {
  expect(
    moves({
      page: 0,
      before: [heading('who'), heading('how-to-ask'), heading('pay')],
      after: [heading('who'), heading('asking'), heading('pay')],
    }),
  ).toEqual(['0#how-to-ask > 0#asking'])
})

test('among several, the one with the same words', () => {
  expect(
    moves({ page: 0, before: [heading('leave-for-parents')], after: [heading('notice'), heading('parents-leave')] }),
  ).toEqual(['0#leave-for-parents > 0#parents-leave'])
  expect(moves({ page: 0, before: [heading('leave')], after: [heading('notice'), heading('pay')] })).toEqual([])
})

test('a heading that left its page is on the only other that gained it, when it says enough', () => {
  const from = { page: 0, before: [heading('parental-leave'), heading('overview')], after: [] }
  expect(moves(from, { page: 1, before: [], after: [heading('parental-leave'), heading('overview')] })).toEqual([
    '0#parental-leave > 1#parental-leave',
  ])
  const both = [1, 2].map((page) => ({ page, before: [], after: [heading('parental-leave')] }))
  expect(moves(from, ...both)).toEqual([])
})

test('a heading that only stands elsewhere on its page has not gone', () => {
  expect(moves({ page: 0, before: [heading('a-b'), heading('c-d')], after: [heading('c-d'), heading('a-b')] })).toEqual(
    [],
  )
})

const page = (...headings: string[]) =>
  `# Page\n\n${headings.map((text) => `## ${text}\n\nThe text below ${text} stays as it is, word for word.\n`).join('\n')}`

const placesOf = (history: Awaited<ReturnType<typeof historyIn>>, path: string) =>
  Object.fromEntries(
    [...(history.movedAnchors(() => false).get(path as RepoPath) ?? [])].map(([anchor, to]) => [
      anchor,
      `${to.path}#${to.anchor}`,
    ]),
  )

test('an anchor is followed through every name and page that its heading has had', async () => {
  const r = await repo({ 'leave.md': page('Who may', 'Parental leave', 'Notice'), 'pay.md': page('Pay day') })
  await r.commit('Rename', { 'leave.md': page('Who may', 'Leave for parents', 'Notice') })
  await r.commit('Move', { 'leave.md': page('Who may', 'Notice'), 'pay.md': page('Pay day', 'Leave for parents') })
  await r.rename('pay.md', 'money/pay.md')
  await r.commit('Again', { 'money/pay.md': page('Pay day', 'Time for parents') })
  expect(placesOf(await historyIn(r), 'leave.md')).toEqual({
    'parental-leave': 'money/pay.md#time-for-parents',
    'leave-for-parents': 'money/pay.md#time-for-parents',
  })
})

test('a name that was given away twice leads to the newest', async () => {
  const r = await repo({ 'a.md': page('Old name') })
  await r.commit('1', { 'a.md': page('First name') })
  await r.commit('2', { 'a.md': page('Old name', 'First name') })
  await r.commit('3', { 'a.md': page('Second name', 'First name') })
  expect(placesOf(await historyIn(r), 'a.md')['old-name']).toBe('a.md#second-name')
})

test('names in a circle end', async () => {
  const r = await repo({ 'a.md': page('One name') })
  for (const name of ['Two name', 'One name', 'Two name', 'One name']) await r.commit(name, { 'a.md': page(name) })
  expect(placesOf(await historyIn(r), 'a.md')).toHaveProperty('two-name', 'a.md#one-name')
})

test('an index of an earlier moment gives the same', async () => {
  const r = await repo({ 'a.md': page('Old name') })
  await r.commit('1', { 'a.md': page('First name') })
  const indexFile = indexPlace()
  await read(r, { indexFile })
  await r.commit('2', { 'a.md': page('Second name') })
  expect(placesOf(await historyIn(r, { indexFile }), 'a.md')).toEqual(placesOf(await historyIn(r), 'a.md'))
})

test('nothing is told of a version that was private', async () => {
  const r = await repo({ 'a.md': `---\ndraft: true\n---\n${page('Secret name')}` })
  await r.commit('Publish', { 'a.md': page('Open name') })
  expect(placesOf(await historyIn(r), 'a.md')).toEqual({})
})
