import fc from 'fast-check'
import type { Nodes } from 'hast'
import { htmlToHast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { translateAlone } from '../../../src/markdown/dialects/translate.ts'
import { rawTags } from '../../kit/raw-tags.ts'
import { draw, html } from '../draw-kit.ts'

/** A part of a page whose every line says a word of its own, and whose code is full of tags. */
type Part = (next: () => string) => string[]

const TAGS_IN_CODE = ['{% hint %}', '{{ x }}', ':::note', '!!! note', '{{< a >}}', '<% b %>', '  {: .c }', '=== "d"']
const paragraph: Part = (next) => [`${next()} *${next()}* and`, `[${next()}](a.md) ${next()}`]
const list: Part = (next) => [`- ${next()}`, `- ${next()}`, `    - ${next()}`]
const code =
  (tag: string): Part =>
  (next) => ['```js', `${next()} ${tag}`, '', `    ${tag} ${next()}`, '```']
const inline =
  (tag: string): Part =>
  (next) => [`${next()} \`${tag.trim()} ${next()}\``]
const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`))
const PAIRS: readonly (readonly [string, string])[] = [
  ['{% hint style="info" %}', '{% endhint %}'],
  ['{{% notice tip "Title" %}}', '{{% /notice %}}'],
  ['{{< details "Title" >}}', '{{< /details >}}'],
  ['{{< tabs >}}\n{{< tab "Title" >}}', '{{< /tab >}}\n{{< /tabs >}}'],
  [':::warning Title', ':::'],
  ['<TabItem label="Title">', '</TabItem>'],
  ['{% if site.zork.a %}', '{% endif %}'],
  ['{{< zork >}}', '{{< /zork >}}'],
]
const MKDOCS = ['!!! note "Title"', '??? tip', '=== "Title"']

const leaf: fc.Arbitrary<Part> = fc.oneof(
  fc.constant(paragraph),
  fc.constant(list),
  fc.constantFrom(...TAGS_IN_CODE).map(code),
  fc.constantFrom(...TAGS_IN_CODE).map(inline),
)
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.tuple(fc.constantFrom(...PAIRS), fc.array(tie('part'), { minLength: 1, maxLength: 3 })).map(
      ([[open, close], inside]): Part =>
        (next) => [...open.split('\n'), ...joined(inside, next), ...close.split('\n')],
    ),
  ),
}))
const mkdocs = fc.tuple(fc.constantFrom(...MKDOCS), fc.array(leaf, { minLength: 1, maxLength: 3 })).map(
  ([marker, inside]): Part =>
    (next) => [marker, '', ...indent(joined(inside, next))],
)

function joined(parts: readonly Part[], next: () => string): string[] {
  return parts.flatMap((each, index) => [...(index === 0 ? [] : ['']), ...each(next)])
}

const page = fc.array(fc.oneof(part, mkdocs), { maxLength: 6 }).map((parts) => {
  let count = 0
  return joined(parts, () => {
    count += 1
    return `w${count}w`
  }).join('\n')
})

/** Text of every piece of code of a page, in order. */
function codeOf(shown: string): string[] {
  const codes: string[] = []
  const text = (node: Nodes): string =>
    node.type === 'text' ? node.value : 'children' in node ? node.children.map(text).join('') : ''
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && node.tagName === 'code') codes.push(text(node))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(htmlToHast(shown, { fragment: true }))
  return codes
}

/** The code that the words of a page's source stand in. */
function codeIn(source: string): string[] {
  const lines = source.split('\n')
  const codes: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const [, blanks] = /^( *)```js$/.exec(line) ?? []
    if (blanks !== undefined) {
      const end = lines.findIndex((each, at) => at > index && each === `${blanks}\`\`\``)
      codes.push(
        `${lines
          .slice(index + 1, end)
          .map((each) => each.slice(blanks.length))
          .join('\n')}\n`,
      )
      index = end
    } else for (const [, inside = ''] of line.matchAll(/`([^`]+)`/g)) codes.push(inside)
  }
  return codes
}

function expectTrueLines(source: string): void {
  const { text, lines } = translateAlone(source)
  const made = text.split('\n')
  const written = source.split('\n')
  if (lines === null) {
    expect(text).toBe(source)
    return
  }
  expect(lines).toHaveLength(made.length)
  lines.forEach((line, index) => {
    expect(line).toBeGreaterThanOrEqual(index === 0 ? 1 : (lines[index - 1] ?? 1))
    expect(line).toBeLessThanOrEqual(written.length)
    for (const [word] of (made[index] ?? '').matchAll(/w\d+w/g)) expect(written[line - 1]).toContain(word)
  })
}

describe('whatever blocks stand inside each other', () => {
  test('every line knows the line that it was made from', () => {
    fc.assert(fc.property(page, expectTrueLines), { numRuns: 400 })
  })

  test('code is never changed, no word is lost, and no tag is seen outside code', () => {
    fc.assert(
      fc.property(page, (source) => {
        const shown = html(source)
        expect(codeOf(shown)).toEqual(codeIn(source))
        expect(rawTags(shown)).toEqual([])
        const words = [...shown.matchAll(/w\d+w/g)].map(([word]) => word)
        expect(words).toEqual([...source.matchAll(/w\d+w/g)].map(([word]) => word))
      }),
      { numRuns: 400 },
    )
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...'{% %} {{ }} {{< >}} {{% %}} {# #} <% %> {: {:: } ::: `'.split(' '),
    ...['!!! note', '=== "a"', '\n', '\n\n', '\n    ', ' ', '```\n', 'include x', 'comment', 'endcomment', 'if a'],
    ...['endif', 'else', 'for a in b', 'endfor', 'capture c', 'endcapture', 'hint', 'endhint', 'raw', 'endraw', '"a"'],
    ...['toc', '#id', '.b', '# H', '[a](', ')', '- ', '> ', '<!--', '-->', 'highlight js', '/note', 'note', '|'],
    ...[
      '{% hint %}',
      '{% endhint %}',
      '{{< tab "a" >}}',
      '{{< /tab >}}',
      ':::note\n',
      '\n:::\n',
      '{%- x -%}',
      'w1w',
      'w2w',
    ],
  ),
  fc.string({ maxLength: 3 }),
)
const noise = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

describe('whatever is written', () => {
  test('lines never fall, and nothing is thrown', () => {
    fc.assert(
      fc.property(noise, (source) => {
        const { text, lines } = translateAlone(source)
        if (lines !== null) {
          expect(lines).toHaveLength(text.split('\n').length)
          expect(lines.every((line, index) => line >= (lines[index - 1] ?? 1))).toBe(true)
        }
        draw(source)
      }),
      { numRuns: 2000 },
    )
  })

  test('no complete tag is seen on a page outside code', () => {
    const tags = [
      '{% a %}',
      '{{ b }}',
      '{{< c >}}',
      '<%= d %>',
      '{# e #}',
      '{% hint %}x{% endhint %}',
      '{{% f %}}g{{% /f %}}',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...tags), fc.lorem(), fc.lorem(), (tag, before, after) => {
        const shown = html(
          `${before} ${tag} ${after}\n\n- ${tag}\n\n| ${tag} |\n|---|\n| ${tag} |\n\n> ${tag}\n\n# ${tag}`,
        )
        expect(rawTags(shown)).toEqual([])
      }),
    )
  })
})
