import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unlessMissing } from '../../src/git/missing.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

test('a path that is not there is none', async () => {
  const { path } = temporaryFolder()
  expect(await unlessMissing(path, stat(join(path, 'a')))).toBeNull()
  expect((await unlessMissing(path, stat(path)))?.isDirectory()).toBe(true)
})

test.each(['EACCES', 'EIO', 'EMFILE'])('one that cannot be seen is not taken for absent (%s)', async (code) => {
  const refused = Promise.reject(Object.assign(new Error('refused'), { code }))
  await expect(unlessMissing('/handbook', refused)).rejects.toMatchObject({
    code: 'git/unreadable',
    message: `It cannot be seen whether /handbook is in a repository: ${code}.`,
  })
})
