import type { Reasoning } from '../../model/history.ts'
import { amount } from '../../text/counting.ts'

/**
 * How many of some changes say why, and how many have other text, as the end of a sentence about them:
 * `12 say why, 30 have other text`. What somebody wrote beside the title is not yet a reason.
 *
 * @param reasonings - of each change, null where none was recorded; at least one
 */
export function reasonsTold(reasonings: readonly (Pick<Reasoning, 'kind'> | null)[]): string {
  const all = reasonings.length
  const why = reasonings.filter((each) => each?.kind === 'why').length
  const other = reasonings.filter((each) => each?.kind === 'what').length
  if (why === 0 && other === 0) return all === 1 ? 'no reason was recorded' : 'none with a recorded reason'
  if (why === all) return all === 1 ? 'it says why' : 'each says why'
  if (other === all && all === 1) return 'it does not say why, but has other text'
  const says = why === 0 ? 'none says why' : `${amount(why)} ${why === 1 ? 'says' : 'say'} why`
  return other === 0 ? says : `${says}, ${amount(other)} ${other === 1 ? 'has' : 'have'} other text`
}
