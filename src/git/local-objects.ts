import type { Git, GitCommand } from './runner.ts'

/** Ids of all objects that are in a clone. */
export interface LocalObjects {
  /** Full id of the only object whose id begins so, or null. */
  find(beginning: string): string | null
}

/**
 * Lists the objects of a clone. For partial clones alone: asked for an object that was left out, git
 * (2.39 to 2.49 at least) ends with an error instead of an answer.
 */
export async function localObjects(git: Git): Promise<LocalObjects> {
  const command: GitCommand = { command: ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'] }
  const result = await git.run(command)
  if (result.status !== 0) throw git.error(command, result)
  const ids = result.output.toString('latin1').split('\n').filter(Boolean).sort()
  return {
    find(beginning) {
      let [low, high] = [0, ids.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ids[middle] ?? '') < beginning) low = middle + 1
        else high = middle
      }
      const isOnly = ids[low]?.startsWith(beginning) === true && ids[low + 1]?.startsWith(beginning) !== true
      return isOnly ? (ids[low] ?? null) : null
    },
  }
}
