import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Puts files of the last output into the staged one: as hard links, or as copies where links are not possible. */
export function reuseFiles(from: string, to: string, paths: Iterable<string>): void {
  const made = new Set<string>()
  let link = true
  for (const path of paths) {
    const target = join(to, path)
    const folder = dirname(target)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    if (link) {
      try {
        linkSync(join(from, path), target)
        continue
      } catch (error) {
        // Another file system, or one without links; the two codes are about this one file.
        const { code } = error as NodeJS.ErrnoException
        if (code !== 'EMLINK' && code !== 'EEXIST') link = false
      }
    }
    copyFileSync(join(from, path), target, constants.COPYFILE_FICLONE)
  }
}
