/** Values that two lists have in common, or that stand in one of them only. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed'
  readonly count: number
}

/** The last run of a path, and those before it. */
interface Step extends Run {
  readonly before: Step | null
}

/**
 * Fewest insertions and deletions that lead from one list of numbers to another, by Myers' algorithm; of paths that
 * are as short, the one that the package `diff` finds (a test compares the two). Words and lines are numbered first:
 * equal numbers are compared ten times faster than the values that they stand for.
 *
 * @param most - edits after which the search ends
 * @returns null where more are needed
 */
export function shortestEdits(a: readonly number[], b: readonly number[], most: number): readonly Run[] | null {
  const [lengthA, lengthB] = [a.length, b.length]
  /** Length of what is equal from two places on. */
  const common = (left: number, right: number): number => {
    let count = 0
    while (left + count < lengthA && right + count < lengthB && a[left + count] === b[right + count]) count += 1
    return count
  }
  const start = common(0, 0)
  const first: Step | null = start === 0 ? null : { kind: 'same', count: start, before: null }
  if (start === lengthA && start === lengthB) return runsOf(first)
  const limit = Math.min(most, lengthA + lengthB)
  // For each diagonal how far into `a` its path has come, -1 where none goes on, and the path itself.
  const middle = limit + 1
  const reached = new Int32Array(2 * middle + 1).fill(-1)
  const paths: (Step | null)[] = new Array(2 * middle + 1).fill(null)
  reached[middle] = start
  paths[middle] = first
  // Beyond a diagonal that has come to the end of a list nothing shorter can be found.
  let lowest = -limit
  let highest = limit
  for (let edits = 1; edits <= limit; edits += 1) {
    for (let diagonal = Math.max(lowest, -edits); diagonal <= Math.min(highest, edits); diagonal += 2) {
      const at = middle + diagonal
      const byRemoving = reached[at - 1] as number
      const byAdding = reached[at + 1] as number
      reached[at - 1] = -1
      const canAdd = byAdding >= 0 && byAdding > diagonal && byAdding - diagonal <= lengthB
      const canRemove = byRemoving >= 0 && byRemoving < lengthA
      if (!canAdd && !canRemove) {
        reached[at] = -1
        continue
      }
      const isAdded = !canRemove || (canAdd && byRemoving < byAdding)
      const kind = isAdded ? 'added' : 'removed'
      const left = isAdded ? byAdding : byRemoving + 1
      const last = paths[isAdded ? at + 1 : at - 1] as Step | null
      const goesOn = last !== null && last.kind === kind
      const step: Step = { kind, count: goesOn ? last.count + 1 : 1, before: goesOn ? last.before : last }
      const count = common(left, left - diagonal)
      const end = left + count
      const path: Step = count === 0 ? step : { kind: 'same', count, before: step }
      if (end === lengthA && end - diagonal === lengthB) return runsOf(path)
      reached[at] = end
      paths[at] = path
      if (end === lengthA) highest = Math.min(highest, diagonal - 1)
      if (end - diagonal === lengthB) lowest = Math.max(lowest, diagonal + 1)
    }
  }
  return null
}

function runsOf(last: Step | null): Run[] {
  const runs: Run[] = []
  for (let step = last; step !== null; step = step.before) runs.push({ kind: step.kind, count: step.count })
  return runs.reverse()
}
