import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { digestContent } from '../../src/content/digest.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { symlink } from '../kit/files.ts'
import { writeFiles } from './read-files.ts'

const FILES = {
  'docs/a.md': '# A',
  'docs/x/b.png': 'PNG',
  'static/c.png': 'PNG',
  'handbook.yml': 'name: A',
  CODEOWNERS: '* @a',
}
const options = { contentRoot: 'docs' as RepoPath, also: ['CODEOWNERS' as RepoPath] }
/** A time by which every file of the test is old. */
const later = () => Date.now() + 60_000

describe('the fingerprint of all content', () => {
  test('is the same for the same files, read anew, from the record, and in another folder', () => {
    const root = writeFiles(FILES)
    const first = digestContent(root, { ...options, now: later() })
    const second = digestContent(root, { contentRoot: options.contentRoot, previous: first.record, now: later() })
    expect(second).toMatchObject({ digest: first.digest })
    expect(digestContent(writeFiles(FILES), { ...options, now: later() }).digest).toBe(first.digest)
  })

  test.each<[string, (root: string) => void]>([
    ['other text of the same length', (root) => writeFileSync(join(root, 'docs/a.md'), '# B')],
    ['a new file', (root) => writeFileSync(join(root, 'docs/new.md'), '# N')],
    ['a renamed file', (root) => renameSync(join(root, 'docs/a.md'), join(root, 'docs/b.md'))],
    ['an image', (root) => writeFileSync(join(root, 'docs/x/b.png'), 'GIF')],
    ['a static file', (root) => writeFileSync(join(root, 'static/c.png'), 'GIF')],
    ['the configuration', (root) => writeFileSync(join(root, 'handbook.yml'), 'name: B')],
    ['a configuration that was not there', (root) => writeFileSync(join(root, 'docs/handbook.yaml'), 'name: B')],
    ['the settings of another generator', (root) => writeFileSync(join(root, '_config.yml'), 'source: x')],
    ['a further file', (root) => writeFileSync(join(root, 'CODEOWNERS'), '* @b')],
  ])('notices %s', (_, change) => {
    const root = writeFiles(FILES)
    const first = digestContent(root, { ...options, now: later() })
    change(root)
    expect(digestContent(root, { ...options, previous: first.record, now: later() }).digest).not.toBe(first.digest)
  })

  test('notices a change that leaves size and time as they were', () => {
    const root = writeFiles(FILES)
    const path = join(root, 'docs/a.md')
    const { atime, mtime } = statSync(path)
    const first = digestContent(root, { ...options, now: later() })
    writeFileSync(path, '# Z')
    utimesSync(path, atime, mtime)
    expect(digestContent(root, { ...options, previous: first.record, now: later() }).digest).not.toBe(first.digest)
  })

  test('reads a file again that had changed shortly before it was recorded', () => {
    const root = writeFiles(FILES)
    const forged = (now: number): string => {
      const { record } = digestContent(root, { ...options, now })
      // As if the file had been written again within one tick of the clock: nothing but its bytes differ.
      const parsed = JSON.parse(record)
      parsed.files['docs/a.md'][1] = 'what its bytes were before'
      return JSON.stringify(parsed)
    }
    const { digest } = digestContent(root, { ...options, now: later() })
    expect(digestContent(root, { ...options, previous: forged(Date.now()), now: later() }).digest).toBe(digest)
    expect(digestContent(root, { ...options, previous: forged(later()), now: later() }).digest).not.toBe(digest)
  })

  test('notices where a link leads', () => {
    const one = writeFiles({ ...FILES, 'docs/l.md': symlink('a.md') })
    const other = writeFiles({ ...FILES, 'docs/l.md': symlink('x/b.png') })
    expect(digestContent(one, { ...options, now: 0 }).digest).not.toBe(
      digestContent(other, { ...options, now: 0 }).digest,
    )
  })

  test.each(['', '{}', '[]', 'null', '{"at":1,"also":[],"files":{"docs/a.md":3}}', '\0'])(
    'a broken record %j is passed over',
    (previous) => {
      const root = writeFiles(FILES)
      expect(digestContent(root, { ...options, previous, now: later() }).digest).toBe(
        digestContent(root, { ...options, now: later() }).digest,
      )
    },
  )
})
