import { describe, expect, test } from 'vitest'
import { draw, html } from './draw-kit.ts'

describe('GitHub-flavoured Markdown', () => {
  test.each([
    ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['reference links', '[a][b]\n\n[b]: c.md "t"', '<p><a href="c.md" title="t">a</a></p>'],
    [
      'bare addresses',
      'See www.example.org.',
      '<p>See <a href="http://www.example.org" class="external" rel="noopener noreferrer">www.example.org</a>.</p>',
    ],
    ['emoji by name', ':tada: `:tada:` :no-such:', '<p>🎉 <code>:tada:</code> :no-such:</p>'],
    ['definition lists', 'Term\n: One\n: *Two*', '<dl><dt>Term</dt><dd>One</dd><dd><em>Two</em></dd></dl>'],
    ['quotes as they are typed', `"a" -- 'b'...`, `<p>"a" -- 'b'...</p>`],
    ['mathematics as text', '$a_1 + b_1$', '<p>$a_1 + b_1$</p>'],
    [
      'empty captions and last breaks dropped',
      'a\\\n\n<figure><img src="b.png"><figcaption></figcaption></figure>',
      '<p>a</p><figure><img src="b.png" alt="" loading="lazy" decoding="async"></figure>',
    ],
    ['comments hidden', 'a <!-- b --> c\n\n<!--\nd\n-->', '<p>a  c</p>'],
    ['raw HTML', 'H<sub>2</sub>O <kbd>x</kbd><br>y', '<p>H<sub>2</sub>O <kbd>x</kbd><br>y</p>'],
    ['old elements as new ones', '<strike>a</strike> <tt>b</tt>', '<p><s>a</s> <code>b</code></p>'],
    ['unknown elements as their text', '<blink>a</blink> <MyTag x={1}>b</MyTag>', '<p>a b</p>'],
    [
      'unquoted addresses in tags',
      '<a href=https://x.example target=_blank>x</a>',
      '<p><a href="https://x.example" class="external" rel="noopener noreferrer">x</a></p>',
    ],
  ])('%s', (_, source, expected) => expect(html(source)).toBe(expected))

  test('task lists have boxes with names', () => {
    expect(html('- [x] a\n- [ ] b')).toBe(
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> a</li>' +
        '<li class="task-list-item"><input type="checkbox" disabled aria-label="To do"> b</li></ul>',
    )
  })

  test('footnotes lead to their text and back', () => {
    const page = html('a[^n]\n\n[^n]: b')
    expect(page).toContain('<a href="#user-content-fn-n"')
    expect(page).toContain('<li id="user-content-fn-n">')
    expect(page).toContain('<a href="#user-content-fnref-n"')
    expect(page).toContain('id="user-content-fnref-n"')
    expect(page).toContain('<h2 class="sr" id="footnote-label">')
  })

  test('Markdown inside `<details>` is drawn', () => {
    expect(html('<details>\n<summary>More</summary>\n\n- a\n\n</details>')).toBe(
      '<details><summary>More</summary><ul><li>a</li></ul></details>',
    )
  })

  test('a tag that would swallow the rest of the page does not', () => {
    for (const tag of [
      'title',
      'textarea',
      'style',
      'script',
      'xmp',
      'plaintext',
      'iframe',
      'noscript',
      'select',
      'template',
    ]) {
      expect(html(`The <${tag}> element\n\nNext *paragraph*`)).toContain('<p>Next <em>paragraph</em></p>')
    }
  })
})

test.each([
  '<iframe src="https://v.example/1" style={{ a: 1 }} />',
  '<iframe src="https://v.example/1">',
  '<IFRAME SRC=https://v.example/1 />',
])('a frame that is not closed as HTML wants it is a link, and the page goes on: %s', (frame) => {
  expect(html(`<div>\n${frame}\n</div>\n\nNext <iframe src="https://v.example/2"></iframe>`)).toMatch(
    /^<div><p><a href="https:\/\/v\.example\/1"[^>]*>[^<]*<\/a><\/p><\/div><p>Next <a href="https:\/\/v\.example\/2"/,
  )
})

