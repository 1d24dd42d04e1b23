import type { Finding, Level } from '../model/finding.ts'
import { countOf } from './words.ts'

const order: readonly Level[] = ['error', 'warning', 'info']

/** `3 errors, 1 warning`; null when there is nothing to say. */
export function countsOf(findings: readonly Finding[]): string | null {
  const parts = order.flatMap((level) => {
    const number = findings.filter((finding) => finding.level === level).length
    return number === 0 ? [] : [level === 'info' ? countOf(number, 'remark') : countOf(number, level)]
  })
  return parts.length === 0 ? null : parts.join(', ')
}

/** Findings as `--json` prints them (DESIGN.md, "Command line"), in the order of files and lines. */
export function findingsJson(findings: readonly Finding[]): readonly object[] {
  return sortFindings(findings).map(({ path, line, column, ruleId, level, reason, url }) => ({
    path,
    line,
    column,
    ruleId,
    level,
    reason,
    url,
  }))
}

/** By file, then by line; what is about no file comes first. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.path ?? '', b.path ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      order.indexOf(a.level) - order.indexOf(b.level) ||
      compare(a.ruleId, b.ruleId),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
