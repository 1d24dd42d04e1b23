import type { Mailmap } from '../git/mailmap.ts'
import type { RawCommit } from '../git/parse-commit.ts'
import type { CommitDetail } from '../model/history.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import type { Entry, PageEvent } from './index-data.ts'
import { isMergeLine } from './merge-line.ts'
import { isBot } from './noise.ts'
import { personName, writersOf } from './people.ts'
import type { Leg } from './splice.ts'
import { type Telling, tellingOf, titleOf } from './telling.ts'

/** What a leg's messages tell, and the commits of its branch that tell some of it. */
export interface LegTelling extends Telling {
  /** Commits of the branch in the order in which `branchReasons` counts them. */
  readonly branch: readonly RawCommit[]
}

/** Reads the messages of a leg. */
export function tellingOfLeg({ commit, details }: Leg): LegTelling {
  const branch = details.filter(({ parents, author }) => parents.length < 2 && !isBot(author.name))
  const messages = branch.map(({ message }) => message)
  return { ...tellingOf(commit.message, commit.parents.length > 1, messages), branch }
}

/**
 * Puts together what a leg's commits say and what it did to pages.
 *
 * @param changedBy - Markdown files that a commit of the branch changed
 */
export function entryOf(
  leg: Leg,
  telling: LegTelling,
  events: readonly PageEvent[],
  { mailmap, changedBy }: { mailmap: Mailmap; changedBy: (commit: CommitId) => readonly RepoPath[] },
): Omit<Entry, 'headings'> {
  const { commit, details, step } = leg
  const isMerge = commit.parents.length > 1
  const written = details.filter(({ parents }) => parents.length < 2)
  const differing = new Set(step.differences.map(({ path }) => path))
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
    branchReasons: (isProgram ? [] : telling.branchReasons).flatMap(({ at, title, text, kind }) => {
      const id = telling.branch[at]?.id
      const paths = id === undefined ? [] : changedBy(id).filter((path) => differing.has(path))
      return paths.length === 0 ? [] : [{ title, text, kind, paths }]
    }),
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
