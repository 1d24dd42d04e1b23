import type { ChangeView, FactView } from '../model/view.ts'
import { amount, names } from './words.ts'

const fact = (label: string, value: string, href: string | null = null): FactView => ({
  label,
  value,
  href,
  note: null,
  date: null,
})

/** Who, how much and where a change is recorded. */
export function factsOfChange({ change, commitHref }: ChangeView): FactView[] {
  const { added, removed, mergedBy, authors, mergeRequest, id } = change
  return [
    fact(authors.length > 1 ? 'Authors' : 'Author', names(authors) || 'unknown'),
    ...(mergedBy === null ? [] : [fact('Merged by', mergedBy)]),
    ...(mergeRequest === null ? [] : [fact('Merge request', mergeRequest.reference, mergeRequest.href)]),
    fact('Pages', amount(change.pageCount)),
    fact('Lines', removed === 0 ? `${amount(added)} in` : `${amount(removed)} out, ${amount(added)} in`),
    fact('Commit', id, commitHref),
  ]
}
