import { type Place, WhybookError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'

/** What the process that draws was doing when it ended. */
export interface Activity {
  /** `drawing benefits/leave.md`, or a step. */
  readonly doing: string
  readonly path: string | null
}

const place = (path: string | null) => (path === null ? {} : { place: { path, line: null, column: null } })

/** Errors of a build; each says what happened, where, and what to do next. */
export const buildErrors = {
  outsideOurs: (out: string) =>
    new WhybookError(
      'build/not-ours',
      `${out} holds files that Whybook did not write, and a build replaces the folder.`,
      {
        hint: 'Name another folder with --out, or empty this one.',
      },
    ),
  outIsFile: (out: string) =>
    new WhybookError('build/not-ours', `${out} is a file, and a build makes a folder.`, {
      hint: 'Name a folder with --out; it is made when it is not there.',
    }),
  swallowsHandbook: (out: string) =>
    new WhybookError('build/out-holds-handbook', `${out} is the handbook's own folder or one above it.`, {
      hint: 'Name a folder of its own with --out.',
    }),
  noFolder: (root: string) =>
    new WhybookError('build/no-folder', `There is no folder ${root}.`, { hint: 'Name the handbook with --root DIR.' }),
  rootIsFile: (root: string) =>
    new WhybookError('build/no-folder', `${root} is a file, not a folder.`, {
      hint: 'Name the folder of the handbook with --root DIR.',
    }),
  noPages: (root: string, withheld: readonly Finding[]) => {
    const [first] = withheld
    if (first?.path === null || first === undefined) {
      return new WhybookError('build/no-pages', `There is no page to publish in ${root}.`, {
        hint: 'Write a first page.md there, name another folder with --root, or allow it with --allow-empty.',
      })
    }
    const { path, line, column } = first
    const what = withheld.length === 1 ? 'the only page is withheld' : `all ${withheld.length} pages are withheld`
    return new WhybookError('build/no-pages', `There is no page to publish in ${root}: ${what}.`, {
      place: { path, line, column },
      hint: first.reason,
    })
  },
  cannotWrite: (folder: string, cause: unknown) =>
    new WhybookError('build/cannot-write', `${folder} cannot be written to.`, {
      hint: 'The site is made beside its folder and moved into place: make that place writable, or use --out.',
      cause,
    }),
  cannotReplace: (out: string, cause: unknown) =>
    new WhybookError('build/cannot-replace', `${out} cannot be replaced; it is as it was.`, {
      hint: 'If it is a mount point, build into a folder inside it: --out DIR/site.',
      cause,
    }),
  diskFull: (folder: string, written: number, cause: unknown) =>
    new WhybookError(
      'build/disk-full',
      `The disk that holds ${folder} is full: ${written === 0 ? 'nothing' : `${Math.ceil(written / 1e6)} MB`} could be written.`,
      { hint: 'Make room, or build elsewhere with --out. The last site is untouched.', cause },
    ),
  refusedBySystem: (path: string, verb: 'written' | 'read' | 'used', why: string, cause: unknown) =>
    new WhybookError('build/refused', `${path} cannot be ${verb}: ${why}.`, {
      hint: 'Mend that and build again. The last site is untouched.',
      cause,
    }),
  ended: (activity: Activity, how: string) =>
    new WhybookError('build/ended', `The build ended while ${activity.doing} (${how}). The last site is untouched.`, {
      ...place(activity.path),
      hint: 'Something ended the process from inside or outside; run again with --debug to see what it said.',
    }),
  tooSlow: (activity: Activity, seconds: number) =>
    new WhybookError('build/too-slow', `After ${seconds} seconds the build was still ${activity.doing}.`, {
      ...place(activity.path),
      hint: 'Shorten or simplify that page. The last site is untouched.',
    }),
  tooLarge: (path: string | null, route: string, bytes: number) =>
    new WhybookError('build/too-large', `The page ${route} would be ${Math.ceil(bytes / 1e6)} MB of HTML.`, {
      ...place(path),
      hint: 'A page may have 20 MB: shorten or divide it.',
    }),
  notDrawn: (path: string | null, route: string, cause: unknown) =>
    new WhybookError('build/not-drawn', `The page ${route} could not be drawn: ${messageOf(cause)}`, {
      ...place(path),
      hint:
        path?.endsWith('.mdx') === true
          ? 'The code in that file failed.'
          : 'This is a fault of Whybook: please report it.',
      cause,
    }),
  notCompiled: (at: Place, cause: unknown) =>
    new WhybookError('build/not-compiled', `The code in ${at.path} cannot be read: ${messageOf(cause)}`, {
      place: at,
      hint: 'It is a page that may run (mdx in handbook.yml), so it has to be sound.',
      cause,
    }),
  incomplete: (missing: readonly string[]) =>
    new WhybookError(
      'build/incomplete',
      `${missing.length} of the files that should have been written are missing, such as ${missing[0]}.`,
      { hint: 'Nothing was published. Run again; if it comes back, please report it.' },
    ),
  interrupted: () => new WhybookError('build/interrupted', 'The build was interrupted. The last site is untouched.'),
}

/** The line of an error that says something; bundlers put a heading and an empty line above it. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const lines = text.split('\n').map((line) => line.trim())
  return lines.find((line) => /^\w*Error: /.test(line))?.replace(/^\w*Error: /, '') ?? lines[0] ?? ''
}
