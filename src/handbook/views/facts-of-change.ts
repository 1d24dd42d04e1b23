import type { ChangeRow, FactView } from '../../model/view.ts'
import { amount } from '../../text/counting.ts'
import { names } from '../../text/names.ts'
import { fact } from './fact.ts'

/**
 * Who, how much and where a change is recorded.
 *
 * @param commitHref - the commit on the forge, or null
 */
export function factsOfChange(change: ChangeRow, commitHref: string | null): readonly FactView[] {
  const { added, removed, mergedBy, authors, mergeRequest, id } = change
  return [
    fact(authors.length > 1 ? 'Authors' : 'Author', names(authors) || 'unknown'),
    ...(mergedBy === null ? [] : [fact('Merged by', mergedBy)]),
    ...(mergeRequest === null ? [] : [fact('Merge request', mergeRequest.reference, { href: mergeRequest.href })]),
    fact('Pages', amount(change.pageCount)),
    fact('Lines', removed === 0 ? `${amount(added)} in` : `${amount(removed)} out, ${amount(added)} in`),
    fact('Commit', id, { href: commitHref }),
  ]
}
