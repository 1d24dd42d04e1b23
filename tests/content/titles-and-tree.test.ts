import { describe, expect, test } from 'vitest'
import type { Files } from '../kit/files.ts'
import { type Labels, labels, readFiles, told } from './read-files.ts'

describe('titles', () => {
  test.each<[string, string, string]>([
    ['front matter', '---\ntitle: Parental leave\n---\n# Leave', 'Parental leave'],
    ['first H1', '## Before\n\n# The _real_ title\n\n# Another', 'The real title'],
    ['navigation label', '## A section\n\ntext', 'Label'],
    ['control characters are shown', '# a\u202Eb', 'a⟨U+202E⟩b'],
    ['an empty title says nothing', '---\ntitle: ""\n---\n# Real', 'Real'],
  ])('%s', async (_, text, title) => {
    const { page } = await readFiles({ 'SUMMARY.md': '* [Label](02-some-page.md)', '02-some-page.md': text })
    expect(page('/some-page/').title).toBe(title)
  })

  test('first heading, then the name of the file or folder', async () => {
    const { page } = await readFiles({
      'handbook.yml': 'name: Millrace',
      'README.md': 'text',
      'heading.md': '## Some section',
      '02-HR_policies-2024.md': 'text',
      'sick-leave/README.md': 'text',
      'x/index.md': '# X',
      'x/README.md': 'text',
    })
    expect(page('/').title).toBe('Millrace')
    expect(page('/heading/').title).toBe('Some section')
    expect(page('/HR_policies-2024/').title).toBe('HR policies 2024')
    expect(page('/sick-leave/').title).toBe('Sick leave')
    expect(page('/x/readme/').title).toBe('X')
  })
})

describe('what front matter and folders say', () => {
  test('kind, description, language and owner', async () => {
    const { page, findings } = await readFiles(
      {
        'handbook.yml': 'lang: de\nfolders: { rules: { kind: policy } }',
        'rules/a.md': '---\ndescription: " One sentence. "\nlang: pt-br\n---\n# A',
        'rules/b.md': '---\nkind: decision\nlang: not a language\n---\n# B',
      },
      { ownerOf: (path) => `owner of ${path}` },
    )
    expect(page('/rules/a/')).toMatchObject({
      kind: 'policy',
      description: 'One sentence.',
      lang: 'pt-BR',
      owner: 'owner of rules/a.md',
    })
    expect(page('/rules/b/')).toMatchObject({ kind: 'decision', description: null, lang: 'de' })
    expect(told(findings)).toEqual(['pages/lang rules/b.md:1'])
  })
})

describe('the navigation tree', () => {
  test.each<[string, Files, Labels]>([
    [
      'by title, as people sort',
      { 'b.md': '# Émile', 'a.md': '# Zoo', 'c.md': '# eagle', '10.md': '# Step 10', '2.md': '# Step 2' },
      ['eagle', 'Émile', 'Step 2', 'Step 10', 'Zoo'],
    ],
    [
      'by weight in each of its spellings, then by title',
      {
        'a.md': '# A',
        'b.md': '---\nweight: 3\n---\n# B',
        'c.md': '---\nnav_order: 1\n---\n# C',
        'd/index.md': '---\nsidebar_position: 2\n---\n# D',
      },
      ['C', 'D', 'B', 'A'],
    ],
    [
      'by numbers in front of names',
      { '02-b.md': '# A', '01-a/x.md': '# X', '10-c.md': '# 0', 'z.md': '# Z' },
      [['A', ['X']], 'A', '0', 'Z'],
    ],
    [
      'a folder without index gets a name, its page and its folder are one',
      { 'sick_leave/a.md': '# A', 'b.md': '# Bee', 'b/c.md': '# C', '_hr/d.md': '# D' },
      [
        ['Bee', ['C']],
        ['Hr', ['D']],
        ['Sick leave', ['A']],
      ],
    ],
    [
      'a second index comes first',
      { 'x/index.md': '# X', 'x/README.md': '# Zed', 'x/a.md': '# A' },
      [['X', ['Zed', 'A']]],
    ],
    [
      'by SUMMARY.md, its labels and its headings as names of folders',
      {
        'SUMMARY.md':
          '# Contents\n\n* [Home](README.md)\n\n## The company\n\n* [👋 Values](the-company/values.md)\n\n## Engineering & Sales\n\n* [Z](sales/z.md)\n* [A](engineering/a.md)\n',
        'README.md': '# Home',
        'sales/z.md': '# Z',
        'engineering/a.md': '# A',
        'engineering/extra.md': '# Extra',
        'the-company/values.md': '# Our values',
        'the-company/aims.md': '# Aims',
      },
      [
        ['The company', ['👋 Values', 'Aims']],
        ['Sales', ['Z']],
        ['Engineering', ['A', 'Extra']],
      ],
    ],
  ])('%s', async (_, files, tree) => {
    expect(labels((await readFiles(files)).content.tree)).toEqual(tree)
  })

  test('knows folders, addresses and counts', async () => {
    const { content } = await readFiles({
      'README.md': '# Home',
      'docs-a/x/y.md': '# Y',
      'docs-a/index.md': '# A',
      'docs-a/x/z.md': '# Z',
    })
    expect(content.tree).toMatchObject({ label: 'Home', route: '/', path: 'README.md', folder: '', count: 4 })
    expect(content.tree.children[0]).toMatchObject({ label: 'A', folder: 'docs-a', path: 'docs-a/index.md', count: 3 })
    expect(content.tree.children[0]?.children[0]).toMatchObject({
      label: 'X',
      route: '/docs-a/x/',
      path: null,
      folder: 'docs-a/x',
      count: 2,
    })
  })

  test('every page stands in the tree once', async () => {
    const { content } = await readFiles({
      'a.md': '',
      'a/a.md': '',
      'a/index.md': '',
      'b/c/d/e.md': '',
      '_b/c.md': '',
      '01-b/x.md': '',
    })
    const paths: (string | null)[] = []
    const visit = (node: typeof content.tree): void => {
      paths.push(node.path)
      node.children.forEach(visit)
    }
    visit(content.tree)
    expect(paths.filter((path) => path !== null).sort()).toEqual(content.pages.map(({ path }) => path).sort())
  })
})
