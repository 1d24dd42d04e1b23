import type { Finding } from '../../model/finding.ts'
import type { Command } from '../command.ts'
import { countsOf, findingsJson, marks, sortFindings } from '../findings.ts'
import { sayHowGitIsRead } from '../git-choice.ts'
import { targetOf } from '../target.ts'
import { bold, dim, green, type Terminal } from '../terminal.ts'
import { version } from '../version.ts'

export const check: Command = {
  name: 'check',
  words: '',
  count: [0, 0],
  about: `Lists what is wrong in the handbook, with file and line: broken links, front matter that cannot be
read, two files with one address, and so on. Ends with exit code 1 when there is an error.`,
  options: {
    strict: { help: 'warnings count as errors' },
    report: {
      value: 'FORMAT',
      help: 'how findings are printed; json is the same as --json',
      among: ['text', 'json', 'sarif', 'gitlab', 'github'],
    },
  },
  examples: [
    ['whybook check', 'the handbook in this folder'],
    ['whybook check --strict', 'for CI that wants no warnings either'],
    ['whybook check --report gitlab > gl-code-quality-report.json', 'for the merge request on GitLab'],
    ['whybook check --json | jq ".findings[].path"', 'for scripts'],
  ],
  run: async (call) => {
    const target = targetOf(call)
    sayHowGitIsRead(call)
    const { openHandbook } = await import('../../handbook/open.ts')
    const { checkHandbook } = await import('../../checks/check-handbook.ts')
    const { searchFindings } = await import('../../checks/search.ts')
    const handbook = await openHandbook(target.root, { ...target.open, onProgress: () => {} })
    try {
      const findings = sortFindings([...checkHandbook(handbook), ...(await searchFindings(handbook))])
      await report(call.terminal, call.flag('json') ? 'json' : call.text('report'), findings)
      const fails = findings.some(({ level }) => level === 'error' || (level === 'warning' && call.flag('strict')))
      return fails ? 1 : 0
    } finally {
      await handbook.close()
    }
  },
}

async function report(terminal: Terminal, format: string | null, findings: readonly Finding[]): Promise<void> {
  if (format === 'json') terminal.json({ schema: 1, findings: findingsJson(findings) })
  else if (format === 'sarif') terminal.json((await import('../../reports/sarif.ts')).sarifReport(findings, version()))
  else if (format === 'gitlab') terminal.json((await import('../../reports/gitlab.ts')).gitlabReport(findings))
  else if (format === 'github') {
    for (const line of (await import('../../reports/github.ts')).githubReport(findings)) terminal.answer(line)
  } else print(terminal, findings)
}

function print(terminal: Terminal, findings: readonly Finding[]): void {
  let path: string | null | undefined
  for (const finding of findings) {
    if (finding.path !== path) {
      if (path !== undefined) terminal.answer()
      terminal.answer(bold(finding.path ?? 'The handbook as a whole'))
    }
    path = finding.path
    const place = [finding.line, finding.column].filter((number) => number !== null).join(':')
    terminal.answer(`  ${place.padEnd(8)} `, marks[finding.level], `  ${finding.reason}  `, dim(finding.ruleId))
  }
  const counts = countsOf(findings)
  if (counts === null) terminal.say(green('Nothing found'), ': everything is in order.')
  else terminal.say('\n', counts)
}
