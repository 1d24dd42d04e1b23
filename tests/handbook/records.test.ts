import { expect, it } from 'vitest'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import { handbookRepo, open, pageAt } from './open.ts'

/** MADR 2 and log4brains: the head is a list. */
const listed = (title: string, status: string, more = '') =>
  `# ${title}\n\n* Status: ${status}\n* Deciders: Ana Reis, Li Wei\n* Date: 2025-02-03\n${more}\n## Context and Problem Statement\n\nLunch is late.\n\n## Considered Options\n\n* Cook it\n* [Order it](https://example.org)\n* Skip it\n\n## Decision Outcome\n\nChosen option: "Cook it", because everybody is there.\n`

/** MADR 3 and 4: the head is front matter in words of its own. */
const headed = (title: string, status: string, makers: string) =>
  `---\n# Optional lines\nstatus: "${status}"\ndate: 2025-03-04\n${makers}\nconsulted: [legal]\ninformed: everyone\n---\n# ${title}\n\n## Context\n\nText.\n\n## Considered Options\n\n### Walk\n\nSlow.\n\n### Ride\n\nFast.\n\n## Decision Outcome\n\nChosen option: Ride, because it is fast.\n`

/** adr-tools, after Nygard. */
const nygard = (title: string, status: string) =>
  `# ${title}\n\nDate: 2019-05-06\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nWe will.\n\n## Consequences\n\nMore.\n`

async function decisions(files: Record<string, string>): Promise<Record<string, FrontMatter | null>> {
  const handbook = await open((await handbookRepo({ 'README.md': '# Home\n', ...files })).path)
  expect(handbook.findings.filter(({ ruleId }) => /^front-matter|supersede/.test(ruleId))).toEqual([])
  return Object.fromEntries(
    handbook.pages
      .filter(({ route }) => route !== '/')
      .map(({ path, kind, frontMatter }) => [path, kind === 'decision' ? frontMatter : null]),
  )
}

it('reads records of MADR 2 with their list of facts', async () => {
  const read = await decisions({
    'docs/adr/0001-lunch.md': listed('Lunch', 'superseded by [ADR-0002](0002-dinner.md)'),
    'docs/adr/0002-dinner.md': listed('Dinner', 'accepted', '\nTechnical Story: none\n'),
    'docs/adr/0003-tea.md': listed('Tea', 'proposed'),
    'docs/adr/template.md': listed('Template', '{proposed | rejected | accepted}'),
  })
  expect(read['docs/adr/0001-lunch.md']).toEqual({
    status: 'superseded',
    superseded_by: ['0002-dinner.md'],
    decided: '2025-02-03',
    deciders: ['Ana Reis', 'Li Wei'],
    options: ['Cook it', '[Order it](https://example.org)', 'Skip it'],
    chosen: 'Cook it',
  })
  expect(read['docs/adr/0002-dinner.md']?.status).toBe('accepted')
  expect(read['docs/adr/0003-tea.md']).toMatchObject({ status: 'proposed' })
  expect(read['docs/adr/0003-tea.md']).not.toHaveProperty('decided')
  expect(read['docs/adr/template.md']).toBeNull()
})

it('reads records of MADR 3 and 4 with their front matter', async () => {
  const read = await decisions({
    'docs/decisions/0001-walk.md': headed('Walk', 'superseded by ADR-0002', 'deciders: Ana Reis'),
    'docs/decisions/0002-ride.md': headed('Ride', 'Accepted', 'decision-makers: [Ana Reis, Li Wei]'),
    'docs/decisions/0003-drive.md': headed('Drive', 'deprecated', 'decision-makers: "{list}"'),
  })
  expect(read['docs/decisions/0001-walk.md']).toEqual({
    status: 'superseded',
    superseded_by: ['ADR-0002'],
    decided: '2025-03-04',
    deciders: ['Ana Reis'],
    consulted: ['legal'],
    informed: ['everyone'],
    options: ['Walk', 'Ride'],
    chosen: 'Ride',
  })
  expect(read['docs/decisions/0002-ride.md']).toMatchObject({ status: 'accepted', deciders: ['Ana Reis', 'Li Wei'] })
  expect(read['docs/decisions/0003-drive.md']?.status).toBe('withdrawn')
  expect(read['docs/decisions/0003-drive.md']).not.toHaveProperty('deciders')
})

