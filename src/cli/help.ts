import type { Command } from './command.ts'
import type { Entry } from './commands.ts'
import { type Option, type Options, sharedOptionsOf } from './option.ts'
import { bold, dim, type Piece } from './terminal.ts'

/** Help of the whole command line, line by line. */
export function helpOfAll(entries: readonly Entry[], version: string): readonly (readonly Piece[])[] {
  const present = entries.filter((entry) => entry.load !== null)
  return [
    [bold('whybook'), ` ${version}: a git repository of Markdown as a handbook that shows its why`],
    [],
    [bold('Usage')],
    ['  whybook COMMAND [OPTIONS]'],
    [],
    [bold('Commands')],
    ...table(present.map((entry) => [entry.name, entry.summary])),
    [],
    [bold('Examples')],
    ...table([
      ['whybook build', 'build the handbook in this folder into dist'],
      ['whybook build --root ../handbook --out site', 'another one, into another folder'],
      ['whybook dev', 'see pages as you write them'],
      ['whybook log benefits/leave.md', 'what changed there, and why'],
    ]),
    [],
    ['whybook COMMAND --help says more about one.'],
  ]
}

/** Help of one command, line by line. */
export function helpOf(command: Command): readonly (readonly Piece[])[] {
  const usage = ['whybook', command.name, command.words, '[OPTIONS]'].filter((word) => word !== '').join(' ')
  return [
    [bold(`whybook ${command.name}`)],
    ...command.about.split('\n').map((line) => [`  ${line}`]),
    [],
    [bold('Usage')],
    [`  ${usage}`],
    ...(Object.keys(command.options).length === 0 ? [] : [[], [bold('Options')], ...listed(command.options)]),
    [],
    [bold('Shared options')],
    ...listed(
      Object.fromEntries(Object.entries(sharedOptionsOf(command)).filter(([name]) => !(name in command.options))),
    ),
    [],
    [bold('Examples')],
    ...table(command.examples),
  ]
}

function listed(options: Options): readonly (readonly Piece[])[] {
  return table(Object.entries(options).map(([name, option]) => [written(name, option), option.help]))
}

function written(name: string, option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `
  const value = option.among?.join('|') ?? option.value
  return `${short}--${name}${value === undefined ? '' : ` ${value}`}`
}

function table(rows: readonly (readonly [string, string] | readonly string[])[]): readonly (readonly Piece[])[] {
  const width = Math.min(Math.max(...rows.map(([first = '']) => first.length)), 52)
  return rows.map(([first = '', second = '']) => [`  ${first.padEnd(width)}  `, dim(second)])
}
