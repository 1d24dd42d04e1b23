import { expect, test } from 'vitest'
import type { Handbook } from '../../src/handbook/handbook.ts'
import type { BlockStory } from '../../src/model/block-history.ts'
import { handbookRepo, open } from './open.ts'

const at = (day: string) => ({ date: `${day}T09:00:00+00:00` })

async function blocks(handbook: Handbook, path = 'a.md'): Promise<readonly BlockStory[]> {
  const page = handbook.pages.find((each) => each.path === path)
  return page === undefined ? [] : handbook.blocksOf(page)
}

async function story(handbook: Handbook, words: string): Promise<BlockStory | undefined> {
  return (await blocks(handbook)).find(({ text }) => text.includes(words))
}

const introducedBy = async (handbook: Handbook, words: string) =>
  (await story(handbook, words))?.introduced?.change.change.title

test('nothing of what was a draft or redacted is told of a block, and what others did is', async () => {
  const repo = await handbookRepo({ 'a.md': '---\ndraft: true\n---\n# A\n\nOld words.\n' }, at('2026-01-10'))
  await repo.commit('Publish', { 'a.md': '# A\n\nOld words.\n' }, at('2026-02-10'))
  await repo.commit('First', { 'a.md': '# A\n\nOld words.\n\nNew words.\n' }, at('2026-03-10'))
  const id = await repo.commit('Slip', { 'a.md': '# A\n\nOld words.\n\nNew words.\n\nSlip.\n' }, at('2026-04-10'))
  await repo.commit('Last', { 'a.md': '# A\n\nOld words.\n\nNew words.\n\nSlip.\n\nLast.\n' }, at('2026-05-10'))
  repo.write({ 'handbook.yml': `redact: ["${id.slice(0, 10)}"]\n` })
  const handbook = await open(repo.path)
  expect(await introducedBy(handbook, 'Old words')).toBeUndefined()
  expect(await introducedBy(handbook, 'New words')).toBe('First')
  expect(await introducedBy(handbook, 'Slip.')).toBeUndefined()
  expect(await introducedBy(handbook, 'Last.')).toBe('Last')
})

test('a version that holds no text does not break the history of a block', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n\nWords.\n' }, { ...at('2026-01-10'), message: 'Begin' })
  await repo.commit('Break', { 'a.md': Buffer.from('# A\n\nWords.\n\n\0\n') }, at('2026-02-10'))
  await repo.commit('Mend', { 'a.md': '# A\n\nWords.\n\nMore.\n' }, at('2026-03-10'))
  expect(await introducedBy(await open(repo.path), 'Words.')).toBe('Begin')
})

const slip = 'A canary sentence of a dozen words that nobody outside was ever to read.'
const ordinary = 'An ordinary sentence of a dozen words that everybody may read at any time.'

/** All that is told of the blocks of every page, and of what is gone from them. */
async function everything(handbook: Handbook): Promise<string> {
  const all: unknown[] = []
  for (const page of handbook.pages) all.push(await handbook.blocksOf(page), await handbook.removedFrom(page))
  return JSON.stringify(all)
}

test('what used to stand on a page is told with its text and heading, and not what was a draft then', async () => {
  const repo = await handbookRepo({ 'a.md': `# A\n\n## Rules\n\n${ordinary}\n\nMore.\n` }, at('2026-01-10'))
  await repo.commit('Drop', { 'a.md': '# A\n\n## Rules\n\nMore.\n' }, at('2026-02-10'))
  await repo.commit('Hide canary', { 'a.md': `---\ndraft: true\n---\n# A\n\n${slip}\n\nMore.\n` }, at('2026-03-10'))
  await repo.commit('Publish', { 'a.md': '# A\n\nMore.\n' }, at('2026-04-10'))
  const handbook = await open(repo.path)
  const [page] = handbook.pages
  const removed = page === undefined ? [] : await handbook.removedFrom(page)
  const [first] = removed.filter(({ kind }) => kind === 'paragraph')
  expect(first).toMatchObject({ text: ordinary, heading: '## Rules', path: 'a.md' })
  expect((await handbook.blockAt(first?.id ?? ''))?.removed?.text).toBe(ordinary)
  expect(await everything(handbook)).not.toMatch(/canary/i)
})

test('nothing of a page that may not be seen is told where its text was moved to', async () => {
  const repo = await handbookRepo(
    { 'canary.md': `---\naudience: internal\n---\n# Canary\n\n${ordinary}\n`, 'b.md': '# B\n\nText.\n' },
    at('2026-01-10'),
  )
  await repo.commit('Copy', { 'b.md': `# B\n\nText.\n\n${ordinary}\n` }, at('2026-02-10'))
  const handbook = await open(repo.path)
  const block = (await blocks(handbook, 'b.md')).find(({ text }) => text === ordinary)
  expect(block?.chain.map((step) => step.class)).toEqual(['copied'])
  expect(block).toMatchObject({ copiedFrom: null, introduced: null })
  expect(await everything(handbook)).not.toMatch(/canary/i)
  const inside = await open(repo.path, { audience: 'internal' })
  const same = (await blocks(inside, 'b.md')).find(({ text }) => text === ordinary)
  expect(same?.copiedFrom?.path).toBe('canary.md')
})

test.each([
  ['history: { show: none }', 0, null],
  ['history: { removed: none }', 0, null],
  ['history: { removed: record }', 1, null],
  ['history: { show: summary }', 1, null],
  ['history: { show: diff }', 1, ordinary],
])('%s decides what is told of text that is gone', async (rule, count, text) => {
  const repo = await handbookRepo({ 'a.md': `# A\n\n${ordinary}\n\nMore.\n` }, at('2026-01-10'))
  await repo.commit('Drop', { 'a.md': '# A\n\nMore.\n' }, at('2026-02-10'))
  repo.write({ 'handbook.yml': `${rule}\n` })
  const handbook = await open(repo.path)
  const [page] = handbook.pages
  const removed = page === undefined ? [] : await handbook.removedFrom(page)
  expect(removed.map((each) => each.text)).toEqual(Array.from({ length: count }, () => text))
})

test('a block is told without its comments, and old text without addresses of people', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n\nAsk ana@example.org about it.\n\nMore.\n' }, at('2026-01-10'))
  await repo.commit('Drop', { 'a.md': '# A\n\nMore. <!-- canary -->\n' }, at('2026-02-10'))
  const told = await everything(await open(repo.path))
  expect(told).not.toMatch(/canary|ana@/)
  expect(told).toContain('Ask (e-mail address) about it.')
})