it('reads records of log4brains, also of its packages, with the day in their names', async () => {
  const read = await decisions({
    '.log4brains.yml':
      'project:\n  name: X\n  adrFolder: ./docs/why\n  packages:\n    - name: a\n      adrFolder: ./docs/a/why\n',
    'docs/why/20200102-one.md':
      '# One\n\n- Status: superseded by [20200304-two](20200304-two.md)\n- Tags: a, b\n\n## Context\n\nText.\n',
    'docs/why/20200304-two.md':
      '# Two\n\n- Status: accepted\n\n## Decision\n\nYes.\n\n## Links\n\n- Supersedes [20200102-one](20200102-one.md)\n',
    'docs/why/index.md': '# All\n',
    'docs/a/why/20210506-three.md': '# Three\n\n- Status: draft\n',
  })
  expect(read['docs/why/20200102-one.md']).toMatchObject({ superseded_by: ['20200304-two.md'], decided: '2020-01-02' })
  expect(read['docs/why/20200304-two.md']).toMatchObject({ status: 'accepted', supersedes: ['20200102-one.md'] })
  expect(read['docs/why/index.md']).toBeNull()
  expect(read['docs/a/why/20210506-three.md']).toMatchObject({ status: 'proposed' })
})

it('reads records of adr-tools, and leads from an old one to the current one', async () => {
  const handbook = await open(
    (
      await handbookRepo({
        'README.md': '# Home\n',
        '.adr-dir': 'notes/choices\n',
        'notes/choices/0001-record.md': nygard('1. Record', 'Superceded by [2. Write](0002-write.md)'),
        'notes/choices/0002-write.md': nygard(
          '2. Write',
          'Accepted\n\nSupercedes [1. Record](0001-record.md)\n\nSuperseded by [3. Speak](0003-speak.md)',
        ),
        'notes/choices/0003-speak.md': nygard('3. Speak', 'Accepted\n\nSupersedes [2. Write](0002-write.md)'),
      })
    ).path,
  )
  expect(handbook.findings.filter(({ ruleId }) => ruleId.startsWith('pages/supersede'))).toEqual([])
  const first = await pageAt(handbook, '/notes/choices/0001-record/')
  expect(first.statuses[0]).toMatchObject({ name: 'superseded', date: '2019-05-06', link: { label: '2. Write' } })
  expect(first.notice?.link?.label).toBe('3. Speak')
  const last = await pageAt(handbook, '/notes/choices/0003-speak/')
  expect(last.statuses[0]).toMatchObject({ name: 'accepted', date: '2019-05-06' })
  expect(last.record.map(({ label, value }) => `${label} ${value}`)).toContain('Supersedes 2. Write')
})

it('takes no plain page for a record, and lets the folder rules say otherwise', async () => {
  const read = await decisions({
    'handbook.yml': 'folders:\n  adr/old: { kind: page }\n  choices: { kind: decision }\n',
    'steps/0001-status.md': nygard('Step', 'Accepted'),
    'adr/0001-no-status.md': '# Chapter one\n\nText.\n',
    'adr/README.md': nygard('How', 'Accepted'),
    'adr/old/0001-x.md': nygard('X', 'Accepted'),
    'adr/0002-y.md': `---\nkind: page\n---\n${nygard('Y', 'Accepted')}`,
    'choices/lunch.md': listed('Lunch', 'rejected'),
    'choices/ours.md': `---\nstatus: accepted\ndecided: 2026-01-02\n---\n${listed('Ours', 'rejected')}`,
  })
  expect(
    Object.entries(read).flatMap(([path, data]) => (data === null ? [] : [[path, data.status, data.decided]])),
  ).toEqual([
    ['choices/lunch.md', 'rejected', '2025-02-03'],
    ['choices/ours.md', 'accepted', '2026-01-02'],
  ])
})

it('shows the options of a record beside what was chosen', async () => {
  const handbook = await open((await handbookRepo({ 'adr/0001-lunch.md': listed('Lunch', 'accepted') })).path)
  const { record } = await pageAt(handbook, '/adr/0001-lunch/')
  expect(record.map(({ label, value }) => [label, value])).toContainEqual(['Chosen', 'Cook it'])
  expect(record.map(({ label, value }) => [label, value])).toContainEqual(['Instead of', 'Order it; Skip it'])
})
