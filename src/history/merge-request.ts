import type { MergeRequestReference } from '../model/history.ts'

const AT_END = /\s*\(((?:[\w.-]+\/)*[\w.-]+)?([#!])(\d{1,9})\)$/
const GITHUB_MERGE = /^Merge pull request #(\d{1,9}) from /
const FORGEJO_MERGE = /^Merge pull request '(.*)' \(([#!])(\d{1,9})\) from \S+/
const BITBUCKET_MERGE = /^Merged in .* \(pull request #(\d{1,9})\)$/
const AZURE_MERGE = /^Merged PR (\d{1,9}): /
const GITLAB_TRAILER = /^See merge request (?:((?:[\w.-]+\/)+[\w.-]+))?!(\d{1,9})$/gm
const ADDRESS_TRAILER =
  /^(?:Reviewed-on|PR-URL|Pull-Request|Merge-Request|Link): https?:\/\/\S+\/(pull|pulls|merge_requests)\/(\d{1,9})\/?$/gim

/** What a message says about the merge request that it landed through. */
export interface MessageReference {
  readonly mergeRequest: MergeRequestReference | null
  /** The subject without the reference at its end. */
  readonly subject: string
}

/**
 * Reads a merge request's reference out of a commit message, in the forms of GitHub (`Title (#12)`, `Merge pull
 * request #12 from ...`), GitLab (`See merge request group/project!12`), Forgejo (`Merge pull request 'Title' (#12)
 * from ...`, `Reviewed-on:`), Bitbucket and Azure DevOps.
 */
export function readReference(subject: string, body: string): MessageReference {
  const inSubject = subjectReference(subject)
  if (inSubject !== undefined) return inSubject
  const [, project, number] = [...body.matchAll(GITLAB_TRAILER)].at(-1) ?? []
  if (number !== undefined) return { mergeRequest: reference('!', number, project), subject }
  const [, kind, count] = [...body.matchAll(ADDRESS_TRAILER)].at(-1) ?? []
  if (count !== undefined) return { mergeRequest: reference(kind === 'merge_requests' ? '!' : '#', count), subject }
  return { mergeRequest: null, subject }
}

function subjectReference(subject: string): MessageReference | undefined {
  const github = GITHUB_MERGE.exec(subject)?.[1] ?? BITBUCKET_MERGE.exec(subject)?.[1]
  if (github !== undefined) return { mergeRequest: reference('#', github), subject }
  const [, title, sign, forgejo] = FORGEJO_MERGE.exec(subject) ?? []
  if (forgejo !== undefined) return { mergeRequest: reference(sign ?? '#', forgejo), subject: title ?? subject }
  const azure = AZURE_MERGE.exec(subject)
  if (azure !== null) return { mergeRequest: reference('!', azure[1] ?? ''), subject: subject.slice(azure[0].length) }
  const end = AT_END.exec(subject)
  if (end === null) return undefined
  const [, project, mark = '#', number = ''] = end
  let rest = subject.slice(0, end.index)
  for (let more = AT_END.exec(rest); more?.[3] === number; more = AT_END.exec(rest)) rest = rest.slice(0, more.index)
  return { mergeRequest: reference(mark, number, project), subject: rest.trim() === '' ? subject : rest }
}

function reference(mark: string, number: string, project?: string): MergeRequestReference {
  return { reference: `${mark}${Number(number)}`, number: Number(number), project: project ?? null }
}
