import { parseDocument } from 'yaml'
import { type Check, error, ok, warning } from './check.ts'

/** A file that tells a host what to do. */
export interface PipelineFile {
  readonly path: string
  readonly text: string
}

const MOST_CHARACTERS = 200_000

/**
 * Judges the pipelines that call Whybook: whether they have the whole history, and whether what they run is pinned.
 * They are read as data; what is written in a way that is not known here is left alone.
 *
 * @param isPinned - the repository pins Whybook with a lock file
 */
export function checkPipelines(files: readonly PipelineFile[], isPinned: boolean): readonly Check[] {
  const calling = files.filter(({ text }) => /\bwhybook\b/.test(text) && text.length < MOST_CHARACTERS)
  if (calling.length === 0) {
    return [warning('pipeline', 'No pipeline that calls Whybook was found.', 'Make one with: whybook init')]
  }
  return calling.flatMap((file) => [historyCheck(file), ...npxChecks(file, isPinned)])
}

function historyCheck({ path, text }: PipelineFile): Check {
  const id = 'pipeline/history'
  const means = 'history begins in the middle, and older reasons are missing'
  if (path === '.gitlab-ci.yml') {
    if (hasWholeGitlab(text)) return ok(id, `${path} fetches the whole history.`)
    return error(
      id,
      `${path} fetches the newest commits alone: ${means}.`,
      'Set GIT_DEPTH: "0" under “variables” of the job.',
    )
  }
  if (/\/workflows\//.test(path)) {
    if (hasWholeWorkflow(text)) return ok(id, `${path} fetches the whole history.`)
    return error(
      id,
      `${path} fetches the newest commit alone: ${means}.`,
      'Set fetch-depth: 0 under “with” of actions/checkout.',
    )
  }
  if (/--unshallow/.test(text)) return ok(id, `${path} fetches the whole history.`)
  return warning(
    id,
    `${path} does not say that it fetches the whole history.`,
    'Run git fetch --unshallow before the build.',
  )
}

/** Each job that calls Whybook has the depth 0, or all have. */
function hasWholeGitlab(text: string): boolean {
  const root = dataOf(text)
  if (depthOf(root['variables']) === 0 || depthOf(recordOf(root['default'])['variables']) === 0) return true
  const jobs = Object.values(root).filter((job) => callsWhybook(recordOf(job)['script']))
  // A script that is included or referenced is not seen: then any depth of 0 is believed.
  if (jobs.length === 0) return /GIT_DEPTH['"]?:\s*['"]?0\b/.test(text)
  return jobs.every((job) => depthOf(recordOf(job)['variables']) === 0)
}

function depthOf(variables: unknown): number | null {
  const written = recordOf(variables)['GIT_DEPTH']
  const depth = recordOf(written)['value'] ?? written
  return depth === undefined || depth === null ? null : Number(depth)
}

function hasWholeWorkflow(text: string): boolean {
  const jobs = Object.values(recordOf(dataOf(text)['jobs'])).map((job) => listOf(recordOf(job)['steps']).map(recordOf))
  const calling = jobs.filter((steps) => steps.some(({ run }) => callsWhybook(run)))
  if (calling.length === 0) return /fetch-depth:\s*['"]?0\b/.test(text)
  return calling.every((steps) =>
    steps
      .filter(({ uses }) => /\/checkout@/.test(String(uses)))
      .every((step) => String(recordOf(step['with'])['fetch-depth']) === '0'),
  )
}

function npxChecks({ path, text }: PipelineFile, isPinned: boolean): readonly Check[] {
  const id = 'pipeline/version'
  const calls = [...text.matchAll(/\bnpx\b([^\n;&|]*?)\bwhybook(@[\w.^~*-]+)?/g)]
  const floating = calls.some(([, , version]) => version !== undefined && !/^@\d+\.\d+\.\d+/.test(version))
  const fetched = calls.some(
    ([, options = '', version]) => version === undefined && !/--no(?:-install)?\b/.test(options),
  )
  if (floating || (fetched && !isPinned)) {
    const says = `${path} runs the newest Whybook that there is, whichever that will be.`
    return [error(id, says, 'Pin it with whybook init, and run npm ci, then npx --no -- whybook.')]
  }
  return calls.length === 0 ? [] : [ok(id, `${path} runs the version that is pinned.`)]
}

function callsWhybook(script: unknown): boolean {
  return listOf(script)
    .flat(9)
    .some((line) => typeof line === 'string' && /\bwhybook\b/.test(line))
}

function dataOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(parseDocument(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 }))
  } catch {
    return {}
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
