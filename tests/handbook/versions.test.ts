import { expect, test } from 'vitest'
import type { Day } from '../../src/model/ids.ts'
import { handbookRepo, open } from './open.ts'

const at = (day: string) => ({ date: `${day}T09:00:00+00:00` })

test('a page that was a draft for a while had no version on a day of that while', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n\nJanuary.\n' }, at('2026-01-10'))
  await repo.commit('Hide', { 'a.md': '---\ndraft: true\n---\n# A\n\nFebruary.\n' }, at('2026-02-10'))
  await repo.commit('Publish', { 'a.md': '# A\n\nApril.\n' }, at('2026-04-10'))
  await repo.commit('Say more', { 'a.md': '# A\n\nMay.\n' }, at('2026-05-10'))
  const handbook = await open(repo.path)
  const [page] = handbook.pages
  const textOn = async (day: string) => (page && (await handbook.versionAt(page, day as Day)))?.text
  expect(await textOn('2026-01-31')).toContain('January')
  expect(await textOn('2026-03-01')).toBeUndefined()
  expect(await textOn('2026-05-10')).toContain('May')
})

test('no version is told that holds what a redacted commit put in', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n\nJanuary.\n' }, at('2026-01-10'))
  const id = await repo.commit('Slip', { 'a.md': '# A\n\nCanary.\n' }, at('2026-02-10'))
  await repo.commit('Add', { 'a.md': '# A\n\nCanary.\n\nMarch.\n' }, at('2026-03-10'))
  await repo.commit('Take it out', { 'a.md': '# A\n\nMarch.\n' }, at('2026-04-10'))
  repo.write({ 'handbook.yml': `redact: ["${id.slice(0, 10)}"]\n` })
  const handbook = await open(repo.path)
  const [page] = handbook.pages
  const textOn = async (day: string) => (page && (await handbook.versionAt(page, day as Day)))?.text
  expect(await textOn('2026-01-31')).toContain('January')
  expect(await textOn('2026-02-20')).toBeUndefined()
  expect(await textOn('2026-03-20')).toBeUndefined()
  expect(await textOn('2026-04-20')).toContain('March')
})

test('an old version is told without its comments', async () => {
  const repo = await handbookRepo({ 'a.md': '# A\n\nText. <!-- canary -->\n' }, at('2026-01-10'))
  const handbook = await open(repo.path)
  const [page] = handbook.pages
  const version = page && (await handbook.versionAt(page, '2026-01-10' as Day))
  expect(version?.text).toBe('# A\n\nText. (comment)\n')
})
