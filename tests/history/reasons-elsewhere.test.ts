import { expect, test } from 'vitest'
import { repo } from '../kit/repo.ts'
import { historyIn, indexPlace, read } from './reading.ts'

const why = 'We changed this because the old rule was hard to follow for people who work part time.'

test('a note comes before what the commit says', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const id = await r.commit('Second\n\nA longer description of what has been changed in here.', { 'a.md': '2\n' })
  await r.note(id, `${why}\n`)
  expect((await historyIn(r)).changes[0]?.reasoning).toEqual({ text: why, kind: 'why', source: 'note' })
})

test('a note that is written later is found though the index is older', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const indexFile = indexPlace()
  await read(r, { indexFile })
  await r.note(r.tip, why)
  expect((await historyIn(r, { indexFile })).changes[0]?.reasoning?.source).toBe('note')
})

test('a reason added later is found where there is no other', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const silent = await r.commit('Second', { 'a.md': '2\n' })
  const talking = await r.commit(`Third\n\n${why}`, { 'a.md': '3\n' })
  await r.commit('Say why', {
    [`handbook/reasons/${silent.slice(0, 10)}.md`]: '---\ntitle: ignored\n---\nThe lawyers asked.\n',
    [`reasons/${talking}.md`]: 'Something else.\n',
  })
  const history = await historyIn(r)
  expect(history.change(silent)?.reasoning).toEqual({
    text: 'The lawyers asked.',
    kind: 'what',
    source: 'later',
    file: `handbook/reasons/${silent.slice(0, 10)}.md`,
  })
  expect(history.change(talking)?.reasoning?.source).toBe('squash')
})

test('a draft of a later reason is not shown', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const id = await r.commit('Second', { 'a.md': '2\n' })
  await r.commit('Say why', { [`reasons/${id}.md`]: '---\ndraft: true\n---\nNot yet.\n' })
  expect((await historyIn(r)).change(id)?.reasoning).toBeNull()
})

test('a later reason whose file has moved is told from where it stands', async () => {
  const r = await repo({ 'a.md': '1\n' })
  const id = await r.commit('Second', { 'a.md': '2\n' })
  await r.commit('Say why', { [`reasons/${id}.md`]: 'The lawyers asked for it in a letter.\n' })
  await r.rename(`reasons/${id}.md`, `secret/reasons/${id}.md`)
  expect((await historyIn(r)).change(id)?.reasoning?.file).toBe(`secret/reasons/${id}.md`)
  await r.rename(`secret/reasons/${id}.md`, 'put-away.md')
  expect((await historyIn(r)).change(id)?.reasoning).toBeNull()
})
