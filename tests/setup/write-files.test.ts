import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { writeFiles } from '../../src/setup/write-files.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

let root: string
beforeEach(() => {
  root = temporaryFolder().path
})

const all = (): readonly string[] => readdirSync(root, { recursive: true }).map(String).sort()

it('writes all files, with their folders, and leaves nothing else', () => {
  writeFileSync(join(root, '.gitignore'), 'a\n')
  chmodSync(join(root, '.gitignore'), 0o600)
  writeFiles(root, [
    { path: '.github/workflows/handbook.yml', bytes: 'x', before: null },
    { path: '.gitignore', bytes: 'a\nb\n', before: 'a\n' },
    { path: 'scripts/build.sh', bytes: Buffer.from('y'), before: null, executable: true },
  ])
  expect(all()).toEqual(
    [
      '.github',
      '.github/workflows',
      '.github/workflows/handbook.yml',
      '.gitignore',
      'scripts',
      'scripts/build.sh',
    ].sort(),
  )
  expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('a\nb\n')
  expect(lstatSync(join(root, '.gitignore')).mode & 0o777).toBe(0o600)
  expect(lstatSync(join(root, 'scripts/build.sh')).mode & 0o100).toBe(0o100)
})

it.each([
  ['a link at the end', (away: string) => symlinkSync(join(away, 'x'), join(root, 'z.yml'))],
  ['a link at the end that leads to a file inside', () => symlinkSync('a', join(root, 'z.yml'))],
  ['a file that appeared', () => writeFileSync(join(root, 'z.yml'), 'theirs')],
  ['a folder in its place', () => mkdirSync(join(root, 'z.yml'))],
])('changes nothing when there is %s', (_, prepare) => {
  writeFileSync(join(root, 'a'), '1')
  const away = temporaryFolder().path
  prepare(away)
  const before = all()
  const files = [
    { path: 'new/file', bytes: 'x', before: null },
    { path: 'a', bytes: '2', before: '1' },
    { path: 'z.yml', bytes: 'x', before: null },
  ]
  expect(() => writeFiles(root, files)).toThrow(/symbolic link|not what it was/)
  expect(all()).toEqual(before)
  expect(readFileSync(join(root, 'a'), 'utf8')).toBe('1')
  expect(readdirSync(away)).toEqual([])
})

it('writes nothing through a folder that is a link out of the repository', () => {
  const away = temporaryFolder().path
  symlinkSync(away, join(root, '.github'))
  expect(() => writeFiles(root, [{ path: '.github/workflows/handbook.yml', bytes: 'x', before: null }])).toThrow(
    '.github is a symbolic link',
  )
  expect(readdirSync(away)).toEqual([])
})

it('takes back the folders and files it made when a later one cannot be', () => {
  writeFileSync(join(root, 'a'), '1')
  writeFileSync(join(root, 'file'), '')
  const files = [
    { path: 'a', bytes: '2', before: '1' },
    { path: 'b/c', bytes: 'x', before: null },
    { path: 'file/inside', bytes: 'x', before: null },
  ]
  expect(() => writeFiles(root, files)).toThrow()
  expect(all()).toEqual(['a', 'file'])
  expect(readFileSync(join(root, 'a'), 'utf8')).toBe('1')
})
