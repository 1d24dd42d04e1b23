import type { Page } from '../../model/page.ts'
import type { FactView } from '../../model/view.ts'
import type { Assembly } from '../assembly.ts'
import { fact } from './fact.ts'

/** What a reader must know of a page whose text is newer than its history, as a sentence; else null. */
export function uncommittedWords({ committed }: Assembly, page: Page): string | null {
  return committed(page) === 'changed'
    ? 'This text has changes that are not committed yet. Its history ends before them.'
    : null
}

/** The same among the facts; none for a page that is as it was committed. */
export function uncommittedFacts({ committed }: Assembly, page: Page): readonly FactView[] {
  switch (committed(page)) {
    case 'changed':
      return [fact('Not committed yet', 'changes of this text')]
    case 'new':
      return [fact('Last change', 'not committed yet')]
    default:
      return []
  }
}
