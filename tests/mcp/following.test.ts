import { expect, test } from 'vitest'
import { following } from '../../src/mcp/following.ts'
import { handbookRepo, open } from '../handbook/open.ts'

test('what was committed or saved since is read before the next answer, but not looked for at every call', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home' })
  const handbook = await open(repo.path)
  let time = 0
  let reads = 0
  const current = await following(
    handbook,
    () => {
      reads += 1
    },
    () => time,
  )
  const titles = async () => (await current()).pages.map(({ title }) => title)
  await repo.commit('Add', { 'a.md': '# Added' })
  expect(await titles()).toEqual(['Home'])
  time += 5000
  expect(await Promise.all([titles(), titles()])).toEqual([
    ['Added', 'Home'],
    ['Added', 'Home'],
  ])
  expect(handbook.changes()[0]?.change.title).toBe('Add')
  time += 5000
  await current()
  expect(reads).toBe(1)
  repo.write({ 'b.md': '# Saved' })
  time += 5000
  expect(await titles()).toContain('Saved')
})

test('while the handbook cannot be read the last answers stand, and it is read when it can be', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'handbook.yml': 'name: One' })
  let time = 0
  const current = await following(
    await open(repo.path),
    () => {},
    () => time,
  )
  repo.write({ 'handbook.yml': 'name: [' })
  time += 5000
  expect((await current()).shell.name).toBe('One')
  repo.write({ 'handbook.yml': 'name: Two words' })
  time += 5000
  expect((await current()).shell.name).toBe('Two words')
})
