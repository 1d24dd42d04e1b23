import type { Handbook } from '../handbook/handbook.ts'
import { judgeSource } from '../markdown/judge.ts'
import type { Finding } from '../model/finding.ts'

/**
 * What the source of each page says about itself: headings that skip a level, links without a target, and the like,
 * with line and column as an editor counts them.
 */
export function sourceFindings({ pages }: Pick<Handbook, 'pages'>): readonly Finding[] {
  return pages.flatMap(({ path, body, bodyLine }) =>
    judgeSource(body).findings.map((each) => ({
      ...each,
      path,
      line: each.line === null ? null : each.line + bodyLine - 1,
    })),
  )
}