describe('call-outs', () => {
  test.each([
    ['note', 'Note'],
    ['tip', 'Tip'],
    ['important', 'Important'],
    ['warning', 'Warning'],
    ['caution', 'Caution'],
  ])('%s has its word, its icon and the role of a note', (kind, word) => {
    const page = html(`> [!${kind.toUpperCase()}]\n> Mind *this*.\n>\n> - one`)
    expect(page).toMatch(
      new RegExp(`^<div class="callout callout-${kind}" role="note"><svg class="i"[^>]*aria-hidden="true">`),
    )
    expect(page).toContain(`</svg><strong>${word}</strong><p>Mind <em>this</em>.</p><ul><li>one</li></ul></div>`)
  })

  test('a short title may stand behind the marker; a sentence there is text', () => {
    expect(html('> [!TIP] Save time\n> x')).toContain('<strong>Save time</strong><p>x</p>')
    expect(html('> [!TIP] Save time.\n> x')).toContain('<strong>Tip</strong><p>Save time.\nx</p>')
    expect(html('> [!TIP] Ask *first*\n> x')).toContain('<strong>Tip</strong><p>Ask <em>first</em>\nx</p>')
    expect(html('> [!TIP] Only this')).toContain('<strong>Tip</strong><p>Only this</p>')
  })

  test('without text there is no empty paragraph', () => {
    expect(html('> [!NOTE]\n>\n> - a')).toContain('<strong>Note</strong><ul>')
  })

  test('any other quotation stays one', () => {
    expect(html('> x\n> [!OTHER]')).toBe('<blockquote><p>x\n[!OTHER]</p></blockquote>')
    expect(html('> a [!NOTE]')).toBe('<blockquote><p>a [!NOTE]</p></blockquote>')
  })
})

describe('colours of code', () => {
  test('are left out where code is nested more deeply than a page may be', () => {
    const { html: page, findings } = draw(`Text\n\n\`\`\`bash\n${'${'.repeat(2900)}\n\`\`\``)
    expect(findings).toEqual([])
    expect(page).toContain('<p>Text</p>')
    expect(page).toContain('${${${')
  })

  // Grammars need the square of a word's length: hours for this page.
  test.each(['c', 'ini', 'typescript'])('are left out of long blocks and the rest of long pages: %s', (language) => {
    const block = (length: number, at: number) => `\`\`\`${language}\nx${at} ${'a'.repeat(length)}\n\`\`\`\n`
    const blocks = Array.from({ length: 700 }, (_, at) => block(5900, at))
    const page = draw([...blocks, block(400_000, 0)].join('\n')).html
    expect(page).toContain('x699')
  })
})

describe('tables', () => {
  test('can be scrolled by keyboard, have a name of their own, and align by class', () => {
    expect(html('| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |')).toBe(
      '<div class="scroll" tabindex="0" role="region" aria-label="Table 1: a, b, c"><table><thead><tr><th scope="col">a</th><th scope="col" class="center">b</th><th scope="col" class="end">c</th></tr></thead>' +
        '<tbody><tr><td>1</td><td class="center">2</td><td class="end">3</td></tr></tbody></table></div>',
    )
    const labels = [...html('|a|\n|-|\n\n|a|\n|-|').matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)
    expect(labels).toEqual(['Table 1: a', 'Table 2: a'])
  })

  test('of raw HTML are framed too, and one inside another is not framed twice', () => {
    const page = html(
      '<table><caption>Costs</caption><tr><td align="right"><table><tr><td>x</td></tr></table></td></tr></table>',
    )
    expect(page.match(/class="scroll"/g)).toHaveLength(1)
    expect(page).toContain('aria-label="Table 1: Costs"')
    expect(page).toContain('<td class="end">')
  })

  test('an empty head cell is no head', () =>
    expect(html('| | a |\n|-|-|\n| 1 | 2 |')).toContain('<tr><td></td><th scope="col">a</th></tr>'))

  test.each([
    ['of columns', '<tr><th>a</th><th>b</th></tr>', '<tr><th scope="col">a</th><th scope="col">b</th></tr>'],
    ['of a row', '<tr><th>a</th><td>b</td></tr>', '<tr><th scope="row">a</th><td>b</td></tr>'],
    ['as written', '<tr><th scope="RowGroup">a</th><td>b</td></tr>', '<tr><th scope="rowgroup">a</th><td>b</td></tr>'],
    ['behind an empty corner', '<tr><td></td><th>b</th></tr>', '<tr><td></td><th scope="col">b</th></tr>'],
    ['before an empty cell', '<tr><th>a</th><td></td></tr>', '<tr><th scope="row">a</th><td></td></tr>'],
    ['but no other word', '<tr><th scope="x">a</th><td>b</td></tr>', '<tr><th scope="row">a</th><td>b</td></tr>'],
  ])('heads in raw HTML say what they stand over: %s', (_, row, expected) =>
    expect(html(`<table><tbody>${row}</tbody></table>`)).toContain(expected),
  )
})

