import { expect, test } from 'vitest'
import { mdxText } from '../../src/content/mdx-text.ts'

test.each([
  ['imports', "import a from './a'\nimport b from './b'\n\n# Title\n", '\n\n\n# Title\n'],
  ['exports of several lines', 'Text\n\nexport const a = {\n  b: 1,\n}\n\nMore', 'Text\n\n\n\n\n\nMore'],
  ['nothing of code', '```js\n\nimport a from "a"\n```\n', '```js\n\nimport a from "a"\n```\n'],
  ['nothing of a sentence', 'We import tea and\nexport coffee.\n', 'We import tea and\nexport coffee.\n'],
  ['what comes after code', '~~~~\n~~~\n\nexport a\n~~~~\n\nexport const a = 1\n', '~~~~\n~~~\n\nexport a\n~~~~\n\n\n'],
  ['expressions', "It is {props.a} {/* don't } */}years.\n", 'It is  years.\n'],
  ['expressions of several lines', 'A {[1].map((a) => {\n  return `}`\n})} b', 'A \n\n b'],
  ['expressions in attributes', '<Note title={`a ${b}`}>c</Note>', '<Note title="">c</Note>'],
  ['no text of strings', 'One{\' \'}{"two"}', 'One two'],
  ['no braces of code', '`{a}` and \\{b}\n\n```\n{c}\n```\n', '`{a}` and \\{b}\n\n```\n{c}\n```\n'],
  ['nothing where a brace is never closed', 'a {b {c} d', 'a {b {c} d'],
])('leaves out %s, and keeps its lines', (_, body, text) => expect(mdxText(body)).toBe(text))
