import type { Finding } from '../model/finding.ts'
import { digestOf } from '../text/digest.ts'

/**
 * A name for each finding by which a forge tells new ones from old ones. Lines are no part of it: a fault that moved
 * is no new one. Of several that say the same of a file each has its number.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({ ruleId, path, reason }) => {
    const same = digestOf(ruleId, path, reason)
    const count = seen.get(same) ?? 0
    seen.set(same, count + 1)
    return count === 0 ? same : digestOf(same, count)
  })
}
