import type { CommitId } from '../model/ids.ts'
import { gitErrors } from './errors.ts'
import type { Range } from './repository.ts'

/** True for a full id, of either kind of repository. */
export function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

/** @throws {WhybookError} `git/bad-id` */
export function checkedId(id: CommitId): CommitId {
  if (!isId(id)) throw gitErrors.badId(id)
  return id
}

/** @throws {WhybookError} `git/bad-id` */
export function checkedRange({ from, to }: Range): Range {
  return { from: from === null ? null : checkedId(from), to: checkedId(to) }
}
