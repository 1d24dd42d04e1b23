import { describe, expect, test } from 'vitest'
import { judgeSource } from '../../src/markdown/judge.ts'

const found = (text: string) =>
  judgeSource(text).findings.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)

describe('source text is judged', () => {
  test.each([
    ['a link without an address', 'a\n\n- b [c]()', ['markdown/empty-link 3:5']],
    ['a link without a text', '[](x.md)', ['markdown/empty-link 1:1']],
    ['an image without a text', '---\ntitle: A\n---\n\nB ![](x.png)', ['markdown/image-text 5:3']],
    ['an image without an address', '![a]()', ['markdown/empty-image 1:1']],
    ['a heading that jumps', '# A\n\n### B\n\n## C', ['markdown/heading-jump 3:1']],
    ['a definition without an address', '[a]\n\n[a]: <>', ['markdown/empty-link 3:1']],
    ['none of these in code', '```\n[]()\n```\n\n`![]()`', []],
    ['nothing wrong', '# A\n\n## B\n\n[c](d.md) ![e](f.png)', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))

  test('with the place of every link, as an editor counts', () => {
    const { placesOf } = judgeSource('---\ntitle: A\n---\n\né 😀 [b](c.md) and [b](c.md)\n\n{{ x }} [d](%C3%BC.md)\n')
    expect(placesOf('c.md')).toEqual([
      { line: 5, column: 6, endLine: 5, endColumn: 15 },
      { line: 5, column: 20, endLine: 5, endColumn: 29 },
    ])
    expect(placesOf('ü.md')).toEqual([{ line: 7, column: 9, endLine: 7, endColumn: 23 }])
    expect(placesOf('none.md')).toEqual([])
  })

  test('with the place of the front matter, which it never reads', () => {
    expect(judgeSource('\uFEFF---\ntitle: A\n---\nB').frontMatter).toEqual({
      line: 1,
      column: 1,
      endLine: 3,
      endColumn: 4,
    })
    expect(judgeSource('+++\ntitle = "A"\n+++\nB').frontMatter).toMatchObject({ line: 1, endLine: 3 })
    expect(judgeSource('# A').frontMatter).toBeNull()
  })
})
