import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { comparable } from '../../src/markdown/difference/comparable.ts'
import { differenceOf } from '../../src/markdown/difference/difference.ts'
import { differenceHtml } from '../../src/markdown/difference/html.ts'
import { pageTree } from '../../src/markdown/difference/page-tree.ts'
import { reading } from '../../src/markdown/difference/reading.ts'
import { summaryOf, summaryWords } from '../../src/markdown/difference/summary.ts'
import { writeHtml } from '../../src/markdown/write.ts'

const tree = (source: string) => {
  const root = pageTree(source)
  if (root === null) throw new Error('refused')
  return root
}
const between = (before: string, after: string) => differenceOf(tree(before), tree(after))
/** As a person reads it: words for listeners in brackets. */
const shown = (before: string, after: string) =>
  differenceHtml(between(before, after)).replace(/<span class="sr">(\w+): <\/span>/g, '[$1]')
const said = (before: string, after: string) => summaryWords(summaryOf(between(before, after)))

function expectBothReadings(before: string, after: string): void {
  const difference = between(before, after)
  expect(writeHtml(reading(difference, 'before'))).toBe(writeHtml(comparable(tree(before))))
  expect(writeHtml(reading(difference, 'after'))).toBe(writeHtml(comparable(tree(after))))
}

describe('words', () => {
  test('are out and in where they changed, and the rest of the paragraph stays', () => {
    expect(shown('Claim anything under 10 EUR from us.', 'Claim anything under 25 EUR from us.')).toBe(
      '<p>Claim anything under <del>[removed]10</del><ins>[added]25</ins> EUR from us.</p>',
    )
  })

  test('that stay are taken into a change when fewer than three stand between two', () => {
    expect(shown('We return it with a form to you all here.', 'We send it without a form to you all here.')).toBe(
      '<p>We <del>[removed]return it with</del><ins>[added]send it without</ins> a form to you all here.</p>',
    )
    expect(shown('a one b c d two e', 'a ONE b c d TWO e')).toBe(
      '<p>a <del>[removed]one</del><ins>[added]ONE</ins> b c d <del>[removed]two</del><ins>[added]TWO</ins> e</p>',
    )
  })

  test('are marked inside the bold text or the link that they stand in, which stays whole', () => {
    expect(
      shown('See [the old long list](https://a.example/) now.', 'See [the new long list](https://a.example/) now.'),
    ).toBe(
      '<p>See <a href="https://a.example/" class="external" rel="noopener noreferrer">the <del>[removed]old</del><ins>[added]new</ins> long list</a> now.</p>',
    )
  })

  test('that their author struck out or added are no mark of ours', () => {
    const html = shown('~~old~~ <ins>new</ins> text stays as it is', '~~old~~ <ins>new</ins> text stays as it was')
    expect(html).toContain('<s>old</s> <u>new</u>')
    expect(html.match(/<(?:ins|del)>/g)).toEqual(['<del>', '<ins>'])
  })
})

describe('blocks', () => {
  test('that came or went are marked as a whole, and neighbours together', () => {
    expect(shown('One stays.', 'One stays.\n\nTwo comes.\n\nThree comes.')).toBe(
      '<p>One stays.</p><ins class="whole">[added]<p>Two comes.</p><p>Three comes.</p></ins>',
    )
  })

  test('that moved say where from and are not shown twice', () => {
    const before = '## One\n\nThis sentence moves a long way.\n\n## Two\n\nThis one stays where it is.'
    const after = '## One\n\n## Two\n\nThis one stays where it is.\n\nThis sentence moves a long way.'
    expect(shown(before, after)).toContain(
      '<div class="moved"><span class="label">Moved from section 1. </span><p>This sentence moves a long way.</p></div>',
    )
    expect(shown(before, after).match(/moves a long way/g)).toHaveLength(1)
    expect(said(before, after)).toBe('section 2, 1 block moved')
  })

  test('of a list and of a table carry the mark inside', () => {
    expect(shown('- one\n- two', '- one\n- two\n- three')).toContain('<li><ins>[added]three</ins></li>')
    const head = '| Country | From |\n|---|---|\n| All | 10 EUR |\n'
    expect(shown(head, `${head}| Germany | 5 EUR |\n`)).toContain(
      '<tr><td><ins>[added]Germany</ins></td><td><ins>5 EUR</ins></td></tr>',
    )
  })

  test('of a table follow its columns when one comes', () => {
    const html = shown('| A | C |\n|---|---|\n| a | c |\n', '| A | B | C |\n|---|---|---|\n| a | b | c |\n')
    expect(html).toContain('<tr><td>a</td><td><ins>[added]b</ins></td><td>c</td></tr>')
  })

  test('of code are compared line by line', () => {
    expect(shown('```sh\na\nb\nc\n```', '```sh\na\nB\nc\n```')).toBe(
      '<pre tabindex="0"><code>a\n<del>[removed]b\n</del><ins>[added]B\n</ins>c\n</code></pre>',
    )
  })

  test('that stayed are folded when they are long, with the heading before a change', () => {
    const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    expect(shown(`${long}\n\n## Pay\n\nold text here`, `${long}\n\n## Pay\n\nnew text here`)).toBe(
      '<p class="cut">…</p><p class="hd hd2">Pay</p><p><del>[removed]old</del><ins>[added]new</ins> text here</p>',
    )
  })
})

