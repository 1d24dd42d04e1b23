import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, renderReason } from '../../src/markdown/inline.ts'
import { dangersIn, draw, html } from './draw-kit.ts'
import { vectors } from './hostile-vectors.ts'

describe('what a stranger writes on a page', () => {
  test.each(vectors)('does nothing: %s', (vector) => {
    expect(dangersIn(draw(vector, { dropTitle: true, numberSections: true }).html, 'page')).toEqual([])
    expect(dangersIn(draw(vector, { remoteImages: 'link' }).html, 'page')).toEqual([])
  })

  test('does nothing in any combination', () => {
    const piece = fc.oneof(
      fc.constantFrom(...vectors),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '`',
        '\n',
        '\n\n',
        '<p>',
        '</p>',
        '<table>',
        '<td>',
        '<b>',
        '<a href="',
        '<!--',
        '-->',
        '> ',
        '- ',
        '|',
        '</',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const source = pieces.join('')
        expect(dangersIn(draw(source, { numberSections: true }).html, 'page')).toEqual([])
        expect(dangersIn(renderReason(source), 'reason')).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('does nothing where the resolver answers with a bad address', () => {
    const bad = (address: string) =>
      html('[x](y) ![z](w)', { link: () => ({ href: address, external: false }), image: () => ({ src: address }) })
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' javascript:x',
      'vbscript:x',
      'java\nscript:x',
    ]) {
      expect(dangersIn(bad(address), 'page')).toEqual([])
    }
  })
})

describe('what a stranger writes in a commit message', () => {
  test.each(vectors)('does nothing: %s', (vector) => expect(dangersIn(renderReason(vector), 'reason')).toEqual([]))

  test('has no marks left as plain text', () => {
    expect(plainText('# Why\n\nIt was **slow** <img src=x onerror=alert(1)>[here](javascript:x).', 200)).toBe(
      'Why. It was slow here.',
    )
  })
})

describe('each defence on its own', () => {
  test('raw HTML is sanitised on the final tree', () => {
    expect(html('<b onclick="x">*a*</b> <p>b</p>')).not.toContain('onclick')
    expect(html('<table><tr><td>\n\n<img src=a.png onerror=x>\n\n</td></tr></table>')).not.toContain('onerror')
  })

  test('frames and videos become links, and only to good addresses', () => {
    expect(html('<iframe src="https://video.example/1" title="Tour"></iframe>')).toBe(
      '<p><a href="https://video.example/1" class="external" rel="noopener noreferrer">Tour</a></p>',
    )
    expect(html('<video><source src="a.mp4"></video>')).toBe('<p><a href="a.mp4">Video: a.mp4</a></p>')
    expect(html('<iframe src="javascript:alert(1)" title="x"></iframe>')).toBe('')
  })

  test('ids that could stand for something of the DOM are prefixed; old links to them still arrive', () => {
    const page = html('## Cookie\n\n<p id="getElementById">x</p>')
    expect(page).toContain('<h2 id="user-content-cookie"><a name="cookie"></a>Cookie</h2>')
    expect(page).toContain('<p id="user-content-getElementById"><a name="getElementById"></a>x</p>')
  })

  test('no name but that of an anchor survives', () => {
    expect(html('<img name="cookie" src="a.png"><p name="x">y</p>')).not.toContain('name=')
  })

  test('an id stands once on a page', () => {
    expect(html('<a id="scope"></a>\n\n## Scope\n\n<p id="scope">x</p>').match(/id="scope"/g)).toHaveLength(1)
  })

  test('remote images: https only, without a referrer, and links where the configuration wants it', () => {
    expect(html('![x](https://a.example/x.png)')).toContain('referrerpolicy="no-referrer"')
    expect(html('![x](http://a.example/x.png)')).toBe(
      '<p><a href="http://a.example/x.png" class="external" rel="noopener noreferrer">x</a></p>',
    )
    expect(html('![x](https://a.example/x.png) ![y](y.png)', { remoteImages: 'link' })).toBe(
      '<p><a href="https://a.example/x.png" class="external" rel="noopener noreferrer">x</a> <img src="y.png" alt="y" loading="lazy" decoding="async"></p>',
    )
    expect(html('![x](data:image/png;base64,AAAA)')).toBe('<p>x</p>')
  })

  test('addresses of another kind are drawn as text, whatever is resolved', () => {
    expect(html('[a](javascript:x) [b](ftp://x) [c](mailto:a@b.example) [d](tel:1) [e](x.md)')).toBe(
      '<p>a b <a href="mailto:a@b.example">c</a> <a href="tel:1">d</a> <a href="x.md">e</a></p>',
    )
  })

  test('no style is left for the policy of the page to block', () => {
    expect(html('| a |\n|--:|\n| b |\n\n<p style="color:red" align=center>x</p>')).not.toContain('style')
  })

  test('text of a page is text on the page', () => {
    expect(html('\\<script> &lt;b&gt; `<i>` a < b & c')).toBe(
      '<p>&lt;script> &lt;b> <code>&lt;i></code> a &lt; b &amp; c</p>',
    )
  })

  test('highlighted code passes through the same sanitiser', () => {
    const page = draw('```html\n<script>alert("x")</script>\n```').html
    expect(page).toContain('hljs-')
    expect(dangersIn(page, 'page')).toEqual([])
  })

  test('reasons show no e-mail address', () => {
    expect(renderReason('Asked ana@example.org and <mailto:bo@example.org>')).not.toContain('example.org')
    expect(plainText('Asked ana@example.org', 100)).toBe('Asked (e-mail address)')
  })
})
