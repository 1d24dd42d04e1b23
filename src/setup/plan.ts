import { configurationFile, namesSite } from './configuration-file.ts'
import type { Answers, Found } from './found.ts'
import { ignoreFile } from './ignore-file.ts'
import { outputName } from './output-name.ts'
import { packageFile } from './package-file.ts'
import { pipelineOf } from './pipelines/pipeline.ts'

/** One file of the plan. */
export interface PlannedFile {
  readonly path: string
  /** `kept` is the user's own and stays; `same` says already what it should. */
  readonly state: 'new' | 'changed' | 'kept' | 'same'
  /** All that will stand in it; for one that is kept, what somebody may want to add by hand. */
  readonly text: string
  /** For a changed file: the lines that come in, which is what is shown of it. */
  readonly added?: string
  readonly executable?: boolean
}

/** What init would write, and what is left for a person to do. */
export interface Plan {
  readonly files: readonly PlannedFile[]
  /** Folder that the pipeline builds into. */
  readonly out: string
  readonly next: readonly string[]
}

/**
 * What would be written, from what was found and answered. Pure: it touches nothing, and the same gives the same.
 *
 * @throws {WhybookError} `setup/answer` for an answer that no configuration can hold
 */
export function planSetup(found: Found, answers: Answers): Plan {
  const out = outputName(found, answers.host)
  const configuration = configurationFile(found, answers)
  const pipeline = pipelineOf(found, answers, out, namesSite(found, configuration))
  const pinned = packageFile(found, answers.spec)
  const written = [configuration, pinned.file, ignoreFile(found, out)]
  const files = [...written, ...pipeline.files.map((file) => unlessThere(found, file))]
  const kept = files.filter(({ state }) => state === 'kept').map(({ path }) => path)
  return {
    files,
    out,
    next: [
      ...(kept.length === 0 ? [] : [`Add to ${kept.join(' and ')} by hand what is shown above.`]),
      ...pinned.next,
      ...pipeline.next,
    ],
  }
}

/** A file of the pipeline: written where nothing is, else kept as it is. */
function unlessThere({ existing }: Found, file: Omit<PlannedFile, 'state'>): PlannedFile {
  const there = existing.get(file.path)
  if (there === undefined) return { ...file, state: 'new' }
  return { ...file, state: 'text' in there && there.text === file.text ? 'same' : 'kept' }
}
