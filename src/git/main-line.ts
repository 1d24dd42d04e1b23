import { CONFIGURATION_FILES } from '../model/configuration-files.ts'
import type { BlobId, CommitId, RepoPath } from '../model/ids.ts'
import { gitErrors } from './errors.ts'
import { nulRecords } from './nul-records.ts'
import type { MainLineStep, Range, RawDifference } from './repository.ts'
import type { Git, GitCommand } from './runner.ts'

/** Files that history follows, as git's patterns. */
export const MARKDOWN = ['*.md', '*.mdx', '*.markdown']
/** Regular files; links (120000) and submodules (160000) are no pages, and count as not there. */
const REGULAR = /^100/

/**
 * First-parent walk with the differences to the first parent, oldest first.
 *
 * `rev-list` gives the line and `diff-tree` compares: together as fast as one `git log`, but plumbing, whose answer
 * no setting of the reader changes, and which gives commits without differences too.
 *
 * @throws {WhybookError} `git/missing-object` at the first commit or tree that cannot be read
 */
export async function* mainLine(git: Git, range: Range, isPartial: boolean): AsyncGenerator<MainLineStep> {
  const line = await firstParents(git, range)
  const command: GitCommand = {
    command: [
      ...(['diff-tree', '--stdin', '--always', '--root', '-r', '-z', '--raw', '--no-renames', '--no-abbrev'] as const),
      ...['--no-ext-diff', '--no-textconv'],
    ],
    paths: [...MARKDOWN, ...CONFIGURATION_FILES.map((name) => `*${name}`)],
    globs: true,
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
        const part = difference === null ? 'neither' : partOf(difference)
        if (difference !== null && part !== 'neither') step?.[part].push(difference)
        header = null
      } else if (record.startsWith(':')) header = record
      else {
        if (step) yield step
        // diff-tree passes over a commit that it cannot read without a word.
        const expected = line[at++]?.[0]
        if (record !== expected) throw gitErrors.missingObject(expected ?? record, isPartial)
        step = { id: record as CommitId, differences: [], settings: [] }
      }
    }
  }
  const ending = await child.ended
  if (ending.status !== 0) throw git.error(command, ending)
  if (step) yield step
  const missing = line[at]?.[0]
  if (missing !== undefined) throw gitErrors.missingObject(missing, isPartial)
}

/** Ids of the line, oldest first, each with its first parent. */
async function firstParents(git: Git, { from, to }: Range): Promise<string[][]> {
  const command: GitCommand = {
    command: ['rev-list', '--first-parent', '--parents', '--reverse'],
    revisions: from === null ? [to] : [to, `^${from}`],
  }
  const result = await git.run(command)
  if (result.status !== 0) throw git.error(command, result)
  const lines = result.output.toString('latin1').split('\n')
  return lines.filter(Boolean).map((line) => line.split(' ', 2))
}

/** Names that only end like a configuration's are neither. */
function partOf({ path }: RawDifference): 'differences' | 'settings' | 'neither' {
  if (!/\.ya?ml$/.test(path)) return 'differences'
  return CONFIGURATION_FILES.includes(path.slice(path.lastIndexOf('/') + 1)) ? 'settings' : 'neither'
}

/** Reads `:100644 100644 BEFORE AFTER M`; null when no regular file stands on either side. */
function differenceOf(header: string, path: string): RawDifference | null {
  const [modeBefore = '', modeAfter = '', idBefore = '', idAfter = ''] = header.slice(1).split(' ')
  const before = REGULAR.test(modeBefore) ? (idBefore as BlobId) : null
  const after = REGULAR.test(modeAfter) ? (idAfter as BlobId) : null
  if (before === null && after === null) return null
  const status = before === null ? 'added' : after === null ? 'removed' : 'modified'
  return { status, path: path as RepoPath, before, after }
}
