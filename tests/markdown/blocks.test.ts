import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitBlocks } from '../../src/markdown/blocks.ts'

const kinds = (source: string) =>
  splitBlocks(source).map(({ kind, line, endLine }) => `${kind} ${line === endLine ? line : `${line}-${endLine}`}`)

test.each([
  ['paragraphs end at blank lines', 'one\ntwo\n\nthree\n', ['paragraph 1-2', 'paragraph 4']],
  [
    'headings of both forms',
    '# A\nText\n\nB\n===\nC\n---\n',
    ['heading 1', 'paragraph 2', 'heading 4-5', 'heading 6-7'],
  ],
  ['a hash without a space is text', '#12 is open\n', ['paragraph 1']],
  ['list items, nested ones too', '- a\n  more\n- b\n  - c\n    1. d\n', ['item 1-2', 'item 3', 'item 4', 'item 5']],
  ['a second paragraph of an item', '- a\n\n  b\n', ['item 1', 'paragraph 3']],
  ['a number in a wrapped paragraph begins no list', 'It was in\n2020. Then\n', ['paragraph 1-2']],
  ['a list that follows a paragraph closely', 'Then:\n- a\n1. b\n', ['paragraph 1', 'item 2', 'item 3']],
  [
    'each row of a table, the first with its rule',
    '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nEnd\n',
    ['row 1-2', 'row 3', 'row 4', 'paragraph 6'],
  ],
  ['a table right after text', 'Text\nA | B\n--|--\n1 | 2\n', ['paragraph 1', 'row 2-3', 'row 4']],
  ['a dash in a table is no heading', 'A\n-\n', ['heading 1-2']],
  ['fenced code with blank lines and lists in it', '```sh\n# a\n\n- b\n```\nText\n', ['code 1-5', 'paragraph 6']],
  ['a longer fence closes a shorter one only', '````\n```\n````\n', ['code 1-3']],
  ['code that is never closed, to its last line', '```\na\n\n\n', ['code 1-2']],
  [
    'indented code, not inside a list',
    'Text\n\n    code\n\n    more\n\n- item\n\n    text\n',
    ['paragraph 1', 'code 3-5', 'item 7', 'paragraph 9'],
  ],
  ['paragraphs of a quotation', '> a\n> b\n>\n> c\nlazy\n', ['quote 1-3', 'quote 4-5']],
  ['raw HTML until a blank line', '<div>\n<p>a</p>\n\nText\n</div>\n', ['html 1-2', 'paragraph 4-5']],
  ['raw HTML inside a list item until the next item', '1. a\n\n   <img>\n2. b\n', ['item 1', 'html 3', 'item 4']],
  ['elements of raw text until their end', '<pre>\na\n\nb\n</pre>\nText\n', ['html 1-5', 'paragraph 6']],
  ['an address in angle brackets is text', '<https://example.org>\n', ['paragraph 1']],
  ['comments, blank lines included', '<!-- a\n\nb -->\nText\n', ['comment 1-3', 'paragraph 4']],
  ['thematic breaks belong to nothing', 'a\n\n---\n\n* * *\n\nb\n', ['paragraph 1', 'paragraph 7']],
  [
    'front matter by key',
    '---\ntitle: A\nkeywords:\n  - b\n\n  - c\n# note\ndraft: true\n---\n# A\n',
    ['front-matter 2', 'front-matter 3-7', 'front-matter 8', 'heading 10'],
  ],
  [
    'front matter in TOML by key',
    '+++\ntitle = "A"\naliases = [\n  "b",\n]\n[params]\n  c = 1\n+++\n# A\n',
    ['front-matter 2', 'front-matter 3-5', 'front-matter 6-7', 'heading 9'],
  ],
  ['no front matter without an end', '---\ntitle: A\n', ['paragraph 2']],
  ['no front matter below the first line', '\n---\ntitle: A\n---\n', ['heading 3-4']],
  ['Windows and old Macintosh line ends', '# A\r\n\r\nb\rc\r\n', ['heading 1', 'paragraph 3-4']],
  ['a byte order mark', '\uFEFF# A\n', ['heading 1']],
  ['nothing', '', []],
])('splits %s', (_, source, expected) => {
  expect(kinds(source)).toEqual(expected)
})

test('keeps the source of a block', () => {
  expect(splitBlocks('- a\r\n  b\r\n')[0]?.text).toBe('- a\n  b')
})

const line = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\t', '---', '***', '- ', '- a', '  - b', '1. c', '2) d', '> e', '>', '# f', '===', '| g | h |'],
    ...['|---|---|', '```', '~~~~', '<div>', '</div>', '<!--', '-->', '<pre>', '    i', 'j', 'key: v', '+++', '\u00A0'],
  ),
  fc.string({ unit: fc.constantFrom(...'-*_=`~<>|#:. \tab1') }),
  fc.string(),
)

test('every line that is neither blank nor a break belongs to exactly one block', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (parts) => {
      const source = parts.join('\n')
      const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
      const owners = new Array<number>(lines.length).fill(0)
      let last = 0
      for (const block of splitBlocks(source)) {
        expect(block.line).toBeGreaterThan(last)
        expect(block.endLine).toBeGreaterThanOrEqual(block.line)
        expect(block.text).toBe(lines.slice(block.line - 1, block.endLine).join('\n'))
        for (let at = block.line; at <= block.endLine; at += 1) owners[at - 1] = (owners[at - 1] ?? 0) + 1
        last = block.endLine
      }
      const close =
        lines[0]?.trimEnd() === '+++' ? lines.findIndex((text, at) => at > 0 && /^\+\+\+[ \t]*$/.test(text)) : -1
      for (const [index, text] of lines.entries()) {
        if (close > 0 && (index === 0 || index === close)) continue
        const isBreak = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(text.trim())
        if (text.trim() !== '' && !isBreak) expect([index + 1, owners[index]]).toEqual([index + 1, 1])
      }
    }),
    { numRuns: 2000 },
  )
})
