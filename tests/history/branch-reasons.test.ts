import { expect, test } from 'vitest'
import type { History } from '../../src/model/history.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { repo } from '../kit/repo.ts'
import { historyIn } from './reading.ts'

const aboutLeave = 'We moved the deadline because the payroll run was earlier than people thought.'
const aboutTravel = 'The old limit is gone because nobody could book a room for it any more.'
const aboutCode = 'The build was slow because it installed everything twice on each machine.'

const textsOf = (history: History, path: string) =>
  history.changesOf(path as RepoPath).map(({ reasoning }) => reasoning?.text ?? null)

async function branched() {
  const r = await repo({ 'leave.md': '# Leave\n\n1\n', 'travel.md': '# Travel\n\n1\n', 'talk.md': '# Talk\n\n1\n' })
  const topic = await r.branch('topic')
  await topic.commit(`Move the deadline\n\n${aboutLeave}`, { 'leave.md': '# Leave\n\n2\n' })
  await topic.commit(`Lift the limit\n\n${aboutTravel}`, { 'travel.md': '# Travel\n\n2\n' })
  await topic.commit('Talk more', { 'talk.md': '# Talk\n\n2\n' })
  await topic.commit(`Speed the build up\n\n${aboutCode}`, { 'build.sh': 'true\n' })
  await r.merge('topic', "Merge branch 'topic'")
  return r
}

test('a page shows the reasons of commits that changed it, not of others in the same branch', async () => {
  const history = await historyIn(await branched())
  expect(textsOf(history, 'leave.md')).toEqual([aboutLeave, null])
  expect(textsOf(history, 'travel.md')).toEqual([aboutTravel, null])
  expect(textsOf(history, 'talk.md')).toEqual([null, null])
})

test('the change as a whole tells what was said of its pages, and nothing of other files', async () => {
  const [change] = (await historyIn(await branched())).changes
  expect(change?.reasoning?.text).toContain(aboutLeave)
  expect(change?.reasoning?.text).toContain(aboutTravel)
  expect(change?.reasoning?.text).not.toContain(aboutCode)
})

test('a page that the branch renamed keeps what was said before the rename', async () => {
  const r = await repo({ 'old.md': '# Leave\n\nOne rule that stays as it was.\n', 'b.md': '# B\n' })
  const topic = await r.branch('topic')
  await topic.commit(`Move the deadline\n\n${aboutLeave}`, {
    'old.md': '# Leave\n\nOne rule that stays as it was.\n\nNew.\n',
  })
  await topic.commit('Rename', { 'old.md': null, 'new.md': '# Leave\n\nOne rule that stays as it was.\n\nNew.\n' })
  await r.merge('topic', "Merge branch 'topic'")
  expect(textsOf(await historyIn(r), 'new.md')[0]).toBe(aboutLeave)
})

test('a reason that was written later stands in where no commit of the branch speaks of the page', async () => {
  const r = await branched()
  const merge = r.tip
  await r.commit('Say why', { [`reasons/${merge}.md`]: 'Asked for at the meeting in spring.\n' })
  expect(textsOf(await historyIn(r), 'talk.md')[0]).toBe('Asked for at the meeting in spring.')
  expect(textsOf(await historyIn(r), 'leave.md')[0]).toBe(aboutLeave)
})

test('what one commit says of two pages is shown on both', async () => {
  const r = await repo({ 'a.md': '1\n', 'b.md': '1\n' })
  await (await r.branch('topic')).commit(`Both\n\n${aboutLeave}`, { 'a.md': '2\n', 'b.md': '2\n' })
  await r.merge('topic', "Merge branch 'topic'")
  const history = await historyIn(r)
  expect(textsOf(history, 'a.md')[0]).toBe(aboutLeave)
  expect(history.changesOf('a.md' as RepoPath)[0]?.reasoning).toBe(history.changesOf('b.md' as RepoPath)[0]?.reasoning)
})
