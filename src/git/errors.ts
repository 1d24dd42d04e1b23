import { WhybookError } from '../model/error.ts'
import { visible } from '../text/visible.ts'

/** Every error of this room; the documentation of errors is made from it. */
export const gitErrors = {
  /** Git refuses to read a repository that belongs to another user. We never go round that check. */
  unsafeDirectory: (path: string) =>
    new WhybookError('git/unsafe-directory', `Git does not trust ${visible(path)}: it belongs to another user.`, {
      hint: `If you trust it, run: git config --global --add safe.directory ${quoted(path)}`,
    }),
  /** The same, said by us where there may be no git to run. */
  foreignOwner: (path: string) =>
    new WhybookError('git/unsafe-directory', `${visible(path)} belongs to another user.`, {
      hint: `If you trust it, write into .gitconfig in your home: [safe] directory = ${visible(path)}`,
    }),
  /** `core.worktree` leads out of the folder that was asked for: what stands there is not this repository's. */
  foreignWorkTree: (directory: string, root: string) =>
    new WhybookError(
      'git/foreign-work-tree',
      `The repository of ${visible(directory)} says that its files are in ${visible(root)}.`,
      { hint: 'Remove core.worktree from its configuration, or name that folder instead.' },
    ),
  /** The system does not let us see whether there is a repository; a site without its history would be wrong. */
  unreadable: (path: string, cause: unknown) =>
    new WhybookError(
      'git/unreadable',
      `It cannot be seen whether ${visible(path)} is in a repository: ${codeOf(cause)}.`,
      {
        hint: 'Look at the permissions of the folder and at the disk, and try again.',
        cause,
      },
    ),
  /** An object that history needs is missing or damaged; what git would say without it would be wrong. */
  missingObject: (id: string, isPartial: boolean) =>
    new WhybookError('git/missing-object', `The repository lacks the object ${id}, or it is damaged.`, {
      hint: isPartial
        ? 'This is a partial clone. Get what it left out with: git fetch --refetch --filter=blob:none'
        : 'Look at the damage with: git fsck --full. A fresh clone mends it.',
    }),
  /** HEAD's branch has a file, and what is in it is no commit: not the same as a branch without commits. */
  brokenBranch: (name: string) =>
    new WhybookError('git/broken-branch', `The file of the branch ${visible(name)} does not name a commit.`, {
      hint: 'See what it named last with: git reflog. Then: git update-ref refs/heads/BRANCH COMMIT, or clone anew.',
    }),
  /** One commit changes so many files, or folders so deep, that it can only be meant to. */
  tooManyFiles: (id: string | null) =>
    new WhybookError(
      'git/too-many-files',
      `${id === null ? 'A commit' : `The commit ${id}`} changes more files than can be followed.`,
      {
        hint: 'Look for it with: git log --shortstat. A handbook has no such commit: take it out, or begin a new repository.',
      },
    ),
  /** A kind of repository that is read with git itself, and not imitated without it. */
  needsGit: (what: string, hint?: string) =>
    new WhybookError('git/needs-git', `${what}: that needs git itself.`, {
      hint: hint ?? 'Install git (https://git-scm.com/downloads) and leave --git isomorphic away.',
    }),
  /** Git failed in a way that has no name of its own here; its last words are quoted. */
  failed: (command: string, words: string) =>
    new WhybookError('git/failed', `git ${command} failed: ${visible(words.trim().slice(-400)) || 'it said nothing'}`, {
      hint: 'Run git status in the repository to see whether git itself can read it.',
    }),
  /** Git printed nothing for so long that it was ended. */
  stalled: (command: string, seconds: number) =>
    new WhybookError('git/stalled', `git ${command} gave no sign of life for ${seconds} seconds.`, {
      hint: 'Look for a slow or unreachable disk, and try again.',
    }),
  /** A repository was used after it had been closed. */
  closed: () => new WhybookError('git/closed', 'The repository has been closed.'),
  /** A word that should have been a commit's or blob's id. */
  badId: (word: string) => new WhybookError('git/bad-id', `${visible(word.slice(0, 80))} is not the id of an object.`),
} as const

function codeOf(cause: unknown): string {
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? visible(cause.message)) : 'it failed'
}

/** The error that git's own words amount to. */
export function errorFromGit(command: string, words: string, isPartial: boolean): WhybookError {
  const unsafe = words.match(/dubious ownership in repository at '([^\n]*)'/)
  if (unsafe?.[1] !== undefined) return gitErrors.unsafeDirectory(unsafe[1])
  if (/attempting to allocate .* over limit/.test(words)) return gitErrors.tooManyFiles(null)
  const object = objectNamedIn(words)
  return object === null ? gitErrors.failed(command, words) : gitErrors.missingObject(object, isPartial)
}

/** Id of the object that git complains of, or null when it complains of something else. */
export function objectNamedIn(words: string): string | null {
  const lines = words.split('\n').filter((line) => /^(fatal|error): /.test(line))
  // The last of several complaints is the one that git gave up on, but "traverse parents of" names the child.
  const ids = lines
    .filter((line) => !line.includes('parents of'))
    .flatMap((line) => line.match(/\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b/) ?? [])
  return ids.at(-1) ?? null
}

/** A path as a POSIX shell reads it back. */
function quoted(path: string): string {
  return `'${visible(path).replaceAll("'", "'\\''")}'`
}
