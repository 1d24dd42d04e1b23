import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSurelyPublic, visibilityOfText } from '../../src/history/visibility.ts'
import { readFrontMatter } from '../../src/markdown/front-matter.ts'
import { ownVisibility } from '../../src/markdown/visibility.ts'
import type { RepoPath } from '../../src/model/ids.ts'

const path = 'x.md' as RepoPath
const bytes = (text: string) => Buffer.from(text)

test.each([
  ['{title: X, draft: true}', 'draft'],
  ['? draft\n: true', 'draft'],
  ['"dr\\u0061ft": true', 'draft'],
  ['title: X\nDraft: yes', 'draft'],
  ['title: [a', 'draft'],
  ['title: X\ntitle: Y', 'draft'],
  ['audience: internal', 'internal'],
  ['title: >\n  x\n\naudience: internal', 'internal'],
  ['title: X\nkeywords:\n  - a\n  - b c', 'public'],
])('front matter %j makes a version %s', (yaml, visibility) => {
  expect(visibilityOfText(bytes(`---\n${yaml}\n---\n# X\n`))).toBe(visibility)
})

test.each([
  ['a draft in UTF-16, little end first', Buffer.from('\uFEFF---\ndraft: true\n---\n', 'utf16le')],
  ['a draft in UTF-16, big end first', Buffer.from('\uFEFF---\ndraft: true\n---\n', 'utf16le').swap16()],
  ['bytes that are no text', bytes('a\0b')],
  ['a draft below a byte order mark', bytes('\uFEFF---\r\ndraft: true\r\n---\r\n')],
  ['front matter that is never closed', bytes('---\ntitle: X\n')],
  ['front matter below blank lines', bytes('\n\n---\ndraft: true\n---\n')],
])('%s is nothing to show', (_, given) => {
  expect(visibilityOfText(given)).toBe('draft')
})

describe('what is judged without reading YAML', () => {
  test.each([
    ['# A heading\n\ndraft: true\n', true],
    ['- a list\n', true],
    ['---\ntitle: A page: its life\n---\n', false],
    ['---\ntitle: "A page: its life"\nowner: ana lima\nweight: 20\ntags: [a, b c]\ndate: 2026-01-01\n---\n# X', true],
    ['---\nkeywords:\n- a\n- b\n\ntitle: X\n---', true],
    ['---\ntitle: X\n- a\n---\n', false],
  ])('%j: %s', (text, isSure) => {
    expect(isSurelyPublic(text, true)).toBe(isSure)
  })

  const key = fc.constantFrom('title', 'tags', 'a', 'draft', 'drafts', 'Draft', 'audience', 'null', 'published', 'x y')
  const value = fc.oneof(
    fc.constantFrom('true', 'internal', '', 'a: b', '[a, b]', '{draft: true}', '"a"', "'a", '|', '*a', '&a b', '- - a'),
    fc.string({ maxLength: 8 }),
  )
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(key, fc.constantFrom(': ', ':', ' : ', ':\t'), value).map((all) => all.join('')) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('- ', '  - ', '-', '    '), value).map((all) => all.join('')) },
    { weight: 1, arbitrary: fc.constantFrom('', '---', '--- ', '...', '? draft', '# x', '\u2028', '+++', '---x') },
  )
  const text = fc
    .tuple(
      fc.constantFrom('---', '\uFEFF---', '--- ', '+++', '{', ' ---', '\n---', '---js', 'x'),
      fc.array(line, { maxLength: 6 }),
    )
    .chain(([first, lines]) =>
      fc.constantFrom('\n', '\r\n', '\r').map((end) => [first, ...lines, '---', '# X'].join(end)),
    )

  test('is never called public where the front matter says otherwise', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (given, most) => {
        if (isSurelyPublic(given, true)) expect(ownVisibility(path, readFrontMatter(given, path))).toBe('public')
        const head = given.slice(0, most)
        if (isSurelyPublic(head, false)) expect(ownVisibility(path, readFrontMatter(given, path))).toBe('public')
      }),
      { numRuns: 5000 },
    )
  })

  test('agrees with the door on every text', () => {
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(!given.includes('\0'))
        expect(visibilityOfText(bytes(given))).toBe(ownVisibility(path, readFrontMatter(given.toWellFormed(), path)))
      }),
      { numRuns: 2000 },
    )
  })
})
