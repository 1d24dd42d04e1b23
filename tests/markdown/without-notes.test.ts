import { expect, test } from 'vitest'
import { withoutNotes } from '../../src/markdown/without-notes.ts'

test.each([
  ['a comment', 'a <!-- b --> c', 'a (comment) c'],
  ['a comment of several lines', 'a\n\n<!-- b\n\nc\r\nd -->\n\ne', 'a\n\n(comment)\n\n(comment)\r\n(comment)\n\ne'],
  ['a comment that nothing ends', 'a\n\n<!-- b\nc', 'a\n\n(comment)\n(comment)'],
  ['a comment that goes on behind its HTML', '<div>\n<!-- a\n\nb\n--> c', '<div>\n(comment)\n\n(comment)\n(comment) c'],
  ['a comment behind front matter', '---\na: b\n---\n<!-- c -->\n', '---\na: b\n---\n(comment)\n'],
  ['definitions that nothing refers to', '[//]: # (a)\n\n[b]\n\n[b]: c.md', '(comment)\n\n[b]\n\n[b]: c.md'],
  ['code, which stays', '`<!-- a -->`\n\n    <!-- b -->\n', '`<!-- a -->`\n\n    <!-- b -->\n'],
])('%s', (_, source, expected) => {
  expect(withoutNotes(source)).toBe(expected)
})
