import { describe, expect, test } from 'vitest'
import { readFiles, told } from './read-files.ts'

const FILES = {
  'handbook.yml': 'folders: { people/pay: { audience: internal }, people/pay/open: { audience: public } }',
  'a.md':
    '# A\n\n![d](draft.png) [b](b.md) [s](people/pay/scale.md) [f](people/pay/scale.pdf) ![o](people/pay/open/o.png)',
  'b.md': '---\ndraft: true\n---\n# Layoffs\n\n![plan](plan.png)\n',
  'c.md': '---\naudience: internal\n---\n# Internal\n',
  '_drafts/e.md': '# Also a draft',
  'people/pay/scale.md': '# Scale',
  'people/pay/says-public.md': '---\naudience: public\n---\n# Still hidden',
  'people/pay/scale.pdf': 'PDF',
  'people/pay/open/f.md': '# Open',
  'people/pay/open/o.png': 'PNG',
  'plan.png': 'PNG',
  'draft.png': 'PNG',
  'unclear.md': '---\nDraft: true\n---\n# Unclear\n',
}

describe('what a public build leaves out', () => {
  test('drafts, internal pages and folders, and pages that do not say clearly', async () => {
    const { addresses, content } = await readFiles(FILES)
    expect(Object.keys(addresses)).toEqual(['a.md', 'people/pay/open/f.md'])
    expect([...content.withheldPaths].sort()).toEqual([
      '_drafts/e.md',
      'b.md',
      'c.md',
      'people/pay/says-public.md',
      'people/pay/scale.md',
      'people/pay/scale.pdf',
      'unclear.md',
    ])
  })

  test('no page leads to what is hidden, and nothing tells its title', async () => {
    const { resolver, page, findings, content } = await readFiles(FILES)
    const a = page('/a/')
    expect(resolver.link(a, 'b.md')).toBeNull()
    expect(resolver.link(a, 'people/pay/scale.md')).toBeNull()
    expect(resolver.link(a, 'people/pay/scale.pdf')).toBeNull()
    expect(resolver.image(a, 'people/pay/open/o.png')?.src).toBe('../people/pay/open/o.png')
    expect(told(findings).filter((line) => line.startsWith('links/'))).toEqual([
      'links/withheld a.md:3',
      'links/withheld a.md:3',
      'links/withheld a.md:3',
    ])
    expect(JSON.stringify([content.pages, content.tree, content.redirects, findings])).not.toMatch(
      /Layoffs|Scale|Internal/,
    )
  })

  test('the internal build has all of them but the unclear one, drafts marked', async () => {
    const { addresses, page, content } = await readFiles(FILES, { audience: 'internal' })
    expect(Object.keys(addresses)).toHaveLength(7)
    expect([...content.withheldPaths]).toEqual(['unclear.md'])
    expect(page('/b/').frontMatter.draft).toBe(true)
    expect(page('/drafts/e/').frontMatter.draft).toBe(true)
    expect(page('/people/pay/says-public/').audience).toBe('internal')
  })

  test('a page that says public in an internal folder stays internal, and is told', async () => {
    const { findings } = await readFiles(FILES)
    expect(told(findings)).toContain('pages/audience people/pay/says-public.md:1')
  })

  test('the address of a page does not depend on who may read', async () => {
    const files = { '01-start.md': '# Start', 'start.md': '---\ndraft: true\n---\n# Draft' }
    expect((await readFiles(files)).addresses).toEqual({ '01-start.md': '/01-start/' })
    expect((await readFiles(files, { audience: 'internal' })).addresses).toMatchObject({ '01-start.md': '/01-start/' })
  })

  test('the old name of a page that was hidden then is not told', async () => {
    const { content } = await readFiles(
      { 'handbook.yml': 'folders: { board: { audience: internal } }', 'news.md': '# News', 'board/x.md': '# X' },
      { moved: { 'board/merger.md': 'news.md', 'old-news.md': 'news.md' } },
    )
    expect(content.redirects).toEqual([{ from: '/old-news/', to: '/news/' }])
  })

  test('a draft does not take the address of a page', async () => {
    const files = { 'Page.md': '---\ndraft: true\n---\n# Draft', 'page.md': '# Page' }
    const { addresses, findings } = await readFiles(files)
    expect(Object.keys(addresses)).toEqual(['page.md'])
    expect(told(findings)).toEqual([])
  })
})

describe('two files with one address', () => {
  test.each([
    ['case', 'Page.md', 'page.md'],
    ['composition', 'cafe\u0301.md', 'caf\u00e9.md'],
    ['ending', 'a.md', 'a.html.md'],
    ['ending, of the home page', 'index.md', 'index.html.md'],
    ['ending, of a folder', 'x/README.md', 'x/README.html.md'],
    ['a second ending', 'index.markdown', 'index.md'],
  ])('that differ in %s: the first stays, the other is named and withheld', async (_, first, second) => {
    const { addresses, content, findings } = await readFiles({ [second]: '# Second', [first]: '# First' })
    expect(Object.keys(addresses)).toEqual([first])
    expect([...content.withheldPaths]).toEqual([second])
    expect(findings).toMatchObject([{ ruleId: 'pages/collision', level: 'error', path: second }])
    expect(findings[0]?.reason).toContain(first)
  })

  test.each(['index', 'README', '_index'])('%s.md is the home page before index.html.md', async (name) => {
    const { addresses } = await readFiles({ [`${name}.md`]: '# Right', 'index.html.md': '# Wrong' })
    expect(addresses[`${name}.md`]).toBe('/')
  })

  test('a second index is told where it is', async () => {
    const { findings } = await readFiles({ 'x/index.md': '# X', 'x/README.md': '# Y' })
    expect(findings).toMatchObject([{ ruleId: 'pages/second-index', level: 'info', path: 'x/README.md' }])
    expect(findings[0]?.reason).toContain('x/index.md')
  })

  test('a name too long for an address is withheld with a finding', async () => {
    const { findings, addresses } = await readFiles({ [`${'é'.repeat(125)}.md`]: '# A', 'b.md': '# B' })
    expect(Object.keys(addresses)).toEqual(['b.md'])
    expect(told(findings)[0]).toMatch(/^pages\/address /)
  })
})
