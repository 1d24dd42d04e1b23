import { expect, it } from 'vitest'
import { chainBars } from '../../src/components/chain-picture.ts'
import { laneMarks } from '../../src/components/timeline-picture.ts'
import type { Day } from '../../src/model/ids.ts'
import { handbookRepo, open, pageAt, viewOf } from './open.ts'

const decision = (title: string, more: string) => `---\nkind: decision\n${more}---\n# ${title}\n\nText.\n`

it('a decision lists the pages that landed with it or with its acceptance, and they name it', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n', 'a.md': '# A\n\nOne.\n', 'b.md': '# B\n\nOne.\n' })
  await repo.commit('Decide (#1)', { 'd.md': decision('D', 'status: proposed\n'), 'c.md': '# C\n\nOne.\n' })
  await repo.commit('Spell it right', {
    'd.md': decision('D', 'status: proposed\n').replace('Text', 'Texts'),
    'b.md': '# B\n\nTwo.\n',
  })
  await repo.commit('Accept (#3)', {
    'd.md': decision('D', 'status: accepted\ndecided: 2026-01-09\n'),
    'a.md': '# A\n\nTwo.\n',
  })
  await repo.commit('Mend a word', { 'a.md': '# A\n\nThree.\n' })
  const handbook = await open(repo.path)
  const { changed } = await pageAt(handbook, '/d/')
  expect(changed.map(({ page, change, changedAgain }) => [page.label, change.label, changedAgain !== null])).toEqual([
    ['A', '#3', true],
    ['C', '#1', false],
  ])
  const decidedIn = async (route: string) =>
    (await pageAt(handbook, route)).facts.filter(({ label }) => label === 'Decided in').map(({ value }) => value)
  expect(await decidedIn('/a/')).toEqual(['D'])
  expect(await decidedIn('/c/')).toEqual(['D'])
  expect(await decidedIn('/b/')).toEqual([])
})

it.each(['proposed', 'rejected'])('a decision that is %s changed nothing', async (status) => {
  const repo = await handbookRepo({ 'index.md': '# Home\n' })
  await repo.commit('Decide', { 'd.md': decision('D', `status: ${status}\n`), 'a.md': '# A\n' })
  expect((await pageAt(await open(repo.path), '/d/')).changed).toEqual([])
})

it('no decision is the reason of a change of more than twenty pages', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n' })
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`p${at}.md`, `# P${at}\n`]))
  await repo.commit('Import', { ...many, 'd.md': decision('D', 'status: accepted\n') })
  expect((await pageAt(await open(repo.path), '/d/')).changed).toEqual([])
})

it('draws what replaced what, from the oldest to what is only proposed', async () => {
  const repo = await handbookRepo({
    'one.md': decision('One', 'decided: 2020-05-01\n'),
    'two.md': decision('Two', 'decided: 2022-01-01\nsupersedes: one\n'),
    'three.md': decision('Three', 'decided: 2024-01-01\nsupersedes: two\n'),
    'four.md': decision('Four', 'status: proposed\nsupersedes: three\n'),
    'alone.md': decision('Alone', 'decided: 2020-05-01\n'),
  })
  const handbook = await open(repo.path, { now: '2026-03-01' as Day })
  const { chain } = await pageAt(handbook, '/two/')
  expect(chain?.records.map(({ item, period, isHere, isNext }) => [item.title, period, isHere, isNext])).toEqual([
    ['One', 'May 2020 to January 2022', false, false],
    ['Two', 'January 2022 to January 2024', true, false],
    ['Three', 'since January 2024', false, false],
    ['Four', '', false, true],
  ])
  expect(chain?.sentence).toContain('3 records, each in the place of the one before, and 1 proposal: One (May 2020')
  expect(chainBars(chain?.records ?? []).map((bar) => bar.class)).toEqual(['link', 'was', 'link', 'here', 'is'])
  expect((await pageAt(handbook, '/alone/')).chain).toBeNull()
})

it('shows decisions and policies of the whole handbook along the years, and the same as a list', async () => {
  const repo = await handbookRepo({
    'd.md': decision('D', 'decided: 2024-05-01\n'),
    'draft.md': decision('E', 'status: rejected\ndecided: 2025-05-01\n'),
    'p.md': '---\nkind: policy\neffective: 2023-01-01\nuntil: 2027-01-31\n---\n# P\n',
  })
  const handbook = await open(repo.path, { now: '2026-03-01' as Day })
  for (const [route] of [['/decisions/'], ['/policies/']] as const) {
    const { timeline } = await viewOf(handbook, route, 'list')
    expect(timeline?.events.map(({ date, what, page }) => [date, what, page.label])).toEqual([
      ['2027-01-31', 'In force until this day', 'P'],
      ['2025-05-01', 'Rejected', 'E'],
      ['2024-05-01', 'Decided', 'D'],
      ['2023-01-01', 'In force from this day', 'P'],
    ])
    expect(timeline?.sentence).toBe(
      '2 decisions and 2 events in the life of policies, from January 2023 to January 2027.',
    )
    expect(timeline?.lanes.map(({ label, marks }) => [label, marks.map(({ coming }) => coming)])).toEqual([
      ['Decisions', [false, false]],
      ['Policies', [false, true]],
    ])
  }
  const empty = await open((await handbookRepo({ 'a.md': '# A\n' })).path)
  expect((await viewOf(empty, '/decisions/', 'list')).timeline).toBeNull()
})

it('draws only numbers, also of what lies outside the axis', () => {
  const span = { from: -3, to: Number.POSITIVE_INFINITY }
  const [bar] = chainBars([{ span, isHere: false } as never])
  expect(bar?.d).toMatch(/^[MHV\d .]+$/)
  expect(laneMarks([{ at: 2, height: 9, coming: false }], 34)).toMatch(/^[Mv\d .-]+$/)
  expect(laneMarks([], 34)).toBe('M0 0')
})
