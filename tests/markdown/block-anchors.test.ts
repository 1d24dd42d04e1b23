import { describe, expect, test } from 'vitest'
import { splitBlocks } from '../../src/markdown/blocks.ts'
import { renderMarkdown } from '../../src/markdown/render.ts'

const nowhere = { link: () => null, image: () => null, remoteImages: 'allow' } as const

/** Draws a text whose blocks are called after the line of the file that they begin on. */
function drawn(text: string, bodyLine = 1, lines: readonly number[] | null = null) {
  const blocks = splitBlocks(text).map(({ line, endLine }) => {
    const place = line + bodyLine - 1
    return { id: `b-${String(place).padStart(7, '0')}`, line: place, endLine: endLine + bodyLine - 1 }
  })
  return renderMarkdown(text, { ...nowhere, bodyLine, lines, dropTitle: false, numberSections: false, blocks })
}
const ids = (html: string) =>
  [...html.matchAll(/<(\w+)[^>]* id="(?:b-0*)?([^"]+)"/g)].map(([, tag, id]) => `${tag} ${id}`)

describe('the permanent names of blocks', () => {
  test('stand on paragraphs, items, rows, code and quotations, by the line of the file', () => {
    const text = 'One.\n\n- a\n- b\n\n  more of b\n  - c\n\n| h | i |\n|---|---|\n| j | k |\n\n```\ncode\n```\n\n> said'
    expect(ids(drawn(text, 5).html)).toEqual([
      'p 5',
      'li 7',
      'li 8',
      'p 10',
      'li 11',
      'tr 13',
      'tr 15',
      'pre 17',
      'p 21',
    ])
  })

  test('lead to the anchor that a heading has', () => {
    const { html, blockAnchors } = drawn('## What counts\n\nText.')
    expect(ids(html)).toEqual(['h2 what-counts', 'p 3'])
    expect([...blockAnchors]).toEqual([['b-0000001', 'what-counts']])
  })

  test('are found through raw HTML, which is read again', () => {
    expect(ids(drawn('Before.\n\n<div>\n\nInside.\n\n- item\n\n</div>\n\nAfter.').html)).toEqual([
      'p 1',
      'p 5',
      'li 7',
      'p 11',
    ])
  })

  test('cannot be taken by an author', () => {
    const { html } = drawn('<span id="b-0000003">x</span>\n\nThe block.')
    expect(html.match(/b-0000003/g)).toHaveLength(1)
    expect(html).toContain('<p id="b-0000003">The block.</p>')
  })

  test('follow the lines that a translated text was made from', () => {
    const text = 'One.\n\nTwo.'
    const blocks = [
      { id: 'b-aaaaaaa', line: 11, endLine: 11 },
      { id: 'b-bbbbbbb', line: 20, endLine: 20 },
    ]
    const { html } = renderMarkdown(text, {
      ...nowhere,
      bodyLine: 11,
      lines: [1, 2, 10],
      dropTitle: false,
      numberSections: false,
      blocks,
    })
    expect(html).toBe('<p id="b-aaaaaaa">One.</p>\n<p id="b-bbbbbbb">Two.</p>')
  })

  test('leave a page as it is without them', () => {
    const text = 'One.\n\n- a\n\n<p>raw</p>'
    const plain = renderMarkdown(text, { ...nowhere, bodyLine: 1, dropTitle: false, numberSections: false })
    expect(drawn(text).html.replace(/ id="b-\d+"/g, '')).toBe(plain.html)
    expect(plain.parts).toEqual([])
  })

  test('come with the place of each part in the HTML', () => {
    const { html, parts } = drawn('One.\n\n<p>raw</p>\n\n- a\n- b\n\n| h | i |\n|---|---|\n| j | k |')
    expect(
      parts.map(({ line, from, to, tagName }) => [line, tagName, html.slice(from, from + 4), html.slice(to - 4, to)]),
    ).toEqual([
      [1, 'p', '<p i', '</p>'],
      [3, 'p', '<p i', '</p>'],
      [5, 'ul', '<ul>', '/ul>'],
      [8, 'div', '<div', 'div>'],
    ])
  })
})
