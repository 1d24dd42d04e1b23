import { WhybookError } from '../model/error.ts'
import { countOf } from './words.ts'

const usage = (message: string, hint: string) => new WhybookError('cli/usage', message, { hint })
const seeHelp = (command: string) => `whybook ${command} --help lists what there is.`

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
