import { describe, expect, test } from 'vitest'
import type { Handbook } from '../../src/handbook/handbook.ts'
import type { Route } from '../../src/model/ids.ts'
import type { PageView } from '../../src/model/view.ts'
import { symlink } from '../kit/files.ts'
import { rawTags } from '../kit/raw-tags.ts'
import type { Files } from '../kit/repo.ts'
import { components } from './dialects/components.ts'
import { gitbook } from './dialects/gitbook.ts'
import { hugo } from './dialects/hugo.ts'
import { jekyll } from './dialects/jekyll.ts'
import { middleman } from './dialects/middleman.ts'
import { mkdocs } from './dialects/mkdocs.ts'
import { obsidian } from './dialects/obsidian.ts'
import { handbookRepo, open, pageAt, published } from './open.ts'

async function opened(files: Files): Promise<Handbook> {
  return open((await handbookRepo(files)).path)
}

/** What is told about the languages of other generators. */
const told = (handbook: Handbook): string[] =>
  handbook.findings
    .filter(({ ruleId }) => /^(?:dialect|includes|links|images)\//.test(ruleId))
    .map(({ ruleId, path, line }) => `${ruleId} ${path}:${line}`)

/** Line of the first line of a file that holds some words. */
const lineOf =
  (text: string) =>
  (words: string): number =>
    text.split('\n').findIndex((line) => line.includes(words)) + 1

const textOf = (view: PageView): string => view.html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

describe('a handbook written for another generator', () => {
  test.each([
    ['Jekyll', jekyll],
    ['Hugo', hugo],
    ['GitBook', gitbook],
    ['MkDocs', mkdocs],
    ['Docusaurus', components],
    ['Middleman', middleman],
    ['Obsidian', obsidian],
  ] satisfies [string, Files][])('%s shows no tag outside code, in no page and no title', async (_, files) => {
    const handbook = await opened(files)
    for (const { route } of handbook.routes()) {
      const view = await handbook.view(route as Route)
      if (view.type !== 'page') continue
      expect(rawTags(view.html), route).toEqual([])
      expect(rawTags(`${view.title} ${JSON.stringify(view.sections)}`), route).toEqual([])
    }
  })

  test('Obsidian: links by name, embeds, call-outs and comments', async () => {
    const handbook = await opened(obsidian)
    const view = await pageAt(handbook, '/People/Parental leave/')
    const text = textOf(view)
    for (const words of ['Bands', 'Three bands.', 'Who asks?', 'Ends here.', 'Nowhere at all', '[[Pay]]'])
      expect(text).toContain(words)
    for (const words of ['secret', 'a1b2c3', 'Before.', 'Behind.']) expect(text).not.toContain(words)
    expect(view.html).toMatch(/<a href="\.\.\/Pay\/"[^>]*>Pay<\/a>/)
    expect(view.html).toMatch(/<img src="[^"]*wheel\.png" alt="The wheel"/)
    const home = await pageAt(handbook, '/Home/')
    expect(home.html).toContain('Parental%20leave/')
    expect(home.html).toContain('People/Pay/#bands')
    expect(told(handbook)).toEqual(['links/broken People/Parental leave.md:18'])
  })

  test('Jekyll: includes, data, values and links work', async () => {
    const handbook = await opened(jekyll)
    const view = await pageAt(handbook, '/all/')
    const text = textOf(view)
    for (const words of [
      'Careful: Mind the gap',
      'Owned by Ana of Millrace handbook; see Ana.',
      'A part that stands beside.',
      'Loud Quiet',
      'First is Ana. Contents shown.',
      'Who Role Ana Mill wright Ben Baker',
      'Wheel: 8',
      'Race, upper: 3',
      'PAY, LEAVE',
      'Written once',
      'Plain layout',
      'puts "{{ not.touched }}"',
      'Write {{ page.title }} to show it.',
      'Warning This is a warning.',
      'A notice of Minimal Mistakes.',
      '{% include note.html %} {{ code.stays }}',
      '{% indented.code %}',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('secret-note')
    expect(view.html).toContain('href="../guides/pay/"')
    expect(view.html).toMatch(/href="[^"]*new-mill\/">news/)
    expect(view.html).toContain('href="../guides/pay/">again')
    expect((await pageAt(handbook, '/guides/pay/')).title).toBe('Pay at Millrace handbook')
    const at = lineOf(jekyll['all.md'])
    expect(told(handbook).sort()).toEqual([
      `dialect/liquid all.md:${at('{% zork')}`,
      `dialect/tokens all.md:${at('unknown_thing')}`,
      `includes/cycle all.md:${at('loop.md')}`,
    ])
  })

  test.each<[string, Files, string, readonly string[], readonly string[]]>([
    [
      'Hugo',
      hugo,
      '/guides/all/',
      [
        'My title Inside with a link.',
        'x := "{{&lt; code >}}"',
        'Docsy Be careful.',
        "Info A book's hint.",
        'Why? Because.',
        'More of it Hidden text.',
        'Linux Install on Linux Mac Use brew. Docsy tab Tab text.',
        'A card Card text. A panel Panel text.',
        'Wheel Lane 1 Wheel Lane 1 key: value',
        'Call 555 0100 or Ana.',
        'Text new and Ctrl and',
        '{{&lt; youtube abc >}} and {{% note %}}.',
        '(team-card name Ana)',
        'Outer Deep words',
        'x Note cell',
      ],
      ['dialect/hugo'],
    ],
    [
      'GitBook',
      gitbook,
      '/guides/all/',
      [
        'Info Info text with {% code %}.',
        'Success Bold success',
        'Danger Danger on one line',
        'JavaScript index.js const a = "{% x %}" Python Words',
        'plan.pdf The plan',
        'First step Do it. Second step Done. Left Right 2025-06-25 An update Write to the office.',
        'Only for some',
        'Fold Info In the fold',
        'Inner Info In the list',
      ],
      [],
    ],
    [
      'MkDocs',
      mkdocs,
      '/all/',
      [
        'Note A note.',
        'Phasellus "x" Escaped quotes.',
        'Please, all of you! Free title.',
        'print("{{ x }}") !!! not a note',
        'Fold Folded text. Bug Deep. Open Open text.',
        'C int main; C++ Text of C++. Inner Inner text.',
        'Item Info In the list. Second',
        'A part of it. From the repository. Wanted words. A part of it. A part of it. A part of it.',
        'Call 555 0100 or unknown_value.',
        'indented {% code %}',
        'Stop!!! Now. A icon',
      ],
      ['dialect/tokens', 'images/missing'],
    ],
    [
      'Docusaurus',
      components,
      '/all/',
      [
        'Note Some content with :::note.',
        'My tip Text Label with style Text Warning Text Take care Text Outer Inner Nested text Click me Opened',
        'export default { a: "{{ b }}" }',
        'Tip VuePress tip STOP VuePress danger Caution :::note inside code :::',
        'Apple An apple. Orange An orange. Starlight An aside. A card Card text. To start First Second New',
        'item Note In the list Unheard of Strange text',
      ],
      ['dialect/containers'],
    ],
    [
      'Middleman',
      middleman,
      '/all/',
      ['Beside', 'Level 7, see the start and Write to us', 'The mill', 'Shown anyway', 'words and a'],
      ['dialect/erb', 'images/missing', 'links/broken'],
    ],
  ])('%s: everything that is written there is read', async (_, files, route, words, rules) => {
    const handbook = await opened(files)
    const text = textOf(await pageAt(handbook, route))
    for (const each of words) expect(text).toContain(each)
    expect(told(handbook).map((line) => line.split(' ')[0])).toEqual(rules)
  })

  test('links and old addresses of Hugo, GitBook and Docusaurus lead to their pages', async () => {
    const inHugo = await pageAt(await opened(hugo), '/guides/all/')
    for (const link of ['../pay/#bands">link', '../pay/">pay<', '../../shared/address/">unique', '../pay/">Pay<'])
      expect(inHugo.html).toContain(`href="${link}`)
    expect(inHugo.html).toContain('src="../../img/mill.png" alt="Over lines"')
    const book = await opened(gitbook)
    expect((await pageAt(book, '/guides/all/')).html).toContain('href="../other/">other.md')
    expect(book.redirects).toEqual([{ from: '/old/', to: '/guides/all/' }])
    expect((await opened(components)).redirects).toEqual([{ from: '/begin/', to: '/start/' }])
  })

  test('only the languages that handbook.yml names are read', async () => {
    const files = { 'index.md': '# Home', 'a.md': '# A\n\n{{ x }} {% hint %}\n\n:::tip\nb\n:::\n' }
    const none = await opened({ ...files, 'handbook.yml': 'dialects: []\n' })
    expect(textOf(await pageAt(none, '/a/'))).toContain('{{ x }} {% hint %} :::tip b :::')
    expect(told(none)).toEqual([])
    const some = await opened({ ...files, 'handbook.yml': 'dialects: [containers]\n' })
    expect(textOf(await pageAt(some, '/a/'))).toContain('{{ x }} {% hint %} Tip b')
  })

  test('a page is drawn anew when a file that it includes has changed', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'a.md': '# A\n\n{% include b.md %}\n',
      '_includes/b.md': 'Old',
    })
    const keyOf = async () => (await open(repo.path)).routes().find(({ route }) => route === '/a/')?.key
    const before = await keyOf()
    await repo.commit('Change', { '_includes/c.md': 'Unrelated', '_includes/b.md': 'New' })
    expect(await keyOf()).not.toBe(before)
    expect(textOf(await pageAt(await open(repo.path), '/a/'))).toContain('New')
  })

  test('a page that is put into another one changes both when it is saved', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'a.md': '# A\n\n{% include_relative b.md %}\n',
      'b.md': '# B\n\nOld words\n',
    })
    const handbook = await open(repo.path)
    await repo.commit('Change', { 'b.md': '# B\n\nNew words\n' })
    expect(await handbook.refreshFile(`${handbook.root}/b.md`)).toBe(true)
    expect(textOf(await pageAt(handbook, '/a/'))).toContain('New words')
  })

  test('a saved page tells what it uses now', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A\n\nText\n' })
    const handbook = await open(repo.path)
    await repo.commit('Change', { 'a.md': '# A\n\nText\n\n{{< zork >}}\n' })
    await handbook.refreshFile(`${handbook.root}/a.md`)
    expect(told(handbook)).toEqual(['dialect/hugo a.md:5'])
  })
})

