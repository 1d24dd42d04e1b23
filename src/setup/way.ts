import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'

/**
 * The first part of a path that is a symbolic link, or a file where a folder should be; null when the way is clear.
 * Hostile repositories have links where files are written: none is ever written through.
 *
 * @param root - absolute path, trusted itself
 * @param path - relative to it, `/`-separated
 */
export function firstLink(root: string, path: string): string | null {
  const parts = path.split('/')
  for (let count = 1; count <= parts.length; count += 1) {
    const way = parts.slice(0, count).join('/')
    const stats = statsOf(join(root, way))
    if (stats === null) return null
    if (stats.isSymbolicLink() || (count < parts.length && !stats.isDirectory())) return way
  }
  return null
}

/** What is at a path itself, a link not followed; null where nothing is, or nothing can be seen. */
export function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch {
    return null
  }
}
