import type { BlockStory } from '../model/block-history.ts'
import { WhybookError } from '../model/error.ts'
import { oneLine } from '../text/one-line.ts'
import { shellWord } from '../text/shell-word.ts'
import { countOf } from './words.ts'

const usage = (message: string, hint: string) => new WhybookError('cli/usage', message, { hint })
const seeHelp = (command: string) => `whybook ${command} --help lists what there is.`

/** Where a block begins, and how. */
function placeOf(path: string, { line, text }: Pick<BlockStory, 'line' | 'text'>): string {
  const words = oneLine(text)
  return `${path}:${line} (${words.length > 40 ? `${words.slice(0, 39)}…` : words})`
}

/** Errors of the command line; `cli/usage` ends with exit code 2, the others with 1. */
export const cliErrors = {
  noCommand: (name: string, near: string | undefined) =>
    usage(
      `There is no command “${name}”.`,
      near === undefined ? 'whybook --help lists the commands.' : `Did you mean “whybook ${near}”?`,
    ),
  laterCommand: (name: string) =>
    usage(`“whybook ${name}” is not in this version yet.`, 'whybook --help lists what is.'),
  noOption: (command: string, option: string, near: string | undefined) =>
    usage(`“${command}” has no option ${option}.`, near === undefined ? seeHelp(command) : `Did you mean --${near}?`),
  noValue: (option: string) => usage(`${option} takes no value.`, `Write ${option} alone.`),
  needsValue: (option: string, value: string) => usage(`${option} needs a value.`, `Write ${option} ${value}.`),
  badValue: (option: string, value: string, hint: string) => usage(`${option} cannot be “${value}”.`, hint),
  needsWords: (command: string, words: string) =>
    usage(`“${command}” needs ${words.replace('...', '')}.`, `Write: whybook ${command} ${words}`),
  surplusWord: (command: string, word: string, takesWords: boolean) =>
    usage(
      takesWords
        ? `“${command}” does not know what to do with “${word}”.`
        : `“${command}” takes options alone; “${word}” is none.`,
      takesWords
        ? `Quote words that belong together. ${seeHelp(command)}`
        : `The folder of the handbook is named with --root. ${seeHelp(command)}`,
    ),
  nobodyToAsk: () =>
    usage(
      'Nobody can be asked here: this is no terminal.',
      'Write whybook init --yes to take what is found, with --host, --name and --site as you want them.',
    ),
  noPage: (asked: string, near: readonly string[]) =>
    new WhybookError('cli/no-such-page', `There is no page “${asked}”.`, {
      hint:
        near.length > 0
          ? `Did you mean ${near.join(' or ')}?`
          : 'Write its path, its address or its name. Look for it with: whybook search WORDS',
    }),
  folderAlone: (asked: string, paths: readonly string[]) =>
    new WhybookError('cli/no-such-page', `“${asked}” is a folder that has no page of its own.`, {
      hint: `Name a page in it, such as ${paths.slice(0, 3).join(' or ')}.`,
    }),
  severalPages: (asked: string, paths: readonly string[]) =>
    new WhybookError('cli/several-pages', `“${asked}” could be ${countOf(paths.length, 'page')}.`, {
      hint: `Write more of the path: ${paths.slice(0, 5).join(', ')}.`,
    }),
  whereOnPage: (asked: string) =>
    usage(
      `“why” needs to know where on the page “${asked}”.`,
      `Write a line of the file, whybook why ${shellWord(asked)}:12, or words of its text: whybook why ${shellWord(asked)} "some words"`,
    ),
  unreadablePage: (path: string) =>
    new WhybookError('cli/unreadable-page', `${path} is not on disk, or cannot be read.`, {
      hint: `What happened to it is told by: whybook log ${shellWord(path)}`,
    }),
  noLine: (line: number, path: string, lines: number, near: readonly Pick<BlockStory, 'line' | 'text'>[]) =>
    new WhybookError(
      'cli/no-such-line',
      line > lines || line < 1
        ? `${path} has ${countOf(lines, 'line')}.`
        : `No text stands on line ${line} of ${path}.`,
      {
        hint:
          near.length === 0 ? 'The page is empty.' : `Nearest: ${near.map((each) => placeOf(path, each)).join(', ')}.`,
      },
    ),
  noWords: (words: string, path: string) =>
    new WhybookError('cli/no-such-words', `“${words}” does not stand on ${path}.`, {
      hint: 'Write fewer words, all of one paragraph, item or row; or name its line, as in PAGE:LINE.',
    }),
  severalBlocks: (words: string, path: string, blocks: readonly Pick<BlockStory, 'line' | 'text'>[]) =>
    new WhybookError('cli/several-blocks', `“${words}” stands in ${countOf(blocks.length, 'place')} of ${path}.`, {
      hint: `Name one by its line: ${blocks
        .slice(0, 5)
        .map((each) => placeOf(path, each))
        .join(', ')}${blocks.length > 5 ? ` and ${blocks.length - 5} more` : ''}.`,
    }),
  notBuilt: (out: string) =>
    new WhybookError('cli/not-built', `There is no built site in ${out}.`, {
      hint: 'Run whybook build first, or name its folder with --out.',
    }),
  cannotServe: (place: string, cause: NodeJS.ErrnoException) =>
    new WhybookError('cli/cannot-serve', `Nothing can be served at ${place} (${cause.code}).`, {
      hint:
        cause.code === 'EADDRINUSE'
          ? 'Something else is there: name another --port.'
          : 'Name another --host or --port.',
      cause,
    }),
}
