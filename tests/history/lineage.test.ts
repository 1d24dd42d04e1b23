import { expect, test } from 'vitest'
import type { Side } from '../../src/history/likeness.ts'
import { followPages } from '../../src/history/lineage.ts'
import { versionOf } from '../../src/history/version.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { page } from './reading.ts'

const side = (path: string, text: string): Side => ({
  path: path as RepoPath,
  blob: Buffer.from(text).toString('hex').slice(-12),
  version: versionOf(Buffer.from(text)),
})

test('thousands of equal pages move by their names', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `page-${index}.md`)
  const gone = names.map((name) => side(`old/${name}`, page('template')))
  const come = names.map((name) => side(`new/${name}`, page('template'))).reverse()
  const { continued } = followPages(gone, come, [])
  expect(continued.size).toBe(3000)
  for (const [now, old] of continued) expect(now.path.slice(4)).toBe(old.path.slice(4))
})

test('a block that hundreds of pages share joins none of them', () => {
  const footer = 'All of this holds for everybody who works here, in every office and in every country.\n'
  const names = Array.from({ length: 400 }, (_, index) => `subject${index}`)
  const gone = names.map((name) => side(`old/${name}.md`, `${page(name)}\n${footer}`))
  const come = names.map((name) => side(`new/other-${name}.md`, `${page(name)}\nEdited.\n\n${footer}`))
  const { continued } = followPages(gone, come, [])
  expect(continued.size).toBe(400)
  for (const [now, old] of continued) expect(now.path).toBe(old.path.replace('old/', 'new/other-'))
})

test('the order in which files are listed does not matter', () => {
  const texts = ['one', 'two', 'three'].map((name) => page(name))
  const gone = texts.map((text, index) => side(`a${index}.md`, text))
  const come = texts.map((text, index) => side(`b${index}.md`, `${text}\nEdited.\n`))
  const paths = (lineage: ReturnType<typeof followPages>) =>
    [...lineage.continued].map(([now, old]) => `${old.path} ${now.path}`).sort()
  const expected = ['a0.md b0.md', 'a1.md b1.md', 'a2.md b2.md']
  expect(paths(followPages(gone, come, []))).toEqual(expected)
  expect(paths(followPages(gone.toReversed(), come.toReversed(), []))).toEqual(expected)
})

test('a page that could not be read keeps its place', () => {
  const before: Side = { path: 'a.md' as RepoPath, blob: '1', version: null }
  const after: Side = { path: 'a.md' as RepoPath, blob: '2', version: null }
  const other: Side = { path: 'b.md' as RepoPath, blob: '3', version: null }
  const { continued } = followPages([], [other], [{ before, after, kept: 0 }])
  expect([...continued]).toEqual([[after, before]])
})
