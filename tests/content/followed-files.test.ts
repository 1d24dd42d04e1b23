import { describe, expect, it } from 'vitest'
import { isFollowed } from '../../src/content/followed-files.ts'

describe('a saved file is read again', () => {
  it.each([
    'a.md',
    'content/b.mdx',
    'handbook.yml',
    'content/handbook.yaml',
    '_config.yml',
    'hugo.toml',
    '_data/people.csv',
    'sidebars.js',
    'docs/_category_.json',
    'docs/.pages',
    '.gitbook.yaml',
    '.mailmap',
    '.github/CODEOWNERS',
    '_redirects',
  ])('where a handbook is made from it: %s', (path) => expect(isFollowed('/book', `/book/${path}`)).toBe(true))

  it.each(['a.png', 'a.txt', '.whybook/dev/data.json', 'node_modules/a/package.json', 'src/a.ts'])(
    'and not where none is: %s',
    (path) => expect(isFollowed('/book', `/book/${path}`)).toBe(false),
  )

  it('and not where it lies elsewhere', () => expect(isFollowed('/book', '/booklet/handbook.yml')).toBe(false))
})
