import fc from 'fast-check'
import { expect, test } from 'vitest'
import { republish } from '../../src/markdown/republish.ts'

const addresses = { link: (target: string) => `L:${target}`, image: (target: string) => `I:${target}` }

test.each([
  ['a link', '[a](b.md)', '[a](L:b.md)'],
  ['a link with a title', '[a](b.md "c")', '[a](L:b.md "c")'],
  ['a link in brackets', '[a](<b c.md>)', '[a](L:b c.md)'],
  ['an image', '![a](b.png)', '![a](I:b.png)'],
  ['an image in a link', '[![a](b.png)](c.md)', '[![a](I:b.png)](L:c.md)'],
  ['a definition', '[a][x]\n\n[x]: b.md "t"', '[a][x]\n\n[x]: L:b.md "t"'],
  ['a link in a table', '| a |\n|---|\n| [b](c.md) |', '| a |\n|---|\n| [b](L:c.md) |'],
  ['a target with escapes', '[a *b*](b\\_c.md)', '[a *b*](L:b_c.md)'],
  [
    'raw HTML',
    '<a class="x" href="b.md">c</a> <img src=i.png>',
    '<a class="x" href="L:b.md">c</a> <img src="I:i.png">',
  ],
  ['code, which stays', '`[a](b.md)` <!-- x -->', '`[a](b.md)`'],
  ['a fence, which stays', '```\n<!-- [a](b.md) -->\n```', '```\n<!-- [a](b.md) -->\n```'],
  ['a comment', 'a <!-- b\n\nc --> d', 'a  d'],
  ['a comment that nothing ends', 'a\n\n<!-- b\n\nc', 'a'],
  ['an autolink', '<https://example.org>', '[https://example.org](L:https://example.org)'],
])('%s', (_, source, expected) => {
  expect(republish(source, addresses)).toBe(`${expected}\n`)
})

test.each([
  ['[a **b**](canary.md "canary")', 'a **b**'],
  ['![alt](canary.png)', 'alt'],
  ['[](canary.md)', ''],
  ['[a][x]\n\n[x]: canary.md', '[a][x]'],
  ['<a href="canary.md">b</a><img src=canary.png>', '<a>b</a><img>'],
  ["<details>\n<a href='canary.md'>b</a>\n</details>", '<details>\n<a>b</a>\n</details>'],
])('of what leads nowhere the text alone is left: %s', (source, expected) => {
  expect(republish(source, { link: () => null, image: () => null })).toBe(`${expected}\n`)
})

test('whatever is written, nothing of a comment is left and code is as it was', () => {
  const part = fc.constantFrom(
    '<!-- secret -->',
    '`code`',
    '[a](b.md)',
    '![i](j.png)',
    '\n\n',
    '> ',
    '* ',
    'word',
    '\n```\nfence\n```\n',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const source = parts.join('')
      const text = republish(source, addresses)
      expect(text).not.toContain('secret')
    }),
    { numRuns: 500 },
  )
})
