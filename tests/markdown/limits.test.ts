import { describe, expect, test } from 'vitest'
import { translateAlone } from '../../src/markdown/dialects/translate.ts'
import { plainText, renderReason } from '../../src/markdown/inline.ts'
import { judgeSource } from '../../src/markdown/judge.ts'
import { refusalOf } from '../../src/markdown/limits.ts'
import { outlineOf } from '../../src/markdown/outline.ts'
import { sanitiseSvg } from '../../src/markdown/svg.ts'
import { draw } from './draw-kit.ts'

const times = (text: string, count: number) => text.repeat(count)
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** Sources that take a parser without limits seconds, gigabytes or its stack; each ends by the time limit of a test. */
const drawn: Readonly<Record<string, string>> = {
  'emphasis that never closes': times('*a ', 50_000),
  'two kinds of emphasis': times('**a *', 50_000),
  'opening brackets': times('[', 100_000),
  'links in links': times('[a](', 50_000),
  'images in images': times('![a](', 50_000),
  'code marks of every length': lines(1500, (index) => times('`', index + 1)),
  'tags that never end': times('<a ', 50_000),
  'comments that never end': times('<!--', 50_000),
  'entities that are none': times('&', 200_000),
  'addresses in addresses': times('http://', 30_000),
  'signs of mail': times('a@', 50_000),
  'footnotes that name each other': `${lines(1500, (index) => `[^${index}]: [^${index + 1}]\n`)}\n\n[^0]`,
  'one footnote named often': `${times('[^a]', 10_000)}\n\n[^a]: x`,
  'one long reference named often': `[a]: ${times('x', 5000)}\n\n${times('[a]', 30_000)}`,
  'many references': `${lines(20_000, (index) => `[r${index}]: /x`)}\n\n${times('[r1] ', 20_000)}`,
  strikes: times('~a~', 30_000),
  'NUL characters': times('\0', 100_000),
  'terms and definitions': times('a\n: b\n', 10_000),
  'the same heading': times('# a\n', 10_000),
  'paragraphs that never close': times('<p>', 5000),
  'items that never close': times('<li>', 5000),
  'cells without a table': times('<td>', 5000),
  'template marks that never close': times('{{', 100_000),
  'template tags': times('{% a %}', 10_000),
  'template marks of every kind': times('{{< {% <% {{{ {# ', 20_000),
  colons: times(':', 200_000),
  'emoji names': times(':tada:', 20_000),
  'attribute lists': times('[a](b){.c}', 10_000),
  'quotes marks': times('"', 200_000),
  'a page of 1 MB': times('# Heading\n\nSome *text* with a [link](x.md) and `code`.\n\n', 18_000),
}

const refused: Readonly<Record<string, { source: string; rule: string }>> = {
  quotations: { source: `${times('>', 20_000)} a`, rule: 'markdown/too-deep' },
  'quotations with blanks': { source: `${times('> ', 100_000)}a`, rule: 'markdown/too-deep' },
  'items on one line': { source: `${times('- ', 50_000)}a`, rule: 'markdown/too-deep' },
  'items inside each other': { source: lines(600, (index) => `${times('  ', index)}- a`), rule: 'markdown/too-deep' },
  'strong inside strong': { source: `${times('*', 100_000)}a${times('*', 100_000)}`, rule: 'markdown/too-deep' },
  elements: { source: times('<div>', 50_000), rule: 'markdown/too-deep' },
  'elements in blocks': { source: times('<div>\n\n', 20_000), rule: 'markdown/too-deep' },
  tables: { source: times('<table>', 5000), rule: 'markdown/too-deep' },
  'a wide table with short rows': {
    source: `|${times('a|', 3000)}\n|${times('-|', 3000)}\n${times('|a\n', 3000)}`,
    rule: 'markdown/table-too-large',
  },
  'a file of 6 MB': { source: times('word ', 1_250_000), rule: 'markdown/too-large' },
}

