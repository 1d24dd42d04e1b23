import type { Mailmap } from '../git/mailmap.ts'
import type { RawCommit } from '../git/parse-commit.ts'
import type { CommitDetail } from '../model/history.ts'
import type { Entry, PageEvent } from './index-data.ts'
import { isMergeLine } from './merge-line.ts'
import { isBot } from './noise.ts'
import { personName, writersOf } from './people.ts'
import type { Leg } from './splice.ts'
import { tellingOf, titleOf } from './telling.ts'

/** Puts together what a leg's commits say and what it did to pages. */
export function entryOf(leg: Leg, events: readonly PageEvent[], mailmap: Mailmap): Entry {
  const { commit, details } = leg
  const isMerge = commit.parents.length > 1
  const written = details.filter(({ parents }) => parents.length < 2)
  const people = written.filter(({ author }) => !isBot(author.name))
  const telling = tellingOf(
    commit.message,
    isMerge,
    people.map(({ message }) => message),
  )
  const ownAuthor = personName(commit.author.name, commit.author.email, mailmap)
  const authors = writersOf(isMerge && written.length > 0 ? written : [commit], mailmap)
  // The same name or the same address makes the same person.
  const isAnother =
    !authors.includes(ownAuthor) && writersOf([...written, { ...commit, message: '' }], mailmap).includes(ownAuthor)
  const isProgram = isBot(ownAuthor) && !isMerge
  return {
    id: commit.id,
    at: commit.committer.at,
    title: telling.title === '' ? commit.id.slice(0, 12) : telling.title,
    titleFrom: telling.titleFrom,
    reasoning: isProgram ? null : telling.reasoning,
    mergeRequest: telling.mergeRequest,
    authors,
    mergedBy: isMerge && isAnother ? ownAuthor : null,
    commits: details
      .filter(isShown)
      .map((detail) => detailOf(detail, mailmap))
      .reverse(),
    lane: leg.lane,
    joins: leg.joins,
    events,
  }
}

/** Merges that only keep a branch up to date are no work of its own. */
function isShown({ parents, message }: RawCommit): boolean {
  return parents.length < 2 || !isMergeLine(message) || /^Merge pull request /.test(message)
}

function detailOf(commit: RawCommit, mailmap: Mailmap): CommitDetail {
  const title = titleOf(commit.message) || commit.id.slice(0, 12)
  return { id: commit.id, title, authors: writersOf([commit], mailmap).map((name) => ({ name })) }
}
