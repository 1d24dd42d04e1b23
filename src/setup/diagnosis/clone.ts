import { counted } from '../../text/counting.ts'
import { type Check, error, ok, warning } from './check.ts'

/** What is known of the clone. */
export interface Clone {
  readonly hasCommits: boolean
  /** Commits at which it is cut off. */
  readonly shallowRoots: number
  readonly isPartial: boolean
  /** Branch of HEAD; null when detached. */
  readonly branch: string | null
  /** What the remote calls its default branch; null when this clone does not know. */
  readonly remoteHead: string | null
  readonly remote: string | null
  readonly submodules: readonly string[]
  /** Files whose contents are in Git LFS and not here. */
  readonly pointers: readonly string[]
}

/** Judges what a clone has of a repository: what it lacks, pages lack. */
export function checkClone(clone: Clone): readonly Check[] {
  return [historyCheck(clone), partialCheck(clone), branchCheck(clone), remoteCheck(clone), ...fileChecks(clone)]
}

function historyCheck({ hasCommits, shallowRoots }: Clone): Check {
  const id = 'clone/history'
  if (!hasCommits)
    return warning(id, 'There is no commit yet: pages have no history.', 'Commit them: git add --all && git commit')
  if (shallowRoots === 0) return ok(id, 'The whole history is here.')
  const says = 'This is a shallow clone: history begins in the middle, and older reasons are missing.'
  return warning(
    id,
    says,
    'Get the rest with git fetch --unshallow. In CI: GIT_DEPTH "0" on GitLab, fetch-depth 0 elsewhere.',
  )
}

function partialCheck({ isPartial }: Clone): Check {
  const id = 'clone/objects'
  if (!isPartial) return ok(id, 'It is a full clone, old versions of files included.')
  return warning(id, 'This is a partial clone: old versions of files may be missing.', 'Clone again without --filter.')
}

function branchCheck({ branch, remote, remoteHead }: Clone): Check {
  const id = 'clone/branch'
  if (remoteHead !== null) return ok(id, `The default branch is ${remoteHead}.`)
  if (branch === null) {
    const says = 'HEAD is detached, and the default branch is not known: “main” is taken for it.'
    return warning(
      id,
      says,
      'Say it with “branch” under “forge” in handbook.yml, or: git remote set-head origin --auto',
    )
  }
  if (remote === null) return ok(id, `The default branch is taken to be ${branch}.`)
  const says = `This clone does not know the default branch of the remote: ${branch} is taken for it.`
  return warning(id, says, 'Get it with: git remote set-head origin --auto')
}

function remoteCheck({ remote }: Clone): Check {
  const id = 'clone/remote'
  if (remote !== null) return ok(id, `The remote is ${remote}.`)
  return warning(
    id,
    'There is no remote: pages have no links to a forge.',
    'Add it with git remote add origin, or say “url” under “forge” in handbook.yml.',
  )
}

function fileChecks({ submodules, pointers }: Clone): readonly Check[] {
  const [submodule] = submodules
  const [pointer] = pointers
  return [
    submodule === undefined
      ? ok('clone/submodules', 'There are no submodules.')
      : warning(
          'clone/submodules',
          `${counted(submodules.length, 'submodule')}, such as ${submodule}: what is in them is not part of the handbook.`,
          'Nothing, if that is right. Else keep those pages in this repository.',
        ),
    pointer === undefined
      ? ok('clone/lfs', 'No file waits for Git LFS.')
      : error(
          'clone/lfs',
          `${counted(pointers.length, 'file is', 'files are')} missing here and kept in Git LFS, such as ${pointer}: readers would see no image.`,
          'Get them with git lfs pull. In CI: “lfs: true” for actions/checkout.',
        ),
  ]
}
