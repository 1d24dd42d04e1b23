import type { Edit } from './edits.ts'
import type { Author } from './people.ts'

/** A commit on the branch of a merge request. */
export interface BranchCommit {
  readonly title: string
  readonly body?: string
  readonly edits: readonly Edit[]
}

/** One merge request of the sample company, as it landed. */
export interface MergeRequest {
  readonly number: number
  /** When it landed: ISO with seconds and offset. */
  readonly at: string
  readonly author: Author
  readonly mergedBy: Author
  /** `merge`: a merge commit over the branch's commits; `squash`: one commit on the main line. */
  readonly how: 'merge' | 'squash'
  readonly branch: string
  readonly title: string
  /** Its description, which GitLab put into the commit; empty when its author wrote none. */
  readonly description: string
  readonly trailers?: readonly string[]
  readonly commits: readonly BranchCommit[]
  /** A git note that somebody attached to the landed commit later. */
  readonly note?: { readonly author: Author; readonly at: string; readonly text: string }
}

/** The message of the commit that is on the main line, in GitLab's form. */
export function landedMessage(request: MergeRequest): string {
  const opening = request.how === 'merge' ? [`Merge branch '${request.branch}' into 'main'`] : []
  const trailers = request.trailers === undefined ? [] : [request.trailers.join('\n')]
  const paragraphs = [...opening, request.title, request.description, ...trailers, reference(request)]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

function reference(request: MergeRequest): string {
  return `See merge request millrace/handbook!${request.number}`
}
