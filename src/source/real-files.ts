import { lstatSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Finds files of a repository that may be published: null for one that is a symbolic link, or lies behind one that
 * leaves the repository (SECURITY decision 5).
 *
 * @param root - absolute path of the repository
 * @returns from a path relative to it to the absolute one, links resolved
 */
export function realFilesOf(root: string): (path: string) => string | null {
  const top = realpathSync(root) + sep
  return (path) => {
    const file = realFile(join(root, path))
    return file?.startsWith(top) === true ? file : null
  }
}

function realFile(file: string): string | null {
  try {
    return lstatSync(file).isFile() ? realpathSync(file) : null
  } catch {
    return null
  }
}
