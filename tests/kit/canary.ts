import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

const made: (() => boolean)[] = []

/** How many of the programs made here were run; none should be. */
export const canariesSung = (): number => made.filter((sang) => sang()).length

/** A program that leaves a file behind when it is run, and whether it was. */
export function canary() {
  const folder = temporaryFolder()
  const file = join(folder.path, 'sang')
  const program = join(folder.path, 'canary')
  writeFileSync(program, `#!/bin/sh\ntouch '${file}'\n`, { mode: 0o755 })
  const sang = () => existsSync(file)
  made.push(sang)
  return { folder: folder.path, file, program, sang }
}
