import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nameDiskFull } from '../../src/build/disk-full.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

it('says that the disk was full, however deep that lies, and how much fitted', () => {
  const folder = temporaryFolder().path
  writeFileSync(join(folder, 'page.html'), 'x'.repeat(2_500_000))
  const full = Object.assign(new Error('write failed'), { code: 'ENOSPC' })
  const error = nameDiskFull(new Error('The page / could not be drawn', { cause: full }), folder)
  expect(error).toMatchObject({ code: 'build/disk-full', message: expect.stringContaining('3 MB could be written') })
})

it('leaves other errors as they are', () => {
  const error = new Error('something else')
  expect(nameDiskFull(error, '/nowhere')).toBe(error)
  expect(nameDiskFull('text', '/nowhere')).toBe('text')
})
