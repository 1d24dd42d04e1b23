import type { Command } from './command.ts'

/** A command by name, loaded only when it is called, so that a quick one does not wait for Astro. */
export interface Entry {
  readonly name: string
  /** For the list of commands. */
  readonly summary: string
  /** Null for one that DESIGN.md names and this version does not have yet. */
  readonly load: (() => Promise<Command>) | null
}

export const commands: readonly Entry[] = [
  { name: 'build', summary: 'build the site', load: async () => (await import('./commands/build.ts')).build },
  {
    name: 'dev',
    summary: 'write with the site open beside it',
    load: async () => (await import('./commands/dev.ts')).dev,
  },
  {
    name: 'preview',
    summary: 'serve what was built',
    load: async () => (await import('./commands/preview.ts')).preview,
  },
  {
    name: 'check',
    summary: 'what is wrong in the handbook',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'log',
    summary: 'history of a page, with its reasons',
    load: async () => (await import('./commands/log.ts')).log,
  },
  {
    name: 'why',
    summary: 'why a paragraph, item or row is there',
    load: async () => (await import('./commands/why.ts')).why,
  },
  { name: 'search', summary: 'search the built site', load: async () => (await import('./commands/search.ts')).search },
  {
    name: 'init',
    summary: 'set a repository up: settings, version, pipeline',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'doctor',
    summary: 'what is wrong with an installation or a clone',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'mcp',
    summary: 'answer a language model',
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
  ...['new', 'propose', 'proposals', 'sync', 'summary', 'receipts'].map((name) => ({
    name,
    summary: '',
    load: null,
  })),
]
