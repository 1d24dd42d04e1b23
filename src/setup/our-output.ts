import { join } from 'node:path'
import { firstLink, statsOf } from './way.ts'

/** True for a folder that a build of Whybook made, which the next one may replace. */
export function isOurOutput(folder: string): boolean {
  const path = '_whybook/build.json'
  if (firstLink(folder, path) !== null) return false
  return statsOf(join(folder, path))?.isFile() === true
}
