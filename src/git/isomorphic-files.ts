import type { PromiseFsClient } from 'isomorphic-git'

/** Files as isomorphic-git is to see them, by path. */
export type ShownFiles = ReadonlyMap<string, Buffer>

/** One for all: it is asked for a file beside the pack before each object, and a stack each time is a tenth of the work. */
const notShown = Object.assign(new Error('not shown'), { code: 'ENOENT' })

/**
 * A file system for isomorphic-git that holds the given files and nothing else: it can neither leave the repository
 * nor write, whatever the repository holds.
 *
 * @param folder - the one folder that it lists: that of the packs
 * @param listed - names in that folder
 */
export function shownFileSystem(folder: string, listed: readonly string[], files: ShownFiles): PromiseFsClient {
  const absent = async (): Promise<never> => {
    throw notShown
  }
  const readFile = async (path: string) => {
    const bytes = files.get(path)
    if (bytes === undefined) return absent()
    // isomorphic-git copies a Buffer and shares an ArrayBuffer: a pack is then in memory once.
    const isAll = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
    return isAll ? bytes.buffer : bytes
  }
  const readdir = async (path: string) => (path === folder ? listed : [])
  const closed = { writeFile: absent, unlink: absent, mkdir: absent, rmdir: absent, symlink: absent }
  return { promises: { ...closed, readFile, readdir, stat: absent, lstat: absent, readlink: absent } }
}
