import { expect, test } from 'vitest'
import { nameSystemError } from '../../src/build/system-error.ts'

const failed = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, ...(path === undefined ? {} : { path }) })

test.each([
  ['mkdir', '/out/a', '/out/a cannot be written: this user may not.'],
  ['stat', '/book/a.md', '/book/a.md cannot be read: this user may not.'],
  ['open', '/out/a.html', '/out/a.html cannot be used: this user may not.'],
  ['write', undefined, '/staged cannot be written: this user may not.'],
  ['fsync', undefined, '/staged cannot be used: this user may not.'],
])('a refused %s of %s is told in a sentence', (syscall, path, sentence) => {
  expect(nameSystemError(failed('EACCES', syscall, path), '/staged')).toMatchObject({
    code: 'build/refused',
    message: sentence,
  })
})

test('a program that cannot be started is no file that cannot be read', () => {
  const error = failed('EACCES', 'spawn git', 'git')
  expect(nameSystemError(error, '/staged')).toBe(error)
})

test('what has neither a path nor a folder stays as it is', () => {
  const error = failed('EIO', 'write')
  expect(nameSystemError(error, null)).toBe(error)
})
