import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Size, time of last writing in nanoseconds, and inode: equal while nobody touched the file. */
export type Stamp = readonly [size: number, mtimeNs: string, inode: string]

/** Stamp of a regular file, or null when there is none (a symlink is none either). */
export function stampOf(file: string): Stamp | null {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false })
  if (stat === undefined || !stat.isFile()) return null
  return [Number(stat.size), String(stat.mtimeNs), String(stat.ino)]
}

export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2]
}

/** Paths of everything in a folder that is not a folder, `/`-separated, in a fixed order. */
export function filesBelow(folder: string, prefix = ''): string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) found.push(...filesBelow(folder, path))
    else found.push(path)
  }
  return found.sort()
}

/** Stamps of all regular files in a folder, by path. */
export function stampsBelow(folder: string): ReadonlyMap<string, Stamp> {
  return new Map(
    filesBelow(folder).flatMap((path) => {
      const stamp = stampOf(join(folder, path))
      return stamp === null ? [] : [[path, stamp]]
    }),
  )
}