test('says where a link leads now when that alone changed', () => {
  expect(shown('See [the list](a.md).', 'See [the list](b.md).')).toBe(
    '<p>See <span class="link">the list</span><small class="leads"> (link changed from a.md to b.md)</small>.</p>',
  )
  expect(said('See [the list](a.md).', 'See [the list](b.md).')).toBe('1 link changed')
})

test('names both pictures where one took the place of another', () => {
  const html = shown('Look: ![a house](a.png)', 'Look: ![a tree](b.png)')
  expect(html).toContain('<b>Before: </b>a house, a.png')
  expect(html).toContain('<b>After: </b>a tree, b.png')
})

test('sums up in words', () => {
  const page = (limit: string) => `# T\n\n## One\n\ntext\n\n## Two\n\nPay ${limit} to all of them.`
  expect(said(page('10 EUR'), page('25 EUR and then some'))).toBe('section 2, 2 words out, 5 words in')
})

test('holds nothing that could run, load or be taken for a part of the page it is quoted on', () => {
  const evil =
    '# Hello {#top}\n\n<img src=x onerror=alert(1)> <a name="q" href="javascript:alert(1)">x</a> ![i](https://a.example/t.png) [l](../x.md)\n\n- [ ] box\n'
  const html = shown(evil, evil.replace('Hello', 'Bye <script>alert(1)</script>').replace('box', 'crate'))
  expect(html).not.toMatch(/<img|<script|onerror|javascript:|\sid=|\sname=|href="(?!https)/)
})

test('gives up on a paragraph of thousands of shuffled words and takes it out and in as a whole', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `w${(at * 7919) % 20_011}`)
  const difference = between(words.join(' '), words.toReversed().join(' '))
  expect(difference.children).toHaveLength(1)
  expectBothReadings(words.join(' '), words.toReversed().join(' '))
})

describe('both versions can be read back exactly', () => {
  const inline = fc.constantFrom(
    ...[
      'word',
      'other',
      '**bold**',
      '*x* ',
      '[a link](a.md)',
      '[**in** it](b.md)',
      '`code`',
      '~~gone~~',
      '<ins>new</ins>',
      '<b>half',
      '</b>',
      '![p](p.png)',
      '<kbd></kbd>',
      '.',
      ',',
      '\n',
      '<br>',
      '&amp;',
      '日本語',
    ],
  )
  const line = fc.array(inline, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(' '))
  const block = fc.oneof(
    line,
    line.map((text) => `## ${text.replaceAll('\n', ' ')}`),
    fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((lines) => lines.map((text) => `- ${text.replaceAll('\n', '\n  ')}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map(
        (lines) => `| A | B |\n|---|---|\n${lines.map((text) => `| ${text.replaceAll('\n', ' ')} | x |`).join('\n')}`,
      ),
    line.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
    line.map((text) => `\`\`\`\n${text}\n\`\`\``),
    line.map((text) => `<div>\n\n${text}\n\n</div>`),
    line.map((text) => `<table><tr><td>${text.replaceAll('\n', ' ')}<td>two</table>`),
  )
  const pages = fc.array(block, { maxLength: 8 }).chain((blocks) =>
    fc.tuple(
      fc.constant(blocks),
      fc.array(fc.tuple(fc.nat(8), fc.constantFrom('drop', 'move', 'put', 'edit'), block, fc.nat(8)), {
        maxLength: 5,
      }),
    ),
  )
  const mutated = (
    blocks: readonly string[],
    edits: readonly (readonly [number, string, string, number])[],
  ): string[] => {
    const out = [...blocks]
    for (const [at, kind, text, to] of edits) {
      if (kind === 'put') out.splice(at, 0, text)
      else if (kind === 'edit' && out[at] !== undefined)
        out[at] = `${out[at].slice(0, to * 3)}${text.slice(0, 7)}${out[at].slice(to * 3 + 4)}`
      else if (kind === 'move') out.splice(to, 0, ...out.splice(at, 1))
      else out.splice(at, 1)
    }
    return out
  }

  it('for pages with tables, raw HTML, half-open tags and moves', () => {
    fc.assert(
      fc.property(pages, ([blocks, edits]) => {
        expectBothReadings(blocks.join('\n\n'), mutated(blocks, edits).join('\n\n'))
      }),
      { numRuns: 150, seed: 6 },
    )
  })

  it('for two pages that have nothing to do with each other', () => {
    fc.assert(
      fc.property(pages, pages, ([a], [b]) => expectBothReadings(a.join('\n\n'), b.join('\n\n'))),
      { numRuns: 60, seed: 6 },
    )
  })
})
