import { resolve } from 'node:path'
import type { OpenOptions } from '../handbook/handbook.ts'
import type { Audience } from '../model/front-matter.ts'
import { daySchema } from '../model/front-matter.ts'
import type { Day } from '../model/ids.ts'
import type { Call } from './command.ts'
import { cliErrors } from './errors.ts'
import { gitOf } from './git-choice.ts'
import { trustOf } from './trust.ts'

/** Which handbook a command is about and how it is opened, from the options that all commands share. */
export interface Target {
  readonly root: string
  readonly out: string
  readonly open: Omit<OpenOptions, 'onProgress'>
}

export function targetOf(call: Call): Target {
  const root = resolve(call.text('root') ?? '.')
  const trust = trustOf({ untrusted: call.flag('untrusted') }, call.environment)
  if (trust.reason !== null) call.terminal.step(`${trust.reason} Built as untrusted: .mdx is not run.`)
  const out = resolve(call.text('out') ?? resolve(root, 'dist'))
  return {
    root,
    out,
    open: {
      audience: call.text('audience') as Audience | null,
      now: dayOf(call.text('now')),
      trusted: trust.isTrusted,
      targetBranch: trust.targetBranch,
      base: baseOf(call.text('base')),
      site: siteOf(call.text('site')),
      skip: [out],
      git: gitOf(call),
    },
  }
}

function dayOf(text: string | null): Day | null {
  if (text === null) return null
  if (daySchema.safeParse(text).success) return text as Day
  throw cliErrors.badValue('--now', text, 'Write a day like 2026-03-01.')
}

function baseOf(text: string | null): string | null {
  if (text === null) return null
  const path = `/${text}/`.replace(/\/+/g, '/')
  if (/^[/\w.~%@+-]*$/.test(path) && !path.includes('/../')) return path
  throw cliErrors.badValue('--base', text, 'Write a path like /group/handbook/.')
}

function siteOf(text: string | null): string | null {
  if (text === null) return null
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw cliErrors.badValue('--site', text, 'Write an address like https://handbook.example.org.')
}
