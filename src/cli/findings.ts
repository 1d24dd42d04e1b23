import type { Finding, Level } from '../model/finding.ts'
import { bold, cyan, type Piece, red, yellow } from './terminal.ts'
import { countOf } from './words.ts'

/** How levels are shown, all of one width. */
export const marks: Readonly<Record<Level, Piece>> = {
  error: red('error  '),
  warning: yellow('warning'),
  info: cyan('remark '),
}

/** Withheld pages that are named; `check` names them all. */
const mostNamed = 20

/**
 * `1 page withheld: FILE:LINE reason`, a line a page where there are more; none when there are none.
 *
 * @param check - the command line that names them all
 */
export function withheldLines(withheld: readonly Finding[], check: string): readonly (readonly Piece[])[] {
  const [only] = withheld
  if (only === undefined) return []
  if (withheld.length === 1) return [[red('1 page withheld'), ': ', bold(placeOf(only)), ` ${whyWithheld(only)}`]]
  const named = withheld.slice(0, mostNamed)
  const more = withheld.length - named.length
  return [
    [red(`${countOf(withheld.length, 'page')} withheld`), ':'],
    ...named.map((each): readonly Piece[] => ['  ', bold(placeOf(each)), ` ${whyWithheld(each)}`]),
    ...(more > 0 ? [[`  and ${countOf(more, 'other')}, named by:  ${check}`]] : []),
  ]
}

/** The line says already that it is. */
function whyWithheld({ reason }: Finding): string {
  return reason.replace(/ The page is withheld\.$/, '')
}

/** `FILE:LINE:COLUMN`, as far as it is known. */
export function placeOf({ path, line, column }: Finding): string {
  return [path ?? 'the handbook as a whole', line, column].filter((part) => part !== null).join(':')
}

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
