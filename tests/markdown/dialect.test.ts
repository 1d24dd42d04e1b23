import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDialect } from '../../src/markdown/dialect.ts'
import { draw, html } from './draw-kit.ts'

const plain = (body: string) => plainDialect(body).text
const found = (body: string) => plainDialect(body).findings.map(({ ruleId, line }) => `${ruleId} ${line}`)

describe('template tags become readable text', () => {
  test.each([
    ['Liquid output', 'At {{ site.name | upcase }}.', 'At site.name.'],
    ['a literal with filters', '{{ "Our *plan*" | t }}', 'Our *plan*'],
    ['Liquid control', '{% if a %}A{% else %}B{% endif %}', 'AB'],
    ['Liquid includes', '{% include note.html content="x" %}', '(include note.html content x)'],
    ['Liquid comments', 'a {% comment %}b\nc{% endcomment %} d', 'a \n d'],
    ['Liquid links', '[a]({% link _docs/a.md %})', '[a](_docs/a.md)'],
    ['tokens in addresses', '[a]({{ site.baseurl }}/b) <a href="{{ x }}/c">', '[a](/b) <a href="/c">'],
    ['literals in addresses', '![a]({{ "/b c.png" | relative_url }})', '![a](/b%20c.png)'],
    ['GitBook hints', '{% hint style="info" %}\nText\n{% endhint %}', '\nText\n'],
    ['GitBook embeds', '{% embed url="https://a.example/b" %}', '<https://a.example/b>'],
    ['GitBook files', '{% file src="../x/a b.pdf" %}', '[a%20b.pdf](<../x/a%20b.pdf>)'],
    ['GitBook tabs', '{% tabs %}{% tab title="One" %}\nx\n{% endtab %}{% endtabs %}', '**One**\nx\n'],
    ['Hugo pairs', '{{% note title="Mind" %}}\nx\n{{% /note %}}', '**Mind**\nx\n'],
    ['Hugo figures', '{{< figure src="a.png" alt="A" >}}', '![A](<a.png>)'],
    ['Hugo references', '[a]({{< ref "b.md" >}})', '[a](b.md)'],
    ['Hugo videos', '{{< youtube abc >}}', '<https://www.youtube.com/watch?v=abc>'],
    ['what Hugo would put in', '{{< team-by-slug "infra" >}}', '(team-by-slug infra)'],
    ['Hugo over several lines', '{{< x\n a="b"\n>}}\nc', '(x a b)\n\n\nc'],
    ['Hugo comments', 'a {{/* b */}} c', 'a  c'],
    ['Handlebars', '{{#if a}}b{{/if}} {{> part}} {{! c }}', 'b (include part)'],
    ['mdBook includes', '{{#include a.md}}', '(include a.md)'],
    ['ERB', '<%= link_to "Text", "/a" %><% if x %>b<% end %><%# c %>', 'Textb'],
    ['Jinja comments', 'a {# b #} c', 'a  c'],
    ["Jekyll's highlight", '{% highlight ruby %}\n{{ x }}\n{% endhighlight %}', '```ruby\n{{ x }}\n```'],
    ['MkDocs admonitions', '!!! note "Mind"\n    a\n\n    - b\nc', '**Mind**\na\n\n- b\nc'],
    ['MkDocs details inside each other', '??? tip\n    a\n    !!! bug\n        b', '**Tip**\na\n**Bug**\nb'],
    ['MkDocs tabs', '=== "One"\n\n    a', '**One**\n\na'],
    ['MkDocs in a list', '- a\n\n    !!! note\n        b', '- a\n\n    **Note**\n    b'],
    ['containers', ':::tip Title\nx\n:::\n\n::: warning\ny\n:::', '**Title**\nx\n\n\n**Warning**\ny\n'],
    ['containers with a label', ':::note[Label]\nx\n:::', '**Label**\nx\n'],
    ['kramdown attributes', '# A\n\nb\n{: .lead}\n\n[c](d){: target="_blank"}', '# A\n\nb\n\n\n[c](d)'],
    ['kramdown anchors', '## A\n{: #b}\n\nc\n{: #d .e}', '## A {#b}\n\n\nc\n<a id="d"></a>'],
    ['attributes of images', '![a](b){width=50%} ![c](d){ .e loading=lazy }', '![a](b) ![c](d)'],
    ['markers for contents', '* TOC\n{:toc}\n\n[[_TOC_]]\n\n[TOC]', '\n\n\n\n\n'],
    ['a marker for contents alone', 'a\n\n[[_TOC_]]\n\nb', 'a\n\n\n\nb'],
    ['kramdown extensions', 'a {::comment}b{:/comment} {::options x="y" /}c', 'a  c'],
  ])('%s', (_, body, text) => {
    expect(plain(body).replace(/[ \t]+$/gm, '')).toBe(text.replace(/[ \t]+$/gm, ''))
    expect(plain(body).split('\n')).toHaveLength(body.split('\n').length)
  })

  test.each([
    '```\n{% a %} {{ b }}\n:::c\n```',
    '~~~\n!!! note\n    a\n~~~',
    'a\n\n    {% b %}\n    {{ c }}',
    '`{{ a }}` and ``{% b %} ` <% c %>``',
    '<pre>{{ a }}</pre> <code>{% b %}</code>',
    '<!-- {% a %} {{ b }} -->',
    '# A {#b}',
    '# A {: #b}',
    'style={{ a: 1 }}',
    'A {brace} and {{ one that never closes',
    'a:::b and 1 <% 2',
    'Time: 10:30 :tada:',
    '- [ ] a {x}',
  ])('%j stays as it is', (body) => {
    expect(plain(body)).toBe(body)
    expect(found(body)).toEqual([])
  })

  test('a page of two dialects has one finding for each, at its first line', () => {
    const body = 'a\n{% x %}\n{{ y }}\n{% z %}\n\n{% hint %}\n!!! note\n    b\n{{< c >}}\n:::\n<%= d %>\n[e](f){.g}'
    expect(found(body).sort()).toEqual([
      'dialect/attributes 12',
      'dialect/container 10',
      'dialect/erb 11',
      'dialect/gitbook 6',
      'dialect/hugo 9',
      'dialect/liquid 2',
      'dialect/mkdocs 7',
      'dialect/token 3',
    ])
    const [first] = plainDialect('{% x %} {% y %}').findings
    expect(first).toMatchObject({ level: 'warning', path: null })
    expect(first?.reason).toBe(
      'This page uses Liquid or Jinja tags (`{% x %}` and 1 more); they are shown as plain text.',
    )
  })

  test('control characters of a tag never reach a finding', () => {
    expect(plainDialect('{{ a\u202Eb }}').findings[0]?.reason).toContain('⟨U+202E⟩')
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '{%',
      '%}',
      '{{',
      '}}',
      '{{<',
      '>}}',
      '{{%',
      '%}}',
      '{#',
      '#}',
      '<%',
      '%>',
      '{:',
      '{::',
      '}',
      ':::',
      '!!! note',
      '=== "a"',
    ],
    ...[
      '\n',
      '\n\n',
      '\n    ',
      ' ',
      '`',
      '```\n',
      'include x',
      'comment',
      'endcomment',
      'hint',
      'raw',
      '"a"',
      'toc',
      '#id',
      '.b',
      '# H',
    ],
    ...['[a](', ')', '- ', '> ', '<!--', '-->', 'highlight js', '{% highlight js %}', '{% endhighlight %}', '|'],
  ),
  fc.string({ maxLength: 3 }),
)
const body = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

describe('whatever is written', () => {
  test('it keeps its number of lines, and a second time changes nothing', () => {
    fc.assert(
      fc.property(body, (source) => {
        const once = plain(source)
        expect(once.split('\n')).toHaveLength(source.split('\n').length)
        expect(plain(once).split('\n')).toHaveLength(source.split('\n').length)
      }),
      { numRuns: 3000 },
    )
  })

  test('no complete tag is seen on a page outside code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('{% a %}', '{{ b }}', '{{< c >}}', '<%= d %>', '{# e #}'),
        fc.lorem(),
        fc.lorem(),
        (tag, before, after) => {
          expect(html(`${before} ${tag} ${after}\n\n- ${tag}\n\n| ${tag} |\n|---|\n| ${tag} |`)).not.toMatch(
            /\{%|\{\{|&lt;%|\{#|%\}|\}\}/,
          )
        },
      ),
    )
  })

  test('the text around tags stays', () => {
    expect(draw('{% hint %}\nOne **two**\n{% endhint %}\n\nThree {{ four }} five').text).toBe(
      'One two\nThree four five',
    )
  })
})
