import type { Finding, Level } from '../model/finding.ts'
import { encodeRoute } from '../text/relative.ts'
import { fingerprints } from './fingerprints.ts'

const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which many tools read.
 *
 * @param version - of Whybook
 */
export function sarifReport(findings: readonly Finding[], version: string): object {
  const marks = fingerprints(findings)
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Whybook', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((each, index) => ({
          ruleId: each.ruleId,
          level: levels[each.level],
          message: { text: each.reason },
          locations: locationsOf(each),
          partialFingerprints: { 'whybook/v1': marks[index] },
        })),
      },
    ],
  }
}

function locationsOf({ path, line, column }: Finding): readonly object[] {
  if (path === null) return []
  const region =
    line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } }
  return [{ physicalLocation: { artifactLocation: { uri: encodeRoute(path).slice(1) }, ...region } }]
}
