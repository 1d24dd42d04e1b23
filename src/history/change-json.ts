import type { MergeRequestReference, PageChange, Person } from '../model/history.ts'
import type { ChangeJson } from '../model/machine-files.ts'

/** A change as `--json` prints it (DESIGN.md, "Command line": CHANGE). */
export function changeJson(
  { change, touch, reasoning }: PageChange,
  addressOf: (reference: MergeRequestReference) => string | null,
): ChangeJson {
  const { mergeRequest } = change
  return {
    id: change.id,
    landedAt: change.landedAt,
    title: change.title,
    reasoning: reasoning === null ? null : { text: reasoning.text, kind: reasoning.kind, source: reasoning.source },
    mergeRequest: mergeRequest === null ? null : { reference: mergeRequest.reference, url: addressOf(mergeRequest) },
    authors: change.authors.map(personJson),
    mergedBy: change.mergedBy === null ? null : personJson(change.mergedBy),
    commits: change.commits.map(({ id, title, authors }) => ({ id, title, authors: authors.map(personJson) })),
    added: touch.added,
    removed: touch.removed,
    path: touch.path,
    previousPath: touch.previousPath,
    kind: touch.kind,
  }
}

function personJson({ name }: Person): Person {
  return { name }
}
