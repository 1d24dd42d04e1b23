import { expect, test } from 'vitest'
import { finding } from '../../src/model/finding.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { githubReport } from '../../src/reports/github.ts'
import { gitlabReport } from '../../src/reports/gitlab.ts'
import { sarifReport } from '../../src/reports/sarif.ts'

const at = { path: 'a b/100%, more:x.md' as RepoPath, line: 3, column: 5 }
const findings = [
  finding('pages/none', 'error', 'There is no page.'),
  finding('links/broken', 'warning', 'The link “x\n::error::made up” leads nowhere.', at),
  finding('links/moved', 'info', 'Moved.', { path: 'c.md' as RepoPath }),
]

test('GitHub gets a line for each finding, and no content can write a second one', () => {
  expect(githubReport(findings)).toEqual([
    '::error title=pages/none::There is no page.',
    '::warning file=a b/100%25%2C more%3Ax.md,line=3,col=5,title=links/broken::The link “x%0A::error::made up” leads nowhere.',
    '::notice file=c.md,title=links/moved::Moved.',
  ])
})

test('GitLab gets a severity and a place for each finding', () => {
  const report = gitlabReport(findings)
  expect(report).toMatchObject([
    { check_name: 'pages/none', severity: 'major', location: { path: '.', lines: { begin: 1 } } },
    { description: findings[1]?.reason, severity: 'minor', location: { path: at.path, lines: { begin: 3 } } },
    { severity: 'info', location: { path: 'c.md', lines: { begin: 1 } } },
  ])
})

test('a finding that moved keeps its fingerprint, and two that say the same of a file have two', () => {
  const marks = (list: typeof findings) =>
    gitlabReport(list).map((each) => (each as { fingerprint: string }).fingerprint)
  const [, broken] = findings
  if (broken === undefined) throw new Error('no finding')
  const [first, second] = marks([broken, { ...broken, line: 9 }])
  expect(first).not.toBe(second)
  expect(marks([{ ...broken, line: 40 }])).toEqual([first])
})

test('SARIF names the rules, the places as addresses, and the level of each finding', () => {
  expect(sarifReport(findings, '1.2.3')).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { version: '1.2.3', rules: [{ id: 'links/broken' }, { id: 'links/moved' }, { id: 'pages/none' }] },
        },
        results: [
          { level: 'error', locations: [] },
          {
            level: 'warning',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'a%20b/100%25%2C%20more%3Ax.md' },
                  region: { startLine: 3, startColumn: 5 },
                },
              },
            ],
          },
          { level: 'note', locations: [{ physicalLocation: { artifactLocation: { uri: 'c.md' } } }] },
        ],
      },
    ],
  })
})