describe('code', () => {
  test('is coloured by classes and can be scrolled by keyboard', () => {
    expect(html('```js\nconst a = "<b>"\n```')).toBe(
      '<pre tabindex="0"><code class="language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-string">"&lt;b>"</span></code></pre>',
    )
  })

  test('of an unknown language, or very long, stays plain', () => {
    expect(html('```nope\na\n```')).toBe('<pre tabindex="0"><code class="language-nope">a\n</code></pre>')
    expect(html(`\`\`\`js\n${'const a = 1\n'.repeat(3000)}\`\`\``)).not.toContain('hljs')
  })

  test('keeps its first empty line', () => expect(html('<pre>\n\na</pre>')).toBe('<pre tabindex="0">\n\na</pre>'))

  test('a diagram shows its source, for script to draw', () => {
    const { html: page, hasMermaid } = draw('```mermaid\ngraph TD; A-->B\n```')
    expect(hasMermaid).toBe(true)
    expect(page).toBe(
      '<figure class="mermaid-source"><details open><summary>Source of the diagram</summary>' +
        '<pre tabindex="0"><code class="language-mermaid">graph TD; A-->B\n</code></pre></details></figure>',
    )
    expect(draw('```js\n1\n```').hasMermaid).toBe(false)
  })
})

describe('headings', () => {
  const source = '# Leave\n\n## One\n\n# Second title\n\n### Deep\n\n## Two'

  test('the title is taken out, its anchor stays; other H1s become H2s', () => {
    const { html: page, sections } = draw(source, { dropTitle: true })
    expect(page).not.toContain('<h1')
    expect(page).toContain('<h2 id="one"><span id="leave"></span>One</h2>')
    expect(sections.map(({ depth, id }) => `${depth} ${id}`)).toEqual(['2 one', '2 second-title', '3 deep', '2 two'])
  })

  test('without a title to take out the first H1 is an H2 as well', () => {
    expect(html(source)).toContain('<h2 id="leave">Leave</h2>')
  })

  test('sections carry their number as a link to themselves', () => {
    const { html: page, sections } = draw(source, { dropTitle: true, numberSections: true })
    expect(page).toContain('<h2 id="two"><a class="sec" href="#two" aria-label="Section 3">3</a>Two</h2>')
    expect(page).toContain('<h3 id="deep">Deep</h3>')
    expect(sections.map(({ number }) => number)).toEqual(['1', '2', null, '3'])
  })

  test.each([
    ['## A {#own}', 'own'],
    ['## A {: #own .x}', 'own'],
    ['## A {#own .x y=z}', 'own'],
    ['## A\n{: #own}', 'own'],
    ['<h2 id="own">A</h2>', 'own'],
    ['## A {.x}', 'a'],
    ['## `a` *b* [c](d)', 'a-b-c'],
    ['## :rocket: Launch', 'rocket-launch'],
    ['## A <b>b</b><script>c</script>', 'a-b'],
    ['## !!!', 'section'],
    ['## ![Our logo](x.png)', 'our-logo'],
    ['## Über uns', 'über-uns'],
  ])('%j has the anchor %s', (heading, id) => {
    expect(draw(heading).sections.map((section) => section.id)).toEqual([id])
  })

  test('an attribute list is never seen', () => {
    expect(draw('## A {#own}\n\n## B {: .wide}').sections.map(({ text }) => text)).toEqual(['A', 'B'])
  })

  test('an anchor written by hand is not given to another heading', () => {
    expect(draw('## B\n\n## A {#b}\n\n## B').sections.map(({ id }) => id)).toEqual(['b-1', 'b', 'b-2'])
  })
})

describe('links and images', () => {
  test('are resolved by the caller, who may refuse them', () => {
    const options = {
      link: (target: string) => (target === 'gone.md' ? null : { href: `../${target}`, external: false }),
      image: (src: string) => (src === 'gone.png' ? null : { src: `../${src}` }),
    }
    expect(html('[a](x.md) [b](gone.md) ![c](x.png) ![d](gone.png)', options)).toBe(
      '<p><a href="../x.md">a</a> b <img src="../x.png" alt="c" loading="lazy" decoding="async"> d</p>',
    )
  })

  test('in raw HTML too, with sizes in whole pixels', () => {
    expect(html('<a href="x.md">a</a> <img src="y.png" width="120px" height="50%">')).toBe(
      '<p><a href="x.md">a</a> <img src="y.png" alt="" loading="lazy" decoding="async" width="120"></p>',
    )
  })

  test('a link without words shows its address', () => expect(html('[](x.md)')).toBe('<p><a href="x.md">x.md</a></p>'))

  test('an address without a scheme but with a host is an outside one', () => {
    expect(html('[a](//x.example/y)')).toBe(
      '<p><a href="https://x.example/y" class="external" rel="noopener noreferrer">a</a></p>',
    )
  })
})

describe('text', () => {
  test('that runs from right to left gets its direction', () => {
    expect(html('Hello\n\nשלום עולם')).toBe('<p>Hello</p><p dir="auto">שלום עולם</p>')
  })

  test('is given plainly, one line a block', () => {
    expect(draw('# T\n\nA *b*\nc :tada:\n\n- d\n- e\n\n```\nf\n```', { numberSections: true }).text).toBe(
      'T\nA b c 🎉\nd\ne\nf',
    )
  })
})
