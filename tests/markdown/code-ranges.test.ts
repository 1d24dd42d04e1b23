import { expect, test } from 'vitest'
import { codeRanges } from '../../src/markdown/code-ranges.ts'

const code = (text: string) => codeRanges(text).map(([start, end]) => text.slice(start, end))

test.each([
  ['fenced and inline code', 'a `b` c\n\n```\nd\n```\n', ['`b`', '```\nd\n```']],
  ['comments, to the first end', 'a <!-- `b` --> c --> d', ['<!-- `b` -->']],
  [
    'elements whose text stands as it is',
    '<PRE class="a">b</pre > c <code>d</code>',
    ['<PRE class="a">b</pre >', '<code>d</code>'],
  ],
  [
    'comments in code and code in comments',
    '<pre><!-- a</pre> b --> <!-- <pre> -->',
    ['<pre><!-- a</pre>', '<!-- <pre> -->'],
  ],
  ['nothing that does not end', 'a <!-- b <pre> c <code', []],
  ['what ends behind what does not', '<script> <pre>a</pre> <!-- <!-- -->', ['<pre>a</pre>', '<!-- <!-- -->']],
  ['no word that only begins so', '<preface>a</preface>', []],
])('finds %s', (_, text, expected) => expect(code(text)).toEqual(expected))

test('finds code in a text that is nested more deeply than a stack', () => {
  expect(code(`${'[a'.repeat(20_000)} \`b\` ${'](c)'.repeat(20_000)}`)).toEqual(['`b`'])
})

// Each start looked for its end through the rest of the text: 100 seconds and more.
test.each(['<!--', '<pre>', '<code ', '<script>\n'])('looks once for the end of what is never closed: %j', (start) => {
  expect(code(start.repeat(500_000 / start.length))).toEqual([])
})
