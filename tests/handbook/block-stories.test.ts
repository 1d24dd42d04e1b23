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
