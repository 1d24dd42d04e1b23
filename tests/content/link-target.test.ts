import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTarget } from '../../src/content/link-target.ts'

describe('targets as written', () => {
  test.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['#A%20b', { kind: 'anchor', hash: 'A b' }],
    ['mailto:hr@example.org', { kind: 'contact', href: 'mailto:hr@example.org' }],
    ['tel:+44 1234', { kind: 'contact', href: 'tel:+44%201234' }],
    ['javascript:alert(1)', { kind: 'refused', scheme: 'javascript' }],
    [' \u0001java\nscript:alert(1)', { kind: 'refused', scheme: 'javascript' }],
    ['JAVA\tSCRIPT:x', { kind: 'refused', scheme: 'javascript' }],
    ['data:text/html,x', { kind: 'refused', scheme: 'data' }],
    ['C:\\handbook\\a.md', { kind: 'refused', scheme: 'c' }],
    ['https:a.md', { kind: 'refused', scheme: 'https' }],
    ['http://[', { kind: 'refused', scheme: 'http' }],
    ['a/b.md', { kind: 'path', path: 'a/b.md', isAbsolute: false, query: '', hash: '' }],
    ['..\\a b.md', { kind: 'path', path: '../a b.md', isAbsolute: false }],
    ['/a%20b.md?x=1&y#z%C3%A9', { kind: 'path', path: 'a b.md', isAbsolute: true, query: '?x=1&y', hash: 'zé' }],
    ['50%.md', { kind: 'path', path: '50%.md', encoded: '50%.md' }],
    ['a.md?"><script>', { kind: 'path', path: 'a.md', query: '?%22%3E%3Cscript%3E' }],
    ['a?b#c?d', { kind: 'path', path: 'a', query: '?b', hash: 'c?d' }],
  ])('%j', (written, target) => {
    expect(parseTarget(written)).toMatchObject(target)
  })

  test.each(['//example.org/a', '\\\\example.org/a', '/\\example.org/a', 'HTTPS://example.org/a'])(
    '%s is an address',
    (written) => {
      const target = parseTarget(written)
      expect(target.kind === 'address' && target.url.href).toBe('https://example.org/a')
    },
  )

  test('what a browser takes for another origin is never a path for us', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      ':',
      '//',
      'https',
      'javascript',
      'a',
      '.',
      '\t',
      '\n',
      ' ',
      '\0',
      '#',
      '?',
      '%',
      'evil.example',
      'data',
      '@',
      'b.md',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const written = pieces.join('')
        const target = parseTarget(written)
        if (target.kind !== 'path' && target.kind !== 'anchor') return
        const browser = URL.parse(written, 'https://handbook.example/x/y/')
        expect(browser === null || browser.origin === 'https://handbook.example').toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
