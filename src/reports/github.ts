import type { Finding, Level } from '../model/finding.ts'

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Findings as lines that GitHub and Forgejo show beside the file (GitHub docs, "Workflow commands"). */
export function githubReport(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ level, path, line, column, ruleId, reason }) => {
    const places = { file: path, line, col: column, title: ruleId }
    const properties = Object.entries(places).flatMap(([name, value]) =>
      value === null ? [] : [`${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
    )
    return `::${commands[level]} ${properties.join(',')}::${escaped(reason)}`
  })
}

/** A line feed would end the command, and what follows could be another one. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
