import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** A program that leaves a file behind when it is run, and whether it was. */
export function canary() {
  const folder = temporaryFolder()
  const file = join(folder.path, 'sang')
  const program = join(folder.path, 'canary')
  writeFileSync(program, `#!/bin/sh\ntouch '${file}'\n`, { mode: 0o755 })
  return { folder: folder.path, file, program, sang: () => existsSync(file) }
}