describe('pathological sources', () => {
  test.each(Object.entries(drawn))('are drawn: %s', (_, source) => {
    expect(draw(source).findings.filter(({ ruleId }) => ruleId !== 'markdown/too-deep')).toEqual([])
    outlineOf(source, 1)
    translateAlone(source)
    renderReason(source)
    plainText(source, 280)
    judgeSource(source)
  })

  test.each(Object.entries(refused))('are refused by name: %s', (_, { source, rule }) => {
    const { html, findings } = draw(source, { bodyLine: 7 })
    expect(findings).toMatchObject([{ ruleId: rule, level: 'error', line: 7 }])
    expect(html).toMatch(/^<p>This page is too large to be shown here/)
    expect(outlineOf(source, 1).headings).toEqual([])
    expect(translateAlone(source).text).toBe(source)
    expect(typeof renderReason(source)).toBe('string')
    expect(plainText(source, 280).length).toBeLessThanOrEqual(280)
    expect(judgeSource(source).findings).toEqual([])
  })

  test('a page whose HTML would be over 20 MB is refused', () => {
    const source = times('&', 4_900_000)
    expect(draw(source).findings.map(({ ruleId }) => ruleId)).toEqual(['markdown/too-large'])
  })

  // With a pattern that reads blanks in two ways each further pair of marks took four times as long.
  test.each(
    ['> ', ' - ', '\t- ', '* ', '1. ', '> - '].flatMap((mark) =>
      [24, 40, 60, 90].map((count) => [mark, count] as const),
    ),
  )('some marks before text are drawn at once: %j, %i times', (mark, count) => {
    const source = `${times(mark, count / mark.trim().split(' ').length)}text`
    expect(refusalOf(source)).toBeNull()
    expect(refusalOf(`a\n${source}\n\n${source}\n`)).toBeNull()
    expect(renderReason(source)).toContain('text')
  })

  // 300,000 signs: a pattern that needs time in their square needs minutes, and its test ends by its time limit.
  const blanks = times(' ', 300_000)
  test.each([
    ['blanks in a heading', `# a${blanks}!`],
    ['blanks in a heading before a brace', `# a${blanks}}`],
    ['blanks in an address', `<a href="x${blanks}y">z</a>`],
    ['blanks behind an admonition', `!!! note${blanks}!`],
    ['words behind an admonition', `!!! ${times('a ', 150_000)}!`],
    ['blanks behind a container', `:::${blanks}!`],
    ['colons behind a container', `::: a${times(':', 300_000)}!`],
    ['blanks before an attribute list', `a${blanks}!\n\n{: .b}`],
    ['comments of kramdown that never end', times('{::comment}', 30_000)],
    ['a long name of a language', `{% highlight ${times('a', 300_000)}!`],
    ['hyphens below the head of a table', `|a|b|\n|-|${times('-', 300_000)}!`],
    ['blanks below the head of a table', `|a|b|\n|-|-${blanks}!`],
  ])('%s are looked at once', (_, source) => {
    draw(source)
    expect(translateAlone(source).text.length).toBeLessThan(source.length + 1000)
  })

  test.each([
    ['blanks in an address of a picture', `<svg><path fill="url(${blanks}#a)"/></svg>`],
    ['comments in its style', `<svg><style>${times('/*', 100_000)}</style></svg>`],
  ])('%s are looked at once', (_, source) => expect(sanitiseSvg(source)).not.toBeNull())

  test('a line of blanks before a cell is looked at once', () => {
    expect(refusalOf(`|a|\n${times(' ', 200_000)}|x|`)).toBeNull()
  })

  test('a page of very many blocks is drawn whole, raw HTML among them', () => {
    const { html, findings } = draw(`${times('a\n\n', 300_000)}<b>end</b>\n`)
    expect(findings).toEqual([])
    expect(html).toContain('<b>end</b>')
  })

  test('a rule of many signs and a real table are neither', () => {
    expect(draw(`${times('- ', 200)}\n\n${times('* ', 200)}\n\n${times('-', 500)}`).findings).toEqual([])
    expect(draw(`|a|b|\n|-|-|\n${times('|c|d|\n', 2000)}`).findings).toEqual([])
  })
})
