import { readFileSync } from 'node:fs'

/** Whether what is built may run code, and how that was decided (SECURITY decision 1). */
export interface Trust {
  readonly isTrusted: boolean
  /** Why not, as a sentence; null when it was asked for or is trusted. */
  readonly reason: string | null
  /** Branch that the merge request wants to go to: configuration is taken from there. */
  readonly targetBranch: string | null
}

/**
 * A merge request from another project is untrusted without being told: GitLab and GitHub say in the environment where
 * it comes from. `--untrusted` makes anything so; nothing makes such a merge request trusted.
 *
 * Sources: GitLab docs, "Predefined CI/CD variables"; GitHub docs, "Events that trigger workflows" (`pull_request`).
 *
 * @param readEvent - reads the file that GitHub describes the event in; null when it cannot
 */
export function trustOf(
  asked: { readonly untrusted: boolean },
  environment: NodeJS.ProcessEnv,
  readEvent: (file: string) => unknown = readJson,
): Trust {
  const outside = gitlab(environment) ?? github(environment, readEvent)
  if (outside !== null) return { isTrusted: false, ...outside }
  return { isTrusted: !asked.untrusted, reason: null, targetBranch: null }
}

function gitlab(environment: NodeJS.ProcessEnv): Omit<Trust, 'isTrusted'> | null {
  const source = environment['CI_MERGE_REQUEST_SOURCE_PROJECT_ID']
  // In a pipeline of the fork itself, CI_PROJECT_ID is the fork's: the target's id is what counts.
  const target = environment['CI_MERGE_REQUEST_PROJECT_ID'] ?? environment['CI_PROJECT_ID']
  if (!source || source === target) return null
  return {
    reason: `The merge request comes from another project (${environment['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH'] ?? source}).`,
    targetBranch: environment['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] || null,
  }
}

function github(environment: NodeJS.ProcessEnv, readEvent: (file: string) => unknown): Omit<Trust, 'isTrusted'> | null {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file } = environment
  if (name !== 'pull_request' && name !== 'pull_request_target') return null
  const { pull_request: pull } = (readEvent(file ?? '') ?? {}) as { pull_request?: PullRequest }
  const head = pull?.head?.repo?.full_name
  const base = pull?.base?.repo?.full_name ?? environment['GITHUB_REPOSITORY']
  // A fork that was deleted has no name; and what cannot be read cannot be trusted.
  if (head !== undefined && head !== null && head === base) return null
  return {
    reason: `The pull request comes from another repository (${head ?? 'one that is not named'}).`,
    targetBranch: environment['GITHUB_BASE_REF'] || null,
  }
}

interface PullRequest {
  readonly head?: { readonly repo?: { readonly full_name?: string } | null }
  readonly base?: { readonly repo?: { readonly full_name?: string } | null }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
