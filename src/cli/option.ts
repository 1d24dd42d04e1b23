/** An option of a command as help shows it and `parse.ts` reads it. */
export interface Option {
  /** Placeholder of its value (`DIR`); an option without one is a switch. */
  readonly value?: string
  readonly short?: string
  /** Words it may have; others are refused. */
  readonly among?: readonly string[]
  readonly help: string
}

export type Options = Readonly<Record<string, Option>>

/** Options that every command takes (DESIGN.md, "Command line"). */
export const sharedOptions = {
  root: { value: 'DIR', help: 'folder of the handbook (default: the current one)' },
  out: { value: 'DIR', help: 'folder the site is built into (default: dist beside the handbook)' },
  json: { help: 'one JSON document on standard output, everything else on standard error' },
  git: {
    value: 'HOW',
    help: 'how git is read: native (by git itself) or isomorphic (without it)',
    among: ['native', 'isomorphic'],
  },
  audience: { value: 'WHO', help: 'public (default) or internal', among: ['public', 'internal'] },
  now: { value: 'DAY', help: 'day that statuses are judged at, such as 2026-03-01 (default: that of HEAD)' },
  untrusted: {
    help: 'what somebody from outside proposed: runs no .mdx, takes the configuration of the target branch',
  },
  quiet: { short: 'q', help: 'print only what was asked for' },
  debug: { help: 'print stacks and what runs inside' },
  help: { short: 'h', help: 'print this' },
} as const satisfies Options

export type SharedName = keyof typeof sharedOptions

/** The shared options that a command takes. */
export function sharedOptionsOf({ without = [] }: { readonly without?: readonly SharedName[] }): Options {
  return Object.fromEntries(Object.entries(sharedOptions).filter(([name]) => !without.includes(name as SharedName)))
}