describe('what a page may put in', () => {
  const canary = 'canary-word'
  const page = (written: string): Files => ({
    'index.md': '# Home',
    'content/a.md': `# A\n\nText\n\n${written}\n`,
    'content/b.md': '# B',
  })

  test.each<[string, Files, string]>([
    ['a draft', { 'content/c.md': `---\ndraft: true\n---\n${canary}` }, 'withheld'],
    ['an internal page', { 'content/c.md': `---\naudience: internal\n---\n${canary}` }, 'withheld'],
    ['a page that cannot say', { 'content/c.md': `---\ndraft: perhaps\n---\n${canary}` }, 'withheld'],
    [
      'a file of an internal folder',
      { 'handbook.yml': 'folders: { content/c: { audience: internal } }\n', 'content/c/c.md': canary },
      'withheld',
    ],
    ['a hidden file', { 'content/.env': canary }, 'refused'],
    ['our settings', { 'content/people.yml': canary }, 'refused'],
    ['a binary file', { 'content/c.md': `\0${canary}` }, 'refused'],
    ['a file of another kind', { 'content/c.pem': canary }, 'refused'],
    ['a link', { 'content/c.md': symlink('/etc/hostname') }, 'refused'],
    ['a file behind a link', { 'content/c': symlink('/etc') }, 'missing'],
  ])('is not %s', async (_, files, problem) => {
    const path =
      Object.keys(files)
        .find((name) => name.startsWith('content/'))
        ?.slice(8) ?? ''
    const name = problem === 'missing' ? `${path}/hostname` : path
    const written = `{{< readfile "${name}" >}}\n\n{% include_relative ${name} %}\n\n--8<-- "content/${name}"`
    const handbook = await opened({ ...page(written), ...files })
    expect((await published(handbook)).includes(canary)).toBe(false)
    expect(told(handbook).map((line) => line.split(' ')[0])).toContain(`includes/${problem}`)
  })

  test.each([
    '../../../etc/passwd',
    '/etc/passwd',
    '.git/config',
    'x/../../../etc/hosts',
    'file:///etc/passwd',
    '%2e%2e/x',
  ])('is nothing outside of the repository: %s', async (name) => {
    const handbook = await opened(page(`{{< readfile "${name}" >}}\n\n{% include ${name} %}\n\n--8<-- "${name}"`))
    expect(textOf(await pageAt(handbook, '/content/a/'))).not.toMatch(/root:|localhost|repositoryformat/)
    expect(told(handbook).every((line) => /^includes\/(?:missing|refused) /.test(line))).toBe(true)
  })

  test('files that include each other many times end', async () => {
    const parts = Object.fromEntries(
      [...Array(9).keys()].map((step) => [`_includes/p${step}.md`, `{% include p${step + 1}.md %}\n`.repeat(10)]),
    )
    const handbook = await opened({
      'index.md': '# Home',
      'a.md': '# A\n\n{% include p0.md %}\n',
      ...parts,
      '_includes/p9.md': 'x',
    })
    expect(told(handbook)).toEqual(['includes/limit a.md:null'])
  })
})
