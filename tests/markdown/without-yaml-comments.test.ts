import { expect, test } from 'vitest'
import { withoutYamlComments } from '../../src/markdown/without-yaml-comments.ts'

test('comments of the front matter are gone, and every line is where it was', () => {
  const file = '---\n# who decided\ntitle: Pay # not yet\nowner: "a # b"\ntag: C#\n---\n# Pay\n\nText # more\n'
  expect(withoutYamlComments(file)).toBe('---\n\ntitle: Pay\nowner: "a # b"\ntag: C#\n---\n# Pay\n\nText # more\n')
  for (const other of ['# Title\n', '---\n# never closed\n', '']) expect(withoutYamlComments(other)).toBe(other)
})
