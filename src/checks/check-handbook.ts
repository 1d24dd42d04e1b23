import type { Handbook } from '../handbook/handbook.ts'
import { type Finding, finding } from '../model/finding.ts'
import { sourceFindings } from './sources.ts'

/** Everything that is wrong with a handbook: what was found when it was opened, and what takes longer to look for. */
export function checkHandbook(handbook: Handbook): readonly Finding[] {
  return [...noPages(handbook), ...handbook.findings, ...handbook.renderFindings(), ...sourceFindings(handbook)]
}

/** A build refuses to publish nothing, so this is no handbook in order. */
function noPages({ pages, contentRoot }: Handbook): readonly Finding[] {
  if (pages.length > 0) return []
  const where = contentRoot === '' ? 'this folder' : contentRoot
  const reason = `There is no page to publish in ${where}. Write a first page.md there, or name another folder with --root.`
  return [finding('pages/none', 'error', reason)]
}
