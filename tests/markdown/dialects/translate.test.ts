import { describe, expect, test } from 'vitest'
import { translateAlone } from '../../../src/markdown/dialects/translate.ts'
import { rawTags } from '../../kit/raw-tags.ts'
import { draw, html } from '../draw-kit.ts'

/** The text without its blank lines, which only part blocks. */
const lines = (body: string) =>
  translateAlone(body)
    .text.split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.replace(/^[ >]+/, '') !== '')
const found = (body: string) => translateAlone(body).findings.map(({ ruleId, line }) => `${ruleId} ${line}`)

describe('what other generators write becomes Markdown', () => {
  test.each([
    ["a hint of GitBook's", '{% hint style="danger" %}\nText\n{% endhint %}', ['> [!CAUTION] **Danger**', '> Text']],
    ["a warning of GitBook's", '{% hint style="warning" %}\nText\n{% endhint %}', ['> [!WARNING]', '> Text']],
    ['a hint on one line', '{% hint style="success" %}Text{% endhint %}', ['> [!TIP] **Success**', '> Text']],
    ['embeds', '{% embed url="https://a.example/b" %}', ['<https://a.example/b>']],
    [
      'embeds with a caption',
      '{% embed url="https://a.example/b" %}\nSeen\n{% endembed %}',
      ['<https://a.example/b>', 'Seen'],
    ],
    ['files', '{% file src="../x/a b.pdf" %}', ['[a b.pdf](<../x/a b.pdf>)']],
    ['references to content', '{% content-ref url="a.md" %}\n[a.md](a.md)\n{% endcontent-ref %}', ['[a.md](a.md)']],
    ['code with a title', '{% code title="a.js" %}\n```js\nx\n```\n{% endcode %}', ['**a.js**', '```js', 'x', '```']],
    [
      'tabs',
      '{% tabs %}\n{% tab title="One" %}\nx\n{% endtab %}\n{% tab title="Two" %}\ny\n{% endtab %}\n{% endtabs %}',
      ['<details open><summary>One</summary>', 'x', '</details>', '<details><summary>Two</summary>', 'y', '</details>'],
    ],
    ['steps', '{% stepper %}\n{% step %}\n### A\n{% endstep %}\n{% endstepper %}', ['### A']],
    ['a notice of Hugo', '{{% notice warning "Mind" %}}\nx\n{{% /notice %}}', ['> [!WARNING] **Mind**', '> x']],
    ['an alert of Docsy', '{{< alert color="info" title="A" >}}\nx\n{{< /alert >}}', ['> [!NOTE] **A**', '> x']],
    ['a callout of Doks', '{{< callout context="tip" >}}\nx\n{{< /callout >}}', ['> [!TIP]', '> x']],
    ['a hint of Hugo Book', '{{< hint danger >}}\nx\n{{< /hint >}}', ['> [!CAUTION] **Danger**', '> x']],
    ['details', '{{< details "More" >}}\nx\n{{< /details >}}', ['<details><summary>More</summary>', 'x', '</details>']],
    [
      'indented shortcodes',
      '{{< tabs >}}\n    {{< tab "A" >}}\n    x\n    {{< /tab >}}\n{{< /tabs >}}',
      ['<details open><summary>A</summary>', 'x', '</details>'],
    ],
    ['figures', '{{< figure src="a.png" alt="A" >}}', ['![A](<a.png>)']],
    ['figures with a link', '{{< figure src="a.png" alt="A" link="b.md" >}}', ['[![A](<a.png>)](<b.md>)']],
    ['references', '[a]({{< ref "b.md#c" >}})', ['[a](b.md#c)']],
    [
      'videos',
      '{{< youtube id="abc" >}} {{< vimeo 12 >}}',
      ['<https://www.youtube.com/watch?v=abc> <https://vimeo.com/12>'],
    ],
    ['highlighted code', '{{< highlight go "x=1" >}}\nf({{ x }})\n{{< /highlight >}}', ['```go', 'f({{ x }})', '```']],
    ['shown shortcodes', 'Write {{</* note */>}}', ['Write `{{< note >}}`']],
    ['comments of Hugo', 'a {{/* b */}} c', ['a  c']],
    ['Liquid that cannot be known', '{% if site.a.b %}A{% else %}B{% endif %}', ['AB']],
    ['Liquid of the page', '{% if page.a %}A{% else %}B{% endif %}{% unless page.a %}C{% endunless %}', ['BC']],
    ['Liquid that is assigned', '{% assign a = "x" %}{% if a == "x" %}{{ a | upcase }}{% endif %}', ['X']],
    ['Liquid that is captured', '{% capture a %}*x*{% endcapture %}{{ a }}', ['*x*']],
    ['Liquid loops', '{% assign a = "x,y" | split: "," %}\n{% for b in a %}\n- {{ b }}\n{% endfor %}', ['- x', '- y']],
    ['Liquid cases', '{% assign a = 2 %}{% case a %}{% when 1 %}A{% when 2, 3 %}B{% else %}C{% endcase %}', ['B']],
    ['Liquid comments', 'a {% comment %}b\nc{% endcomment %} d', ['a  d']],
    ['Liquid links', '[a]({{ site.baseurl }}{% link _docs/a.md %})', ['[a](/_docs/a.md)']],
    ['literals in addresses', '![a]({{ "/b c.png" | relative_url }})', ['![a](/b%20c.png)']],
    ['raw text', '{% raw %}{{ a }} and `{{ b }}` {% c %}{% endraw %}', ['`{{ a }}` and `{{ b }}` `{% c %}`']],
    ["Jekyll's highlight", '{% highlight ruby %}\n{{ x }}\n{% endhighlight %}', ['```ruby', '{{ x }}', '```']],
    [
      'rows of a table around tags',
      '| a |\n|---|\n{% for x in y %}\n| {{ x.n }} |\n{% endfor %}\n',
      ['| a |', '|---|', '| x.n |'],
    ],
    ['kramdown attributes', '# A\n\nb\n{: .lead}\n\n[c](d){: target="_blank"}', ['# A', 'b', '[c](d)']],
    ['kramdown anchors', '## A\n{: #b}\n\nc\n{: #d .e}', ['## A {#b}', 'c', '<a id="d"></a>']],
    [
      'classes that are call-outs',
      '{: .warning }\nMind\nthis\n\nnot this',
      ['> [!WARNING]', '> Mind', '> this', 'not this'],
    ],
    ['classes below', 'Mind\n{: .notice--info}\n\nnot this', ['> [!NOTE]', '> Mind', 'not this']],
    ['classes of titles', '{: .note-title }\n> A\n>\n> b', ['> [!NOTE] **A**', '> b']],
    ['attributes of images', '![a](b){width=50%} ![c](d){ .e loading=lazy }', ['![a](b) ![c](d)']],
    ['markers for contents', '* TOC\n{:toc}\n\n[[_TOC_]]\n\n[TOC]', []],
    ['kramdown extensions', '{::options toc="1" /}\na {::comment}b{:/comment}c', ['a c']],
    ['MkDocs admonitions', '!!! note "Mind"\n    a\n\n    - b\nc', ['> [!NOTE] **Mind**', '> a', '> - b', 'c']],
    ['MkDocs kinds', '!!! example\n    a', ['> [!NOTE] **Example**', '> a']],
    [
      'MkDocs details inside each other',
      '???+ tip\n    a\n    !!! bug\n        b',
      ['<details open><summary>Tip</summary>', 'a', '> [!CAUTION] **Bug**', '> b', '</details>'],
    ],
    [
      'MkDocs tabs',
      '=== "One"\n\n    a\n\n=== "Two"\n\n    b',
      ['<details open><summary>One</summary>', 'a', '</details>', '<details><summary>Two</summary>', 'b', '</details>'],
    ],
    ['MkDocs in a list', '- a\n\n    !!! note\n        b', ['- a', '    > [!NOTE]', '    > b']],
    ['containers', ':::tip Title\nx\n:::\n\n::: warning\ny\n:::', ['> [!TIP] **Title**', '> x', '> [!WARNING]', '> y']],
    ['containers with a label', ':::note[Label]\nx\n:::', ['> [!NOTE] **Label**', '> x']],
    ['containers inside each other', '::::info\n:::tip\nx\n:::\n::::', ['> [!NOTE] **Info**', '> > [!TIP]', '> > x']],
    ['containers of details', ':::details More\nx\n:::', ['<details><summary>More</summary>', 'x', '</details>']],
    [
      'components',
      'import Tabs from \'@theme/Tabs\'\n\n<Tabs>\n<TabItem value="a" label="A">\n\nx\n\n</TabItem>\n</Tabs>\n',
      ['<details open><summary>A</summary>', 'x', '</details>'],
    ],
    ['asides', '<Aside type="caution" title="T">\nx\n</Aside>', ['> [!CAUTION] **T**', '> x']],
    ["Quarto's call-outs", '::: {.callout-tip title="T"}\nx\n:::', ['> [!TIP] **T**', '> x']],
    ['MkDocs without a blank', '!!!note\n    x', ['> [!NOTE]', '> x']],
    ["GitHub's notes in Liquid", '{% warning %}\nx\n{% endwarning %}', ['> [!WARNING]', '> x']],
    [
      'wiki links',
      '[[Page]]: [[A/Page#Head|Label]], [[#Here]], [[Text|https://a.example]]',
      ['[Page](<Page>): [Label](<A/Page#Head>), [Here](<#Here>), [Text](<https://a.example>)'],
    ],
    ['wiki links in tables', '| a |\n|---|\n| [[Page\\|Label]] |', ['| a |', '|---|', '| [Label](<Page>) |']],
    ['images of wikis', '![[a b.png|A|100]] [[c.png|alt=C|width=3px]]', ['![A](<a b.png>) ![C](<c.png>)']],
    [
      'call-outs of Obsidian',
      '> [!info]- T\n> x\n>\n> > [!zork]\n> > y',
      ['> [!NOTE] **T**', '> x', '> > [!NOTE] **Zork**', '> > y'],
    ],
    ['a sentence behind a call-out', '> [!quote] A sentence.\n> x', ['> [!NOTE] A sentence.', '> x']],
    ['comments and names of Obsidian', 'a %%b%% c ^a1b2c3\n\n%%\nd\n%%', ['a  c']],
    ['ERB', '<%= link_to "Text", "/a" %><%= image_tag "b.png", alt: "B" %><%# c %>', ['[Text](</a>)![B](<b.png>)']],
    ['tokens', 'At {{ team_name | x }}.', ['At team_name.']],
    ['Handlebars', '{{#if a}}b{{/if}} {{! c }}', ['b']],
    ['Jinja comments', 'a {# b #} c', ['a  c']],
  ])('%s', (_, body, expected) => {
    expect(lines(body)).toEqual(expected)
  })

  test.each([
    ['an unknown pair', '{{< zork title="T" >}}\nx\n{{< /zork >}}', ['**T**', 'x'], ['dialect/hugo 1']],
    ['an unknown shortcode', 'a\n{{< team-by-slug "infra" >}}', ['a', '(team-by-slug infra)'], ['dialect/hugo 2']],
    ['an unknown tag', '{% zork a="b" %}', ['(zork a b)'], ['dialect/liquid 1']],
    ['an unknown container', ':::zork\nx\n:::', ['**Zork**', 'x'], ['dialect/containers 1']],
    ['a missing file', 'a\n\n{% include note.html content="x" %}', ['a', 'x'], ['includes/missing 3']],
    ['ERB that calls', '<%= foo(1) %>', ['foo(1)'], ['dialect/erb 1']],
  ])('%s is readable and told once', (_, body, expected, findings) => {
    expect(lines(body)).toEqual(expected)
    expect(found(body)).toEqual(findings)
  })

  test('what is known is nothing to tell', () => {
    expect(found('{% hint %}\na\n{% endhint %}\n\n:::tip\nb\n:::\n\n!!! note\n    c\n\n{{< youtube a >}}')).toEqual([])
  })

  test('a finding names three tags of a language and counts the others', () => {
    const [first] = translateAlone('{{< a >}} {{< b >}} {{< c >}} {{< d >}} {{< a >}}').findings
    expect(first).toMatchObject({ level: 'warning', path: null, line: 1 })
    expect(first?.reason).toContain('(`{{< a >}}`, `{{< b >}}`, `{{< c >}}` and 2 more)')
    expect(translateAlone('{{ a\u202Eb }}').findings[0]?.reason).toContain('⟨U+202E⟩')
  })

  test.each([
    '```\n{% a %} {{ b }}\n:::c\n```',
    '~~~\n!!! note\n    a\n~~~',
    'a\n\n    {% b %}\n    {{ c }}',
    '`{{ a }}` and ``{% b %} ` <% c %>``',
    '<pre>{{ a }}</pre> <code>{% b %}</code>',
    '<!-- {% a %} {{ b }}\n\n!!! note\n\n:::tip\n-->',
    '# A {#b}',
    '# A {: #b}',
    'style={{ a: 1 }}',
    'A {brace} and {{ one that never closes',
    'a:::b and 1 <% 2',
    'Time: 10:30 :tada:',
    '- [ ] a {x}',
    'We import goods from abroad',
    '!!! this is shouted\nand no block',
    '!!!shouted\nand no block',
    'x[[0]], [[1]](#a), [[ -f a ]], [[a][b]] and `[[c]]`',
    '[[1]]\n\n[1]: https://a.example',
    '100%% and 20%% are 5%%',
    'x ^2 and y ^note',
    '> text\n> [!info] not at the start',
  ])('%j stays as it is', (body) => {
    expect(translateAlone(body)).toEqual({ text: body, lines: null, findings: [] })
  })
})

