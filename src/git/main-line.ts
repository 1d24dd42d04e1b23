import { CONFIGURATION_FILES } from '../model/configuration-files.ts'
import type { CommitId } from '../model/ids.ts'
import { gitErrors } from './errors.ts'
import {
  isConfigurationPath,
  isMarkdownPath,
  MARKDOWN,
  MOST_DIFFERENCES,
  onePerPath,
  rawDifference,
} from './followed.ts'
import { nulRecords } from './nul-records.ts'
import type { MainLineStep, Range, RawDifference } from './repository.ts'
import type { Git, GitCommand } from './runner.ts'

/**
 * First-parent walk with the differences to the first parent, oldest first.
 *
 * `rev-list` gives the line and `diff-tree` compares: together as fast as one `git log`, but plumbing, whose answer
 * no setting of the reader changes, and which gives commits without differences too.
 *
 * @throws {WhybookError} `git/missing-object` at the first commit or tree that cannot be read
 */
export async function* mainLine(git: Git, range: Range, isPartial: boolean): AsyncGenerator<MainLineStep> {
  const line = await firstParents(git, range, isPartial)
  const command: GitCommand = {
    command: [
      ...(['diff-tree', '--stdin', '--always', '--root', '-r', '-z', '--raw', '--no-renames', '--no-abbrev'] as const),
      ...['--no-ext-diff', '--no-textconv'],
    ],
    paths: [...MARKDOWN, ...CONFIGURATION_FILES.map((name) => `*${name}`)],
    globs: true,
    comparing: true,
  }
  const child = git.start(command)
  child.input.end(line.map(([id, parent]) => (parent === undefined ? `${id}\n` : `${id} ${parent}\n`)).join(''))

  let at = 0
  let step: { id: CommitId; differences: RawDifference[]; settings: RawDifference[] } | null = null
  let header: string | null = null
  for await (const records of nulRecords(child.chunks())) {
    for (const record of records) {
      if (header !== null) {
        const difference = differenceOf(header, record)
        if (difference !== null && isMarkdownPath(record)) step?.differences.push(difference)
        else if (difference !== null && isConfigurationPath(record)) step?.settings.push(difference)
        if (step && step.differences.length > MOST_DIFFERENCES) throw gitErrors.tooManyFiles(step.id)
        header = null
      } else if (record.startsWith(':')) header = record
      else {
        if (step) yield settled(step)
        // diff-tree passes over a commit that it cannot read without a word.
        const expected = line[at++]?.[0]
        if (record !== expected) throw gitErrors.missingObject(expected ?? record, isPartial)
        step = { id: record as CommitId, differences: [], settings: [] }
      }
    }
  }
  const ending = await child.ended
  if (ending.status !== 0) throw git.error(command, ending)
  if (step) yield settled(step)
  const missing = line[at]?.[0]
  if (missing !== undefined) throw gitErrors.missingObject(missing, isPartial)
}

function settled({ id, differences, settings }: MainLineStep): MainLineStep {
  return { id, differences: onePerPath(differences), settings: onePerPath(settings) }
}

/** Ids of the line, oldest first, each with its first parent. */
async function firstParents(git: Git, { from, to }: Range, isPartial: boolean): Promise<string[][]> {
  const command: GitCommand = {
    command: ['rev-list', '--first-parent', '--parents', '--reverse'],
    revisions: from === null ? [to] : [to, `^${from}`],
  }
  const result = await git.run(command)
  if (result.status !== 0) throw git.error(command, result)
  const lines = result.output.toString('latin1').split('\n').filter(Boolean)
  // rev-list says nothing of an id that is that of another object than a commit.
  if (from === null && lines.length === 0) throw gitErrors.missingObject(to, isPartial)
  return lines.map((line) => line.split(' ', 2))
}

/** Reads `:100644 100644 BEFORE AFTER M`. */
function differenceOf(header: string, path: string): RawDifference | null {
  const [modeBefore = '', modeAfter = '', idBefore = '', idAfter = ''] = header.slice(1).split(' ')
  return rawDifference({
    path,
    before: { mode: modeBefore, id: idBefore },
    after: { mode: modeAfter, id: idAfter },
  })
}
