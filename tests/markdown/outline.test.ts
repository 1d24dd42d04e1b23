import fc from 'fast-check'
import { markdownToHast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { bareAddress } from '../../src/markdown/addresses.ts'
import { outlineOf } from '../../src/markdown/outline.ts'
import { resolveRawHtml } from '../../src/markdown/raw-html.ts'
import { writeHtml } from '../../src/markdown/write.ts'
import { draw } from './draw-kit.ts'
import { vectors } from './hostile-vectors.ts'

const links = (body: string, line = 1) =>
  outlineOf(body, line).links.map((link) => `${link.kind} ${link.target} ${link.line}:${link.column}`)

describe('outline of a page', () => {
  test('headings with depth, anchor, text and line in the file', () => {
    expect(outlineOf('# A\n\ntext\n\n## B :tada:\n\nSetext\n------\n\n<h3>Raw</h3>\n', 5).headings).toEqual([
      { depth: 1, id: 'a', text: 'A', line: 5 },
      { depth: 2, id: 'b-tada', text: 'B 🎉', line: 9 },
      { depth: 2, id: 'setext', text: 'Setext', line: 11 },
      { depth: 3, id: 'raw', text: 'Raw', line: 14 },
    ])
  })

  test('links and images with line and column in the file', () => {
    const body = 'é 😀 [a](b.md)\n\n- x ![c](d.png)\n\n| [e](f.md) |\n|---|\n\n[g] <https://h.example>\n\n[g]: i.md\n'
    expect(links(body, 4)).toEqual([
      'link b.md 4:6',
      'image d.png 6:5',
      'link f.md 8:3',
      'link i.md 11:1',
      'link https://h.example 11:5',
    ])
  })

  test('in raw HTML too, also over several lines', () => {
    const body =
      '<div>\n<a\n  href="a.md">x</a> <img alt="y" src="b.png">\n</div>\n\nz <A HREF="c.md">c</A>\n<iframe src="https://d.example"></iframe>'
    expect(links(body)).toEqual([
      'link a.md 2:1',
      'image b.png 3:21',
      'link c.md 6:3',
      'link https://d.example null:null',
    ])
  })

  test('lines hold below template tags and comments', () => {
    expect(
      links('{% hint %}\n[a](b.md)\n{% endhint %}\n\n!!! note\n    [c](d.md)\n\n<!-- [x](y) -->\n[e](f.md)'),
    ).toEqual(['link b.md 2:1', 'link d.md 6:5', 'link f.md 9:1'])
  })

  test('nothing in code or comments is a link, and footnotes are not', () => {
    expect(links('`[a](b)`\n\n    [c](d)\n\n<!-- <a href="e">f</a> -->\n\ng[^1]\n\n[^1]: h')).toEqual([])
  })

  test('every anchor that a link may name', () => {
    const { anchors } = outlineOf(
      '# A\n\n## B {#own}\n\n<a name="old"></a><p id="para">x</p>\n\n## Links\n\nText\n{: #here}',
      1,
    )
    expect([...anchors].sort()).toEqual(['a', 'here', 'links', 'old', 'own', 'para', 'user-content-links'])
  })

  test.each([
    ['# A\n\ntext', true],
    ['<!-- x -->\n\n# A', true],
    ['<h1 align="center">A</h1>', true],
    ['text\n\n# A', false],
    ['## A', false],
    ['![logo](x.png)\n\n# A', false],
    ['', false],
  ])('%j opens with its title: %s', (body, opens) => expect(outlineOf(body, 1).opensWithTitle).toBe(opens))

  test('first paragraph, without marks, at most 300 characters', () => {
    expect(outlineOf('# A\n\n> quoted\n\nThe *first* [one](x)\nhere.\n\nSecond', 1).firstParagraph).toBe(
      'The first one here.',
    )
    expect(outlineOf('word '.repeat(100), 1).firstParagraph?.length).toBeLessThanOrEqual(300)
    expect(outlineOf('- only\n- a list', 1).firstParagraph).toBeNull()
  })

  test('counts words, in scripts without blanks too', () => {
    expect(outlineOf('One two *three*\n\n- four', 1).words).toBe(4)
    expect(outlineOf('育児休暇は二年です', 1).words).toBeGreaterThan(3)
  })
})

const piece = fc.constantFrom(
  ...[
    '# A',
    '## B',
    '## A {#b}',
    '## A {: #c}',
    '### `x` y',
    '<h2>R</h2>',
    '<h2 id="r">',
    '</h2>',
    '# Links',
    '## :tada:',
  ],
  ...[
    '<a name="a">',
    '</a>',
    '<p id="b">',
    '<div>',
    '</div>',
    '<details>',
    '</details>',
    '<table><tr><td>',
    '</td></tr></table>',
  ],
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<!-- c -->',
    '<script>',
    '</script>',
    '> [!NOTE]',
    '- ',
    '[l](m.md)',
    '![i](j.png)',
    '`<b>`',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '{% x %}',
    '{{ y }}',
    '***',
    '=====',
    '-----',
    '<title>',
    '<iframe src="x">',
    '<p>',
    '</p>',
    'term\n: def',
  ],
)
const page = fc.array(fc.oneof(piece, fc.constantFrom(...vectors)), { maxLength: 15 }).map((pieces) => pieces.join(''))

describe('outline and page agree', () => {
  test('about the anchor of every heading, whatever is written', () => {
    fc.assert(
      fc.property(page, (body) => {
        const ids = outlineOf(body, 1)
          .headings.filter(({ depth }) => depth <= 3)
          .map(({ id }) => id)
        expect(draw(body).sections.map(({ id }) => id)).toEqual(ids)
      }),
      { numRuns: 1500 },
    )
  })

  test('about links: each one drawn is one that was told', () => {
    fc.assert(
      fc.property(page, (body) => {
        const asked = new Set<string>()
        draw(body, {
          link: (target) => {
            asked.add(target)
            return null
          },
        })
        const told = outlineOf(body, 1).links.map(({ target }) => bareAddress(target))
        for (const target of asked) expect(told).toContain(target)
      }),
      { numRuns: 300 },
    )
  })

  test('nothing in a drawing is a link', () => {
    const body = '<svg><iframe src="x"></iframe><a href="y">y</a></svg>\n'
    const asked: string[] = []
    draw(body, {
      link: (target) => {
        asked.push(target)
        return null
      },
    })
    expect(asked).toEqual([])
    expect(outlineOf(body, 1).links).toEqual([])
  })
})

test('reading only the blocks with raw HTML again gives what reading the whole page gives', () => {
  const resolved = (body: string, whole: boolean) => {
    const tree = markdownToHast(body, { features: { frontmatter: false, definitionList: true } })
    if (tree.type !== 'root') throw new Error('no root')
    return writeHtml(resolveRawHtml(tree, { whole })).replaceAll('=""', '')
  }
  fc.assert(
    fc.property(page, (body) => {
      expect(resolved(body, false)).toBe(resolved(body, true))
    }),
    { numRuns: 1500 },
  )
})
