import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeRoute, hrefFrom } from '../../src/text/relative.ts'

describe('relative addresses', () => {
  test.each([
    ['/', '/', undefined, './'],
    ['/', '/a/', undefined, 'a/'],
    ['/a/', '/', undefined, '../'],
    ['/a/', '/a/', undefined, './'],
    ['/a/', '/a/', 'scope', '#scope'],
    ['/a/b/', '/a/c/', 'x y', '../c/#x%20y'],
    ['/a/b/', '/a/', undefined, '../'],
    ['/a/', '/a/b/history/', undefined, 'b/history/'],
    ['/a/b/', '/_whybook/site.css', undefined, '../../_whybook/site.css'],
    ['/a/', '/a/b.pdf', undefined, 'b.pdf'],
    ['/404.html', '/search/', undefined, 'search/'],
    ['/x/', '/what? 50%/c#/', undefined, '../what%3F%2050%25/c%23/'],
    ['/x/', '/javascript:alert(1)/', undefined, '../javascript%3Aalert(1)/'],
    ['/', '/javascript:alert(1)/', undefined, 'javascript%3Aalert(1)/'],
    ['/', '//evil.example/', undefined, 'evil.example/'],
    ['/', '/a/../b/', undefined, 'a/%252E%252E/b/'],
    ['/', '/育児/', 'é', '%E8%82%B2%E5%85%90/#%C3%A9'],
  ])('from %s to %s with anchor %s is %s', (from, to, hash, href) => {
    expect(hrefFrom(from, to, hash)).toBe(href)
  })

  const segment = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).map((text) => text.replaceAll('/', '') || 'a'),
    fc.constantFrom('a', 'b', '..', '.', '%2e%2e', '#', '?', ':', 'http:', '\\', 'CON', 'a b', '%', 'é', '...'),
  )
  const route = fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.map((part) => `${part}/`).join('')}`)

  test.each(['', '/group/handbook', '/a'])('a browser that follows one arrives at the target, below %j', (base) => {
    fc.assert(
      fc.property(route, route, fc.boolean(), fc.string(), (from, target, isFile, hash) => {
        const to = isFile && target !== '/' ? target.slice(0, -1) : target
        const href = hrefFrom(from, to, hash)
        const reached = new URL(href, `https://handbook.example${base}${encodeRoute(from)}`)
        expect(reached.origin).toBe('https://handbook.example')
        expect(reached.pathname).toBe(base + encodeRoute(to))
        expect(reached.search).toBe('')
        expect(decodeURIComponent(reached.hash.slice(1))).toBe(hash.toWellFormed())
        expect(href).not.toMatch(/^[a-z][a-z0-9+.-]*:|^\/|^$/i)
        if (!href.startsWith('#')) expect(href.split('#')[0]).not.toContain('//')
      }),
      { numRuns: 300 },
    )
  })

  test('a route can be read back from its encoded form', () => {
    fc.assert(
      fc.property(route, (path) => {
        const plain = path.split('/').every((part) => part !== '.' && part !== '..')
        if (plain) expect(decodeURIComponent(encodeRoute(path))).toBe(path.toWellFormed())
      }),
    )
  })
})
