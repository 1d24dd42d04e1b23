import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCodeOwners } from '../../src/people/code-owners.ts'
import type { OwnersDialect } from '../../src/people/path-pattern.ts'

const PATHS = [
  'README.md',
  'docs/a.md',
  'docs/sub/b.md',
  'src/docs/c.md',
  'docs-old/d.md',
  'people/hr/e f.md',
  'x#y/[z].md',
  '.github/x.md',
]
/** Paths that a pattern covers. */
function covered(pattern: string, dialect: OwnersDialect): string[] {
  const owners = readCodeOwners(`${pattern} @ana`, dialect)
  return PATHS.filter((path) => owners.ownersOf(path).length > 0)
}

test.each([
  ['*', PATHS],
  ['**', PATHS],
  ['*.md', PATHS],
  ['/*', ['README.md']],
  ['/*.md', ['README.md']],
  ['docs', ['docs/a.md', 'docs/sub/b.md', 'src/docs/c.md']],
  ['/docs', ['docs/a.md', 'docs/sub/b.md']],
  ['docs/', ['docs/a.md', 'docs/sub/b.md', 'src/docs/c.md']],
  ['/docs/', ['docs/a.md', 'docs/sub/b.md']],
  ['docs/*', ['docs/a.md']],
  ['docs/**', ['docs/a.md', 'docs/sub/b.md']],
  ['docs/sub', ['docs/sub/b.md']],
  ['**/docs/*.md', ['docs/a.md', 'src/docs/c.md']],
  ['/docs/**/b.md', ['docs/sub/b.md']],
  ['docs/**/a.md', ['docs/a.md']],
  ['people/hr/e\\ f.md', ['people/hr/e f.md']],
  ['d?cs/', ['docs/a.md', 'docs/sub/b.md', 'src/docs/c.md']],
  ['[z].md', ['x#y/[z].md']],
  ['README', []],
  ['/a.md', []],
  ['Docs/', []],
  ['!docs/', []],
])('on GitHub, %s covers %j', (pattern, paths) => {
  expect(covered(pattern, 'github')).toEqual(paths)
})

test.each([
  ['*', PATHS],
  ['*.md', PATHS],
  ['/*', ['README.md']],
  ['docs', []],
  ['/docs', []],
  ['docs/', ['docs/a.md', 'docs/sub/b.md', 'src/docs/c.md']],
  ['/docs/', ['docs/a.md', 'docs/sub/b.md']],
  ['docs/*', ['docs/a.md', 'src/docs/c.md']],
  ['/docs/*', ['docs/a.md']],
  ['/docs/**/*', ['docs/a.md', 'docs/sub/b.md']],
  ['a.md', ['docs/a.md']],
  ['[ab].md', ['docs/a.md', 'docs/sub/b.md']],
  ['[!a-cx].md', ['docs-old/d.md']],
  ['people/hr/e\\ f.md', ['people/hr/e f.md']],
  ['x\\#y/', ['x#y/[z].md']],
  ['\\[z\\].md', ['x#y/[z].md']],
])('on GitLab, %s covers %j', (pattern, paths) => {
  expect(covered(pattern, 'gitlab')).toEqual(paths)
})

test('lets the last line win, also one without owners', () => {
  const owners = readCodeOwners('# who\n* @ana\n/docs/ @bo @acme/docs # because\n/docs/sub/\n')
  expect(owners.ownersOf('a.md')).toEqual(['@ana'])
  expect(owners.ownersOf('docs/a.md')).toEqual(['@bo', '@acme/docs'])
  expect(owners.ownersOf('docs/sub/b.md')).toEqual([])
})

test('leaves e-mail addresses and other words out', () => {
  const owners = readCodeOwners('*.md ana@example.org @bo team @ @@ @a@b @acme/team,\n')
  expect(owners.ownersOf('a.md')).toEqual(['@bo'])
})

test('adds up what the sections of GitLab say', () => {
  const owners = readCodeOwners(`
* @ana
[Docs]
*.md @docs @ana
/docs/ @writers

^[Security][2] @security
/policies/
/policies/open.md @everyone
!/policies/draft/
/policies/draft/a.md @never

[DOCS]
README.md @@maintainer
`)
  expect(owners.ownersOf('x.txt')).toEqual(['@ana'])
  expect(owners.ownersOf('x.md')).toEqual(['@ana', '@docs'])
  expect(owners.ownersOf('docs/x.md')).toEqual(['@ana', '@writers'])
  expect(owners.ownersOf('README.md')).toEqual(['@ana', '@@maintainer'])
  expect(owners.ownersOf('policies/x.md')).toEqual(['@ana', '@docs', '@security'])
  expect(owners.ownersOf('policies/open.md')).toEqual(['@ana', '@docs', '@everyone'])
  expect(owners.ownersOf('policies/draft/a.md')).toEqual(['@ana', '@docs'])
})

test('never fails, and takes no longer for a hostile pattern', () => {
  const hostile = `${'*a'.repeat(2000)}b @ana\n${'**/'.repeat(2000)}x @ana\n/${'[a-'.repeat(500)} @ana\n[\n^[]\n[a] @x`
  const owners = readCodeOwners(hostile, 'github')
  expect(owners.ownersOf(`${'a'.repeat(2000)}`)).toEqual([])
  expect(owners.ownersOf(`${'a/'.repeat(1000)}y`)).toEqual([])
  const sign = fc.constantFrom('*', '**', '/', '[', ']', '!', '^', '\\', '#', ' ', '@ana', 'a', '-', '?', '\n', '\r\n')
  const text = fc.array(fc.oneof(sign, fc.string()), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.string(), fc.constantFrom('gitlab', 'github', undefined), (lines, path, dialect) => {
      for (const owner of readCodeOwners(lines, dialect as OwnersDialect | undefined).ownersOf(path)) {
        expect(owner).toMatch(/^@@?[\w./-]+$/)
      }
    }),
    { numRuns: 1000 },
  )
})
