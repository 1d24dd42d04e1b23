import type { CommitId, RepoPath } from '../model/ids.ts'
import { MARKDOWN } from './followed.ts'
import { nulRecords } from './nul-records.ts'
import type { Git } from './runner.ts'

/** A commit and the Markdown files that it changed. */
export interface ChangedPaths {
  readonly id: CommitId
  readonly paths: readonly RepoPath[]
}

/**
 * Markdown files that each commit changed against its parent, in the order asked for. What cannot be read is a reason
 * that no page gets, not a history that cannot be shown: git is asked again for those behind it.
 */
export async function* changedPaths(git: Git, commits: readonly CommitId[]): AsyncGenerator<ChangedPaths> {
  let asked = commits
  while (asked.length > 0) {
    let done = 0
    for await (const each of answers(git, asked)) {
      // git passes over a commit that it cannot find without a word.
      while (done < asked.length && asked[done] !== each.id) yield { id: asked[done++] as CommitId, paths: [] }
      done += 1
      yield each
    }
    const stopped = asked[done]
    if (stopped !== undefined) yield { id: stopped, paths: [] }
    asked = asked.slice(done + 1)
  }
}

/** One run of git, as far as it comes. */
async function* answers(git: Git, commits: readonly CommitId[]): AsyncGenerator<ChangedPaths> {
  const child = git.start({
    command: [
      ...(['diff-tree', '--stdin', '--always', '--root', '-r', '-z', '--name-only', '--no-renames'] as const),
      ...['--no-ext-diff', '--no-textconv'],
    ],
    paths: MARKDOWN,
    globs: true,
    comparing: true,
  })
  child.input.end(commits.map((id) => `${id}\n`).join(''))
  const wanted = new Set<string>(commits)
  let current: { id: CommitId; paths: RepoPath[] } | undefined
  for await (const records of nulRecords(child.chunks())) {
    for (const record of records) {
      if (!wanted.has(record)) current?.paths.push(record as RepoPath)
      else {
        if (current) yield current
        current = { id: record as CommitId, paths: [] }
      }
    }
  }
  await child.ended
  if (current) yield current
}
