import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressesOf } from '../../src/content/addresses.ts'
import type { RepoPath } from '../../src/model/ids.ts'

function routes(paths: readonly string[], contentRoot = '', unnamed: readonly string[] = []): Record<string, string> {
  const addresses = addressesOf(paths as RepoPath[], contentRoot as RepoPath, unnamed as RepoPath[])
  return Object.fromEntries(paths.map((path) => [path, addresses.pageRoute(path as RepoPath)]))
}

describe('addresses of pages', () => {
  test.each([
    ['content/benefits/leave.md', 'content', '/benefits/leave/'],
    ['index.md', '', '/'],
    ['README.md', '', '/'],
    ['a/_index.md', '', '/a/'],
    ['a/index.html.md', '', '/a/'],
    ['a/b.html.md', '', '/a/b/'],
    ['a/b.markdown', '', '/a/b/'],
    ['a/b.mdx', '', '/a/b/'],
    ['HR/Leave Policy.md', '', '/HR/Leave Policy/'],
    ['02-scope/01-who.md', '', '/scope/who/'],
    ['1-on-1.md', '', '/1-on-1/'],
    ['360-feedback.md', '', '/360-feedback/'],
    ['30-day-plan.md', '', '/30-day-plan/'],
    ['decisions/0004-use-postgres.md', '', '/decisions/0004-use-postgres/'],
    ['2024-01-05-news.md', '', '/2024-01-05-news/'],
    ['_company/values.md', '', '/company/values/'],
    ['_draft-ideas.md', '', '/_draft-ideas/'],
    ['404.md', '', '/~3404/'],
    ['a/404.md', '', '/a/404/'],
    ['ha#sh.md', '', '/ha~23sh/'],
    ['...md', '', '/~2E~2E/'],
  ])('%s below %j is %s', (path, contentRoot, route) => {
    expect(routes([path], contentRoot)).toEqual({ [path]: route })
  })

  test('a second index keeps its own name', () => {
    expect(routes(['a/README.md', 'a/_index.md', 'a/index.md'])).toEqual({
      'a/index.md': '/a/',
      'a/README.md': '/a/readme/',
      'a/_index.md': '/a/_index/',
    })
  })

  test('an index beside a page called as its folder keeps its own name', () => {
    expect(routes(['leave.md', 'leave/index.md', 'leave/sick.md'])).toEqual({
      'leave.md': '/leave/',
      'leave/index.md': '/leave/index/',
      'leave/sick.md': '/leave/sick/',
    })
  })

  test('numbers and underscores stay where two names would be one', () => {
    expect(routes(['01-intro.md', '02-intro.md', 'intro.md', '03-end.md', '_hr/x.md', 'hr/x.md'])).toEqual({
      '01-intro.md': '/01-intro/',
      '02-intro.md': '/02-intro/',
      'intro.md': '/intro/',
      '03-end.md': '/end/',
      '_hr/x.md': '/_hr/x/',
      'hr/x.md': '/hr/x/',
    })
  })

  test('folders that differ in case are one folder of the site', () => {
    expect(routes(['HR/a.md', 'hr/b.md'])).toEqual({ 'HR/a.md': '/HR/a/', 'hr/b.md': '/HR/b/' })
  })

  test('an unnamed folder is no part of an address', () => {
    expect(routes(['about.md', 'src/_company/values.md'], '', ['src'])).toEqual({
      'about.md': '/about/',
      'src/_company/values.md': '/company/values/',
    })
  })

  test('a file that is gone keeps the address it had', () => {
    const addresses = addressesOf(['content/a/index.md', 'content/a/b.md'] as RepoPath[], 'content' as RepoPath)
    expect(addresses.formerRoute('content/a/README.md' as RepoPath)).toBe('/a/')
    expect(addresses.formerRoute('content/old/02-x.md' as RepoPath)).toBe('/old/x/')
  })

  test('pages share an address only when their names differ in case, composition or ending alone', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'A',
      '01-a',
      '02-a',
      '_a',
      'index',
      'README',
      '_index',
      'readme',
      '~',
      '~41',
      'x y',
    )
    const path = fc
      .tuple(fc.array(name, { maxLength: 3 }), fc.constantFrom('.md', '.html.md', '.markdown'))
      .map(([parts, ending]) => [...parts, 'a'].join('/') + ending)
    const withIndex = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.md`)
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(path, withIndex), { maxLength: 12 }), (paths) => {
        const given = Object.entries(routes(paths))
        for (const [one, route] of given) {
          expect(route).toMatch(/^\/(?:[^/]+\/)*$/)
          for (const [other, same] of given) {
            if (one === other || route.toLowerCase() !== same.toLowerCase()) continue
            const stem = (text: string) => text.toLowerCase().replace(/(?:\.html)?\.(?:md|markdown)$/, '')
            // `a/index/` of a second index may also be the name of a folder or page: told as a collision.
            const isIndex = (text: string) => /(?:^|\/)(?:index|readme|_index)(?:$|\/)/.test(stem(text))
            expect(stem(one) === stem(other) || isIndex(one) || isIndex(other)).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
