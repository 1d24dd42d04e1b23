import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { markdownToMdast } from 'satteri'
import { expect, test } from 'vitest'
import { republish } from '../../src/markdown/republish.ts'

const addresses = { link: (target: string) => `L:${target}`, image: (target: string) => `I:${target}` }

test.each([
  ['a link', '[a](b.md)', '[a](L:b.md)'],
  ['a link with a title', '[a](b.md "c")', '[a](L:b.md "c")'],
  ['a link in brackets', '[a](<b c.md>)', '[a](<L:b c.md>)'],
  ['an image', '![a](b.png)', '![a](I:b.png)'],
  ['an image in a link', '[![a](b.png)](c.md)', '[![a](I:b.png)](L:c.md)'],
  ['a definition', '[a][x]\n\n[x]: b.md "t"', '[a][x]\n\n[x]: L:b.md "t"'],
  ['a link in a table', '| a |\n|---|\n| [b](c.md) |', '| a |\n|---|\n| [b](L:c.md) |'],
  ['a target with escapes', '[a *b*](b\\_c.md)', '[a *b*](L:b_c.md)'],
  ['raw HTML', '<a class="x" href="b.md">c</a> <img src=i.png>', '<a href="L:b.md">c</a> <img src="I:i.png">'],
  ['code, which stays', '`[a](b.md)` <!-- x -->', '`[a](b.md)`'],
  ['a fence, which stays', '```\n<!-- [a](b.md) -->\n```', '```\n<!-- [a](b.md) -->\n```'],
  ['a comment', 'a <!-- b\nc --> d', 'a  d'],
  ['what looks like a comment and is text, as on the page', 'a <!-- b\n\nc \\<!-- d', 'a <!-- b\n\nc \\<!-- d'],
  ['empty comments, which end where they stand', 'a <!--> b\n\n<!--->\nc', 'a  b\n\n\nc'],
  ['a comment that ends with an exclamation mark', '<!-- a --!> b', 'b'],
  ['a comment in HTML that goes on behind an empty line', '<div>\n<!-- a\n\nb\n--> c\n\nd', '<div>\n c\n\nd'],
  ['text behind a comment', '<!-- x --> <a href="b.md">c</a>', '<a href="L:b.md">c</a>'],
  ['links in HTML that shows code', 'x <pre>[a](b.md)</pre>', 'x <pre>[a](L:b.md)</pre>'],
  ['HTML in HTML that shows code', '<pre><a href="b.md">c</a> <!-- d --></pre>', '<pre><a href="L:b.md">c</a> </pre>'],
  [
    'addresses that are written with entities',
    '<div>\n<a href="b&#46;md">c</a>\n</div>',
    '<div>\n<a href="L:b.md">c</a>\n</div>',
  ],
  [
    'attributes without blanks between them',
    '<div>\n<a title="t"href="b.md">c</a>\n</div>',
    '<div>\n<a title="t" href="L:b.md">c</a>\n</div>',
  ],
  ['HTML in a quotation', '> <div\n> id="a">\n> <a\n> href="b.md">c</a>', '> <div id="a">\n> <a href="L:b.md">c</a>'],
  ['a name in angle brackets', 'Ask <customer> or <name of the task>', 'Ask <customer> or <name of the task>'],
  ['a definition with escapes', '[a][x]\n\n[x]: b\\_c.md "t"', '[a][x]\n\n[x]: L:b_c.md "t"'],
  ['a link in the text of an image', '![a [b](canary.md)](d.png)', '![a b](I:d.png)'],
  ['a footnote', 'a[^1]\n\n[^1]: [b](c.md)', 'a[^1]\n\n[^1]: [b](L:c.md)'],
  ['a comment that nothing ends', 'a\n\n<!-- b\n\nc', 'a'],
  ['an autolink', '<https://example.org>', '[https://example.org](L:https://example.org)'],
])('%s', (_, source, expected) => {
  expect(republish(source, addresses)).toBe(`${expected}\n`)
})

test.each([
  ['[a **b**](canary.md "canary")', 'a **b**'],
  ['![alt](canary.png)', 'alt'],
  ['[](canary.md)', ''],
  ['[a][x]\n\n[x]: canary.md', 'a'],
  ['<a href="canary.md">b</a><img src=canary.png>', '<a>b</a><img>'],
  ['[a][canary]\n\n[canary]: x.md', 'a'],
  ['![a][canary]\n\n[canary]: x.png', 'a'],
  ['<pre>\n[a](b) <a href="canary">c</a>\n</pre>', '<pre>\n[a](b) <a>c</a>\n</pre>'],
  ['<p><a title="t"href="canary.md">b</a>', '<p><a title="t">b</a>'],
  ['<p><a href=\'canary.md\'data-x="canary" onclick="canary()">b</a>', '<p><a>b</a>'],
  ['<p data-to="canary.md" style="canary">b</p>', '<p>b</p>'],
  ['a\n\n<script>\nif (a < b) "canary"\n\ncanary\n</script>\n\nb', 'a\n\n\n\nb'],
  ['a <svg><svg>canary</svg> <b>canary</b></svg> b', 'a  b'],
  ['<style>canary</style> b', 'b'],
  ["<details>\n<a href='canary.md'>b</a>\n</details>", '<details>\n<a>b</a>\n</details>'],
])('of what leads nowhere the text alone is left: %s', (source, expected) => {
  expect(republish(source, { link: () => null, image: () => null })).toBe(`${expected}\n`)
})

test.each([
  ['[//]: # (canary)'],
  ['[comment]: <> (canary)'],
  ['[canary]: b.md'],
  ['[^x]: canary'],
  ['[^x]: canary [^y]\n\n[^y]: canary'],
  ['[b]: b.md\n[b]: c.md (canary)\n\n[b]'],
  ['<!-- canary --> <!-- canary'],
  ['<?canary?>'],
  ['<!CANARY canary>'],
  ['<a href="b.md" title=\'x\' canary="canary">b</a>'],
])('what the page does not show is gone: %s', (source) => {
  expect(republish(`a\n\n${source}`, addresses)).not.toMatch(/canary/i)
})

test('whatever is written, nothing of a comment is left and code is as it was', () => {
  const part = fc.constantFrom(
    '<!-- secret -->',
    '\n\n<!--\nsecret\n-->\n\n',
    '<p data-x="secret">',
    '<style>secret</style>',
    '`co<!--x-->de`',
    '[a](b.md)',
    '![i](j.png)',
    '\n\n',
    '> ',
    '* ',
    'word',
    '\n\n```\n<!-- fence --> [a](b.md)\n```\n\n',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const source = parts.join('')
      const text = republish(source, addresses)
      expect(text).not.toContain('secret')
      const after = codeOf(text)
      for (const code of new Set(codeOf(source))) expect(after).toContain(code)
    }),
    { numRuns: 500 },
  )
})

function codeOf(text: string): string[] {
  const values: string[] = []
  const left: Nodes[] = [markdownToMdast(text, { features: { gfm: true, frontmatter: false, definitionList: true } })]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'code' || node.type === 'inlineCode') values.push(node.value)
    else if ('children' in node) left.push(...node.children)
  }
  return values
}
