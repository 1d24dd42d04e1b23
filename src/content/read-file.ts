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
 */
export function readRegularFile(path: string): FileReading {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { problem: code === 'ENOENT' ? 'gone' : code === 'ELOOP' || code === 'ENXIO' ? 'special' : 'not-allowed' }
  }
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile()) return { problem: 'special' }
    if (stats.size > MOST_PAGE_BYTES) return { problem: 'too-large' }
    return { bytes: readFileSync(descriptor) }
  } catch {
    return { problem: 'not-allowed' }
  } finally {
    closeSync(descriptor)
  }
}
