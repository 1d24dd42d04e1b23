import { expect, test } from 'vitest'
import { withoutEdges, withoutEnd } from '../../src/text/edges.ts'

test('takes characters from the ends and from nowhere else', () => {
  expect(withoutEnd('//a//b//', /\//)).toBe('//a//b')
  expect(withoutEdges('//a//b//', /\//)).toBe('a//b')
  expect([withoutEnd('...', /\./), withoutEdges('...', /\./), withoutEdges('', /\./)]).toEqual(['', '', ''])
  expect(withoutEdges('😀 a 😀', /\s/)).toBe('😀 a 😀')
})

// A pattern needs the square of this: minutes.
test('looks at a run inside the text once', () => {
  const text = `a${'/'.repeat(1_000_000)}b`
  expect(withoutEdges(text, /\//)).toBe(text)
})
