import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import type { Answer } from './full-disk.ts'

const script = fileURLToPath(new URL('./full-disk.ts', import.meta.url))
/** A small file system of its own, which goes with the process that made it. */
const inside = 'mount -t tmpfs -o size=16m none "$1" && shift && exec "$@"'

test('a full disk harms no output, is called by its name, and the next build is right', {
  timeout: 180_000,
}, (context) => {
  const { path } = temporaryFolder()
  const mount = (...command: string[]) =>
    spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', inside, 'sh', path, ...command], {
      encoding: 'utf8',
    })
  const trial = mount('true')
  if (trial.status !== 0) {
    const reason = `No small disk can be made here: ${trial.error?.message ?? trial.stderr.trim()}`
    console.log(reason)
    context.skip(reason)
  }
  const { stdout, stderr } = mount(process.execPath, script, path)
  const { told, isClean } = JSON.parse(stdout || JSON.stringify({ told: [], isClean: stderr })) as Answer
  expect(isClean).toBe(true)
  expect(told.map(({ room }) => room)).toEqual([0, 400_000])
  for (const { said, ...outcome } of told) {
    expect(outcome, said).toMatchObject({ status: 1, oldStood: true, left: [], next: { status: 0, isNew: true } })
    expect(said).toMatch(/error +The disk that holds .* is full: (nothing|\d MB) could be written\./)
    expect(said).toContain('Make room, or build elsewhere with --out.')
  }
})
