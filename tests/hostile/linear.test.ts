import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readers } from './readers.ts'

const program = fileURLToPath(new URL('readers.ts', import.meta.url))
/** For all shapes together, also on a busy machine; a pattern in the square of its text needs minutes. */
const most = 20_000

// In a process of its own, because nothing in the same one could end a regular expression that goes on for ever.
test.each([...readers])(
  '%s reads whatever is written to its end',
  (name, { shapes }) => {
    const { stdout, stderr } = spawnSync(process.execPath, [program, name], { encoding: 'utf8', timeout: most })
    expect(stdout.trim().split('\n'), stderr).toEqual([...shapes.keys()])
  },
  most + 10_000,
)
