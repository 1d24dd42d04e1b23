import type { RawCommit } from '../git/parse-commit.ts'
import type { MainLineStep } from '../git/repository.ts'
import type { CommitId } from '../model/ids.ts'
import { ancestorsFirst, type Commits, relations } from './graph.ts'

/** A step of the main line, or of a history that was imported into it. */
export interface Leg {
  readonly step: MainLineStep
  readonly commit: RawCommit
  /** 0 for the main line; each imported history has a number of its own. */
  readonly lane: number
  /** Imported histories that this step joins; all their legs stand before it. */
  readonly joins: readonly number[]
  /** Commits that this step brought in beside those of its first parent, oldest first; not those of imported histories. */
  readonly details: readonly RawCommit[]
}

/**
 * Main line with imported histories spliced in: the first-parent line of a parent that has no common ancestor with
 * the first one stands before the step that joins it.
 *
 * @param firstParents - steps of the first-parent line that ends at a commit, oldest first
 * @param firstLane - number for the first imported history
 */
export async function legsOf(
  steps: readonly MainLineStep[],
  commits: Commits,
  firstParents: (to: CommitId) => Promise<readonly MainLineStep[]>,
  firstLane: number,
): Promise<readonly Leg[]> {
  const { areRelated } = relations(commits)
  const seen = new Set<CommitId>()
  const legs: Leg[] = []
  let nextLane = firstLane

  async function walk(line: readonly MainLineStep[], lane: number): Promise<void> {
    for (const step of line) {
      const commit = commits.get(step.id)
      if (commit === undefined) continue
      const [first, ...others] = commit.parents
      const related = first === undefined ? [] : [first]
      const joins: number[] = []
      for (const other of others) {
        if (related.length > 0 && !related.some((known) => areRelated(known, other)) && !seen.has(other)) {
          const own = nextLane
          nextLane += 1
          joins.push(own)
          await walk(await firstParents(other), own)
        }
        related.push(other)
      }
      seen.add(commit.id)
      const details = others.flatMap((other) => [...ancestorsFirst(other, commits, seen)])
      legs.push({ step, commit, lane, joins, details })
    }
  }

  await walk(steps, 0)
  return legs
}
