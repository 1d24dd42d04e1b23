import { describe, expect, test } from 'vitest'
import { plainDataIn } from '../../src/content/plain-data.ts'
import { labels, readFiles } from './read-files.ts'

const front = (lines: string, title: string): string => `---\n${lines}\n---\n# ${title}\n`

describe('order and names of other generators', () => {
  test.each([
    [
      'the nav of mkdocs.yml',
      {
        'mkdocs.yml':
          'site_name: X\ntheme:\n  icon: !!python/name:material.extensions\nnav:\n  - Home: index.md\n  - zed.md\n  - The office:\n      - Rules of the office: office/rules.md\n      - office/desks.md\n  - Elsewhere: https://a.example\n',
        'docs/index.md': '# Home',
        'docs/zed.md': '# Zed',
        'docs/office/desks.md': '# Desks',
        'docs/office/rules.md': '# Rules',
        'docs/office/unlisted.md': '# Unlisted',
        'docs/alone.md': '# Alone',
      },
      ['Zed', ['The office', ['Rules of the office', 'Desks', 'Unlisted']], 'Alone'],
    ],
    [
      '.pages files',
      {
        'index.md': '# Home',
        '.pages': 'nav:\n  - z\n  - ...\n  - Last one: a.md\n',
        'a.md': '# A',
        'b.md': '# B',
        'z/.pages': 'title: The Zed\nnav: [two.md, one.md]\n',
        'z/one.md': '# One',
        'z/two.md': '# Two',
        'z/three.md': '# Three',
      },
      [['The Zed', ['Two', 'One', 'Three']], 'B', 'Last one'],
    ],
    [
      'sidebars.js that is plain data',
      {
        'sidebars.js':
          "// @ts-check\n/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */\nconst sidebars = {\n  docs: [\n    'start',\n    { type: 'category', label: 'Rules & more', link: { type: 'doc', id: 'rules/index' }, items: ['rules/zed', 'rules/aims',], },\n    { type: 'doc', id: 'end', label: \"The end\" },\n  ],\n};\n\nmodule.exports = sidebars;\n",
        'docs/start.md': '# Start',
        'docs/end.md': '# End',
        'docs/rules/index.md': '# Rules',
        'docs/rules/01-aims.md': '# Aims',
        'docs/rules/zed.md': '# Zed',
        'docs/middle.md': '# Middle',
      },
      ['Start', ['Rules', ['Zed', 'Aims']], 'The end', 'Middle'],
    ],
    [
      'nothing from a sidebar that is code',
      {
        'sidebars.js': 'module.exports = { docs: require("./x")(["zed", "aims"]) }\n',
        'docs/zed.md': '# Zed',
        'docs/aims.md': '# Aims',
      },
      ['Aims', 'Zed'],
    ],
    [
      '_category_.json and sidebar_position',
      {
        'index.md': '# Home',
        'a/_category_.json': '{ "label": "Last folder", "position": 3 }',
        'a/x.md': '# X',
        'b/_category_.yml': 'label: First folder\nposition: 1\n',
        'b/y.md': front('sidebar_position: 2\nsidebar_label: Why', 'Y'),
        'b/z.md': front('sidebar_position: 1', 'Z'),
      },
      [
        ['First folder', ['Z', 'Why']],
        ['Last folder', ['X']],
      ],
    ],
    [
      'nav_order and parent of just-the-docs',
      {
        'index.md': '# Home',
        'child.md': front('parent: Mother\nnav_order: 2', 'Child'),
        'other.md': front('parent: Mother\nnav_order: 1', 'Other'),
        'grand.md': front('parent: Child\ngrand_parent: Mother', 'Grandchild'),
        'mother.md': front('nav_order: 2\nhas_children: true', 'Mother'),
        'first.md': front('nav_order: 1', 'First'),
        'ring-a.md': front('parent: Ring b', 'Ring a'),
        'ring-b.md': front('parent: Ring a', 'Ring b'),
        'orphan.md': front('parent: Nobody', 'Orphan'),
        'list.md': front('parent: [1, 2]', 'List'),
      },
      ['First', ['Mother', ['Other', ['Child', ['Grandchild']]]], 'List', 'Orphan', 'Ring a', 'Ring b'],
    ],
    [
      '_sidebar.md of docsify',
      {
        '_sidebar.md': '- [Zed](zed.md)\n- [Aims of all](aims.md)\n',
        'README.md': '# Home',
        'aims.md': '# Aims',
        'zed.md': '# Zed',
      },
      ['Zed', 'Aims of all'],
    ],
  ])('come from %s', async (_, files, tree) => {
    const { content, findings } = await readFiles(files)
    expect(labels(content.tree)).toEqual(tree)
    expect(findings.filter(({ ruleId }) => ruleId.startsWith('front-matter'))).toEqual([])
    // A page that no navigation names is built and stands in the tree.
    const paths: (string | null)[] = []
    const visit = (node: typeof content.tree): void => {
      paths.push(node.path)
      node.children.forEach(visit)
    }
    visit(content.tree)
    expect(paths.filter((path) => path !== null).sort()).toEqual(content.pages.map(({ path }) => path))
  })

  test.each([
    ['{"a": [1, true, null, "x\\"y"]}', { a: [1, true, null, 'x"y'] }],
    ["module.exports = { a: 'b', /* c */ 'd-e': [{ f: `g` }], }", { a: 'b', 'd-e': [{ f: 'g' }] }],
    ['export default [1]', [1]],
    ['module.exports = { a: b }', undefined],
    ['module.exports = { a: f("x") }', undefined],
    ['module.exports = { ...a }', undefined],
    ['module.exports = { a: `${b}` }', undefined],
    ['module.exports = { __proto__: {} }', undefined],
    ['module.exports = { a: 1 + 1 }', undefined],
    ['{"a": ', undefined],
    ['', undefined],
    [`${'['.repeat(50_000)}`, undefined],
  ])('data in %j is read and never run', (source, data) => {
    const read = plainDataIn(source)
    expect(read === undefined ? undefined : JSON.parse(JSON.stringify(read))).toEqual(data)
  })
})
