import type { Entry } from './objects.ts'

export type Tree = ReadonlyMap<string, Entry>

/**
 * Joins two trees as git does where it needs no help: for each path the side that changed it wins.
 *
 * @throws when both sides changed one path in different ways and `settled` does not name it
 */
export function mergeTrees(base: Tree, ours: Tree, theirs: Tree, settled: ReadonlySet<string>): Map<string, Entry> {
  const result = new Map(ours)
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const [was, our, their] = [base.get(path), ours.get(path), theirs.get(path)]
    if (isSame(their, was) || isSame(our, their)) continue
    if (!isSame(our, was)) {
      if (settled.has(path)) continue
      throw new Error(`both sides changed ${path}: give its text in the files of the merge`)
    }
    if (their) result.set(path, their)
    else result.delete(path)
  }
  return result
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return a?.id === b?.id && a?.mode === b?.mode
}
