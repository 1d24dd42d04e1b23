import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'

/** Bytes of a regular file, or why there are none. */
export type FileReading =
  | { readonly bytes: Buffer }
  | { readonly problem: 'gone' | 'not-allowed' | 'special' | 'too-large' }

/** Larger files are no text that anyone reads. */
export const MOST_PAGE_BYTES = 20_000_000

/**
 * Reads a regular file; never follows a link at its end, never waits for a pipe (SECURITY decision 5).
 *
 * @param path - absolute
 * @throws what the system reports where that is no property of the file, such as an error of the disk: a site without
 *   the page would be put in place of one that has it
 */
export function readRegularFile(path: string): FileReading {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const problem = PROBLEMS.get((error as NodeJS.ErrnoException).code ?? '')
    if (problem === undefined) throw error
    return { problem }
  }
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile()) return { problem: 'special' }
    if (stats.size > MOST_PAGE_BYTES) return { problem: 'too-large' }
    return { bytes: readFileSync(descriptor) }
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path })
  } finally {
    closeSync(descriptor)
  }
}

const PROBLEMS: ReadonlyMap<string, 'gone' | 'not-allowed' | 'special'> = new Map([
  ['ENOENT', 'gone'],
  ['ENOTDIR', 'gone'],
  ['ELOOP', 'special'],
  ['ENXIO', 'special'],
  ['EACCES', 'not-allowed'],
  ['EPERM', 'not-allowed'],
  ['EBUSY', 'not-allowed'],
  ['ENAMETOOLONG', 'gone'],
])
