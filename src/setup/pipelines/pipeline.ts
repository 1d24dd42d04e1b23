import type { Answers, Found } from '../found.ts'
import type { Host } from '../host.ts'
import type { PlannedFile } from '../plan.ts'
import { cloudflare } from './cloudflare.ts'
import { forgejo } from './forgejo.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { netlify } from './netlify.ts'
import { other } from './other.ts'

/** What makes a host build and publish the handbook. */
export interface Pipeline {
  readonly files: readonly Omit<PlannedFile, 'state'>[]
  /** What a person has to set on the host, a sentence each. */
  readonly next: readonly string[]
}

/** The part of what is known that a pipeline is made from. */
export interface PipelineParts {
  /** Branch that is published. */
  readonly branch: string
  /** Folder that is built into: a plain name. */
  readonly out: string
  readonly name: string
  readonly remote: string | null
  /** True where `handbook.yml` says the address; else the pipeline gives the host's own. */
  readonly hasSite: boolean
}

/** Files that each host's pipeline is in: what init has to look for. */
export const pipelinePaths: Readonly<Record<Host, readonly string[]>> = {
  gitlab: ['.gitlab-ci.yml'],
  github: ['.github/workflows/handbook.yml'],
  forgejo: ['.forgejo/workflows/handbook.yml'],
  netlify: ['netlify.toml'],
  cloudflare: ['wrangler.toml', '.node-version', 'scripts/build-handbook.sh'],
  other: ['scripts/build-handbook.sh', 'scripts/check-handbook.sh'],
}

const makers: Readonly<Record<Host, (parts: PipelineParts) => Pipeline>> = {
  gitlab,
  github,
  forgejo,
  netlify,
  cloudflare,
  other,
}

/** The pipeline of a host, from what was found and answered. */
export function pipelineOf(found: Found, answers: Answers, out: string, hasSite: boolean): Pipeline {
  return makers[answers.host]({ branch: found.branch, out, name: answers.name, remote: found.remote, hasSite })
}