describe('a page of another generator', () => {
  test('shows call-outs with their titles', () => {
    expect(html('{{% notice tip "A *b*" %}}\nx\n{{% /notice %}}')).toContain(
      '<div class="callout callout-tip" role="note"><svg',
    )
    expect(draw('!!! warning "Mind the gap"\n    x').text).toBe('Mind the gap\nx')
  })

  test('shows no address where GitBook marks a heading', () => {
    expect(draw('## Title <a href="#title" id="title"></a>\n\nx').text).toBe('Title\nx')
  })

  test('keeps code inside blocks as it was written', () => {
    const body =
      '{% hint %}\n```js\n  {{ a }}\n\n\tif {% b %}\n```\n{% endhint %}\n\n!!! note\n\n    ```\n    {{ c }}\n        d\n    ```\n'
    expect(html(body)).toContain('  {{ a }}')
    expect(draw(body).text).toContain('{{ a }}')
    expect(html(body)).toMatch(/\n\t<span class="hljs-keyword">if<\/span> \{% b %\}/)
    expect(html(body)).toContain('{{ c }}\n    d\n')
  })

  test('text next to a call-out stays outside of it', () => {
    const shown = html('before\n{% hint %}\ninside\n{% endhint %}\nafter')
    expect(shown).toMatch(/^<p>before<\/p><div.*inside<\/p><\/div><p>after<\/p>$/)
  })

  test('with line ends of Windows is read alike', () => {
    const { text, lines } = translateAlone('a\r\n\r\n{% hint %}\r\nb\r\n{% endhint %}\r\nc')
    expect(text).not.toContain('\r')
    expect(text.split('\n').map((line, index) => `${lines?.[index]} ${line}`)).toEqual([
      ...['1 a', '2 ', '3 > [!NOTE] **Info**', '3 >', '4 > b', '5 ', '6 c'],
    ])
  })

  test('shows no tag where replacements make new ones', () => {
    expect(rawTags(html('{{{% a %}{ b }} {{% x %}'))).toEqual([])
  })
})
