import { WhybookError } from '../model/error.ts'

/** Everything that can go wrong with the search index, and what to do then. */
export const searchErrors = {
  noIndex: (folder: string): WhybookError =>
    new WhybookError('search/no-index', `There is no search index in ${folder}.`, {
      hint: 'Run `whybook build` first, or name the folder it wrote into with --out.',
    }),
  unreadable: (folder: string, cause: unknown): WhybookError =>
    new WhybookError('search/unreadable', `The search index in ${folder} cannot be read.`, {
      hint: 'Run `whybook build --clean`; it writes the index anew.',
      cause,
    }),
  foreignScript: (file: string): WhybookError =>
    new WhybookError('search/foreign-script', `${file} is not what this version of Whybook writes; it is not run.`, {
      hint: 'Run `whybook build --clean`; it writes the index anew.',
    }),
  notStarted: (cause: unknown): WhybookError =>
    new WhybookError('search/not-started', 'Pagefind, which makes the search index, does not start.', {
      hint: 'Install again with `npm ci`: the package @pagefind/ for this machine is missing or cannot run.',
      cause,
    }),
  refused: (route: string, reasons: readonly string[]): WhybookError =>
    new WhybookError('search/refused', `Pagefind cannot index the page ${route}: ${reasons.join('; ')}.`, {
      hint: 'This is a fault of Whybook. Build with --debug and report what it prints.',
    }),
  notWritten: (folder: string, cause: unknown): WhybookError =>
    new WhybookError('search/not-written', `The search index cannot be written to ${folder}.`, {
      hint: 'See whether the disk is full and the folder can be written.',
      cause,
    }),
  silent: (seconds: number): WhybookError =>
    new WhybookError('search/no-answer', `Pagefind has not answered for ${seconds} seconds.`, {
      hint: 'It may have been ended for want of memory: it needs about 0.25 MB a page.',
    }),
} as const
