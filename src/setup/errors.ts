import { WhybookError } from '../model/error.ts'
import { visible } from '../text/visible.ts'

/** Every error of this room. */
export const setupErrors = {
  noRepository: (why: string) =>
    new WhybookError('setup/no-repository', why, {
      hint: 'A handbook keeps its reasons in git. Run git init in its folder, then whybook init.',
    }),
  bare: (root: string) =>
    new WhybookError('setup/bare', `${visible(root)} is a bare repository: it has no folder to write into.`, {
      hint: 'Clone it, and run whybook init in the clone.',
    }),
  notAnswered: (option: string, value: string, problem: string) =>
    new WhybookError('setup/answer', `${option} cannot be “${visible(value)}”: ${problem}.`, {
      hint: `Give another ${option}.`,
    }),
  leadsAway: (path: string) =>
    new WhybookError(
      'setup/link',
      `${visible(path)} is a symbolic link, or a file where a folder should be: nothing is written there.`,
      {
        hint: 'Put a plain file or folder there, or write the text by hand: whybook init --dry-run shows it.',
      },
    ),
  inTheWay: (path: string) =>
    new WhybookError('setup/in-the-way', `${visible(path)} is not what it was a moment ago, or no plain file.`, {
      hint: 'Look at it, then run whybook init again. Nothing was written.',
    }),
  cannotWrite: (path: string, cause: NodeJS.ErrnoException) =>
    new WhybookError('setup/cannot-write', `${visible(path)} cannot be written (${cause.code ?? cause.message}).`, {
      hint: 'Everything is as it was before. Mend that, and run whybook init again.',
      cause,
    }),
} as const
