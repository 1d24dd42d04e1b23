import type { Finding, Level } from '../model/finding.ts'
import { fingerprints } from './fingerprints.ts'

const severities: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', info: 'info' }

/**
 * Findings as GitLab shows them in a merge request: the artifact `codequality` of a job (GitLab docs, "Code Quality",
 * "Code Quality report format").
 */
export function gitlabReport(findings: readonly Finding[]): readonly object[] {
  const marks = fingerprints(findings)
  return findings.map(({ reason, ruleId, level, path, line }, index) => ({
    description: reason,
    check_name: ruleId,
    fingerprint: marks[index],
    severity: severities[level],
    // Every entry needs a place; what is about no file is about the repository.
    location: { path: path ?? '.', lines: { begin: line ?? 1 } },
  }))
}
