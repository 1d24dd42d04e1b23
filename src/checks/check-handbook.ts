import type { Handbook } from '../handbook/handbook.ts'
import type { Finding } from '../model/finding.ts'
import { sourceFindings } from './sources.ts'

/** Everything that is wrong with a handbook: what was found when it was opened, and what takes longer to look for. */
export function checkHandbook(handbook: Handbook): readonly Finding[] {
  return [...handbook.findings, ...handbook.renderFindings(), ...sourceFindings(handbook)]
}
