import { describe, expect, test } from 'vitest'
import { plainText, renderReason } from '../../src/markdown/inline.ts'

const reason = (markdown: string) => renderReason(markdown).replace(/>\s*\n\s*</g, '><')

describe('a reason', () => {
  test.each([
    ['paragraphs and lists', 'Because.\n\n- a\n- *b*', '<p>Because.</p><ul><li>a</li><li><em>b</em></li></ul>'],
    ['headings as bold paragraphs', '# Why\n\nx', '<p><strong>Why</strong></p><p>x</p>'],
    ['code', '`a` \n\n```js\nb\n```', '<p><code>a</code></p><pre><code>b\n</code></pre>'],
    [
      'links of the web only',
      '[a](https://b.example) [c](d.md) [e](#f)',
      '<p><a href="https://b.example" class="external" rel="noopener noreferrer">a</a> c e</p>',
    ],
    ['images as their text', '![a](b.png)', '<p>a</p>'],
    ['tasks', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
    ['types and placeholders', 'Use List<String> and <name>', '<p>Use List&lt;String> and &lt;name></p>'],
    ['template tags', 'Drop {{ x }} and {% y %}', '<p>Drop {{ x }} and {% y %}</p>'],
    ['emoji', ':bug: x', '<p>🐛 x</p>'],
    ['comments of a template hidden', '<!-- Describe your change -->\nx', '<p>x</p>'],
    ['details', '<details><summary>a</summary>\n\nb\n\n</details>', '<p>a</p><p>b</p>'],
  ])('%s', (_, markdown, expected) => expect(reason(markdown)).toBe(expected))
})

describe('plain text of a reason', () => {
  test('is one line, cut at a word', () => {
    expect(plainText('# A\n\nb **c** `d`\n- e', 100)).toBe('A. b c d. e')
    expect(plainText('one two three four', 12)).toBe('one two…')
    expect(plainText('word, and more words', 7)).toBe('word…')
    expect(plainText('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`)
  })

  test.each([
    [
      'headings and paragraphs',
      '# Fix broken links\n\nThese moved\n\nNow (all)\n',
      'Fix broken links. These moved. Now (all)',
    ],
    ['items', '- one\n- two\n  - three\n\nend', 'one; two; three. end'],
    ['items of several paragraphs', '1. one\n\n   more\n2. two\n', 'one; more; two'],
    ['cells and rows', '|a|b|\n|-|-|\n|c|d|\n\nend', 'a, b; c, d. end'],
    ['terms', '<dl><dt>a</dt><dd>b</dd></dl>\n\nend', 'a: b. end'],
    ['emoji', 'Done :tada:\n\nend', 'Done 🎉. end'],
    ['scripts with stops of their own', '修正链接\n\n- 一\n- 二\n\n三', '修正链接。一；二。三'],
    ['nothing that has a stop', 'Why:\n- a!\n- b…\n- "c."\n\nd —\n\ne', 'Why: a! b… "c." d — e'],
    ['nothing within a block', 'a\nb  \nc', 'a b c'],
  ])('sets a stop between %s', (_, markdown, text) => expect(plainText(markdown, 100)).toBe(text))

  test('never cuts a character in half', () => {
    for (let limit = 2; limit < 20; limit += 1) expect(plainText('😀'.repeat(20), limit).isWellFormed()).toBe(true)
  })
})
