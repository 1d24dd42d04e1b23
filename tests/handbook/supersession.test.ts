import { expect, test } from 'vitest'
import type { Content } from '../../src/content/read.ts'
import { chainDays, currentOf, supersessionOf } from '../../src/handbook/supersession.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import type { Day, RepoPath, Route } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'

const today = '2026-03-01' as Day

/** As much of a handbook as tells what replaces what. */
function contentOf(pages: readonly (readonly [name: string, frontMatter: FrontMatter])[]): Content {
  const all = pages.map(([name, frontMatter]) => {
    return { path: `${name}.md` as RepoPath, route: `/${name}/` as Route, title: name, frontMatter } as Page
  })
  return {
    contentRoot: '' as RepoPath,
    pages: all,
    byRoute: new Map(all.map((page) => [page.route, page])),
    byPath: new Map(all.map((page) => [page.path, page])),
  } as unknown as Content
}

const names = Array.from({ length: 20_000 }, (_, at) => `p${at}`)

test('a chain of twenty thousand pages is followed to its end from each of them', () => {
  const content = contentOf(
    names.map((name, at) => [
      name,
      { effective: `${2027 + (at % 70)}-01-01`, ...(at > 0 && { supersedes: [`p${at - 1}`] }) },
    ]),
  )
  const read = supersessionOf(content)
  expect(read.findings).toEqual([])
  const far = '9999-01-01' as Day
  expect(new Set(content.pages.map((page) => currentOf(read, page, far).title))).toEqual(new Set(['p19999']))
  expect(read.chains.get('/p0/' as Route)).toHaveLength(20_000)
  // A page tells of so many days to come and no more.
  for (const page of content.pages) expect(chainDays(read, page, today)).toHaveLength(12)
})

test('a circle of twenty thousand pages is found, and nothing in it replaces anything', () => {
  const content = contentOf(names.map((name, at) => [name, { supersedes: [`p${(at + 1) % names.length}`] }]))
  const read = supersessionOf(content)
  expect(read.findings).toHaveLength(20_000)
  expect(read.supersededBy.size).toBe(0)
})
