/** True for a path that names something in a tree: no empty segment, none that walks. */
export function isTreePath(path: string): boolean {
  return !path.includes('\0') && !path.split('/').some((segment) => ['', '.', '..'].includes(segment))
}

/** Files beyond which a tree is not listed: no handbook has them, and a tree of trees can have any number. */
export const MOST_FILES = 500_000
