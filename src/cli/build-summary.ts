import { relative } from 'node:path'
import type { Built } from '../build/build.ts'
import { shellWord } from '../text/shell-word.ts'
import { countsOf, withheldLines } from './findings.ts'
import { bold, dim, green, type Piece } from './terminal.ts'
import { countOf } from './words.ts'

/** What a person wants to know after a build: what there is, how much was done, what is wrong, what to do next. */
export function buildSummary(
  built: Built,
  seconds: number,
  { here, program }: { readonly here: string; readonly program: string },
): readonly (readonly Piece[])[] {
  const folder = shown(built.out, here)
  const time = seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`
  const root = here === built.root ? '' : ` --root ${shellWord(shown(built.root, here))}`
  const check = `${program} check${root}`
  return [
    built.isUnchanged
      ? [green('Nothing changed'), `: ${countOf(built.pages, 'page')} in `, bold(folder), dim(` (${time})`)]
      : [green('Built'), ` ${countOf(built.pages, 'page')} into `, bold(folder), dim(` (${time})`)],
    [`  ${countOf(built.htmlPages, 'address', 'addresses')} with histories, changes and lists; ${drawn(built)}`],
    [`  ${countOf(built.files, 'file')}, ${megabytes(built.bytes)}`],
    [`  ${built.history}`],
    ...(built.hasSite ? [] : [['  No sitemap and no canonical addresses: they need --site, or site in handbook.yml.']]),
    ...withheldLines(built.withheld, check).map((line): readonly Piece[] => ['  ', ...line]),
    ...findings(built, check),
    [],
    [`  See it:  ${program} preview${root}${isUsual(built) ? '' : ` --out ${shellWord(folder)}`}`],
  ]
}

function drawn(built: Built): string {
  if (built.isUnchanged || built.drawn === 0) return 'none was drawn anew'
  if (built.drawn === built.htmlPages) return 'all drawn'
  return `${countOf(built.drawn, 'was drawn anew', 'were drawn anew')}`
}

function findings(built: Built, check: string): readonly (readonly Piece[])[] {
  const text = countsOf(built.findings)
  return text === null ? [['  No findings.']] : [[`  ${text}. They are listed by:  ${check}`]]
}

function isUsual(built: Built): boolean {
  return relative(built.root, built.out) === 'dist'
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** A path as somebody in the folder `here` would write it: the shorter of its two forms. */
function shown(path: string, here: string): string {
  const way = relative(here, path) || '.'
  return way.length < path.length ? way : path
}
