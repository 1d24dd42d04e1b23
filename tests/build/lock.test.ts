import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { holdLock } from '../../src/build/lock.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const lockFile = () => join(temporaryFolder().path, 'site.lock')

it('lets the second build begin when the first has ended', async () => {
  const file = lockFile()
  const order: string[] = []
  const release = await holdLock(file, () => order.push('nobody was to be waited for'))
  const second = holdLock(file, () => {
    order.push('second waits')
    order.push('first ends')
    release()
  }).then((end) => {
    order.push('second begins')
    end()
  })
  await second
  expect(order).toEqual(['second waits', 'first ends', 'second begins'])
  expect(existsSync(file)).toBe(false)
})

it('takes the lock of a process that is gone', async () => {
  const file = lockFile()
  writeFileSync(file, `999999999 ${hostname()}`)
  const onWait = vi.fn()
  const release = await holdLock(file, onWait)
  expect(onWait).not.toHaveBeenCalled()
  expect(readFileSync(file, 'utf8')).toContain(String(process.pid))
  release()
})

it('takes a lock from another machine that nobody has renewed', async () => {
  const file = lockFile()
  writeFileSync(file, '1 elsewhere')
  utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'))
  const release = await holdLock(file, () => {})
  release()
})

it('gives back only its own lock', async () => {
  const file = lockFile()
  const release = await holdLock(file, () => {})
  writeFileSync(file, '1 elsewhere')
  release()
  expect(readFileSync(file, 'utf8')).toBe('1 elsewhere')
})
