import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { encodeRoute } from '../../src/text/relative.ts'
import { type Read, readFiles } from './read-files.ts'

const FILES = {
  'handbook.yml': 'site: https://handbook.example/hb/',
  'README.md': '# About the repository',
  'static/map.png': 'PNG',
  'scripts/run.sh': 'true',
  'content/index.md': '# Home',
  'content/hr/index.md': '# HR\n\n## Who we are\n\n## Who we are\n\n## C++ & C#\n\n[script](../../scripts/run.sh)\n',
  'content/hr/leave.md': '---\naliases: /leave/parental\n---\n# Leave\n\n## How long?\n',
  'content/hr/leave/sick.md': '# Sick leave',
  'content/hr/02-pay scale.md': '# Pay scale',
  'content/hr/images/my plan (1).png': 'PNG',
  'content/hr/form.pdf': 'PDF',
  'content/hr/page.html': '<script>',
  'content/benefits/Pension.md': '# Pension',
  'content/benefits/café.md': '# Café',
  'content/no-index/a.md': '# A',
  'content/ha#sh.md': '# Hash',
}
const OPTIONS = {
  forge: 'https://forge.example/group/project/-/blob/main/',
  moved: { 'content/old/leave.md': 'content/hr/leave.md' },
}

let read: Read
beforeAll(async () => {
  read = await readFiles(FILES, OPTIONS)
})

/** Route or path that a browser arrives at from a page, with query and anchor. */
function reached(from: string, target: string): string | null {
  const link = read.resolver.link(read.page(from), target)
  if (link === null || link.external) return link === null ? null : link.href
  const url = new URL(link.href, `https://site.example/base${encodeRoute(from)}`)
  expect(url.pathname.startsWith('/base/')).toBe(true)
  return decodeURIComponent(url.pathname.slice(5)) + url.search + decodeURIComponent(url.hash)
}

describe('every form of link leads to its page', () => {
  test.each([
    ['/hr/', 'leave.md', '/hr/leave/'],
    ['/hr/', './leave.md', '/hr/leave/'],
    ['/hr/', 'leave', '/hr/leave/'],
    ['/hr/', 'leave/', '/hr/leave/'],
    ['/hr/', 'leave.html', '/hr/leave/'],
    ['/hr/', 'leave.mdx', '/hr/leave/'],
    ['/hr/', 'LEAVE.MD', '/hr/leave/'],
    ['/hr/', 'leave/index.html', '/hr/leave/'],
    ['/hr/leave/', 'index.md', '/hr/'],
    ['/hr/leave/', '.', '/hr/'],
    ['/hr/leave/', './', '/hr/'],
    ['/hr/leave/', '../benefits/Pension.md', '/benefits/Pension/'],
    ['/hr/leave/', '../benefits/pension', '/benefits/Pension/'],
    ['/hr/leave/', '../../benefits/pension/', '/benefits/Pension/'],
    ['/hr/leave/', '../', '/'],
    ['/hr/leave/', 'sick/', '/hr/leave/sick/'],
    ['/hr/leave/', 'leave/sick.md', '/hr/leave/sick/'],
    ['/hr/leave/sick/', '../leave.md', '/hr/leave/'],
    ['/hr/', '02-pay%20scale.md', '/hr/pay scale/'],
    ['/hr/', '02-pay scale.md', '/hr/pay scale/'],
    ['/hr/', 'pay%20scale/', '/hr/pay scale/'],
    ['/', 'benefits/cafe%CC%81.md', '/benefits/café/'],
    ['/', 'ha%23sh.md', '/ha~23sh/'],
    ['/hr/', '/hr/leave', '/hr/leave/'],
    ['/hr/', '/hr/leave.md', '/hr/leave/'],
    ['/hr/', '/content/hr/leave.md', '/hr/leave/'],
    ['/hr/', '/', '/'],
    ['/hr/', '/no-index/', '/no-index/'],
    ['/hr/', '../no-index', '/no-index/'],
    ['/hr/', '/leave/parental', '/hr/leave/'],
    ['/hr/', '../old/leave.md', '/hr/leave/'],
    ['/hr/', '/old/leave/', '/hr/leave/'],
    ['/hr/', 'leave.md?x=1&y=a b#how-long', '/hr/leave/?x=1&y=a%20b#how-long'],
    ['/hr/', 'https://handbook.example/hb/hr/leave/#how-long', '/hr/leave/#how-long'],
    ['/hr/', 'http://www.handbook.example/hb/hr/leave', '/hr/leave/'],
    ['/hr/', 'https://handbook.example/hb', '/'],
    ['/hr/', 'https://forge.example/group/project/-/blob/main/content/hr/leave.md', '/hr/leave/'],
    ['/hr/', 'https://forge.example/group/project/-/edit/main/content/hr/leave.md', '/hr/leave/'],
    ['/hr/leave/', 'https://forge.example/group/project/-/tree/main/content/hr/', '/hr/'],
    ['/hr/', 'https://forge.example/group/project/-/blob/HEAD/content/hr/leave.md#how-long', '/hr/leave/#how-long'],
  ])('from %s %s leads to %s', (from, target, place) => {
    expect(reached(from, target)).toBe(place)
  })

  test.each([
    ['/hr/', '#who-we-are', '/hr/#who-we-are'],
    ['/hr/', '#Who-We-Are-1', '/hr/#who-we-are-1'],
    ['/hr/', '#c--c', '/hr/#c--c'],
    ['/hr/', '#c-c', '/hr/#c--c'],
    ['/hr/', '#top', '/hr/#top'],
    ['/hr/', 'leave.md#How%2Dlong', '/hr/leave/#how-long'],
    ['/hr/', 'leave.md#', '/hr/leave/'],
    ['/hr/', 'leave.md#nowhere', '/hr/leave/'],
  ])('from %s the anchor of %s is found: %s', (from, target, place) => {
    expect(reached(from, target)).toBe(place)
  })

  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['//example.org/', 'https://example.org/'],
    ['mailto:hr@example.org?subject=Leave', 'mailto:hr@example.org?subject=Leave'],
    [
      'https://forge.example/group/project/-/blob/main/content/hr/leave.md#L10-12',
      'https://forge.example/group/project/-/blob/main/content/hr/leave.md#L10-12',
    ],
    [
      'https://forge.example/group/project/-/blob/v1.0/content/hr/leave.md',
      'https://forge.example/group/project/-/blob/v1.0/content/hr/leave.md',
    ],
    [
      'https://forge.example/group/project/-/edit/main/content/hr/index.md',
      'https://forge.example/group/project/-/edit/main/content/hr/index.md',
    ],
    [
      'https://forge.example/other/project/-/blob/main/content/hr/leave.md',
      'https://forge.example/other/project/-/blob/main/content/hr/leave.md',
    ],
    ['https://handbook.example/elsewhere/', 'https://handbook.example/elsewhere/'],
    ['../../scripts/run.sh', 'https://forge.example/group/project/-/blob/main/scripts/run.sh'],
  ])('%s leads outside', (target, href) => {
    expect(read.resolver.link(read.page('/hr/'), target)).toMatchObject({ href, external: true, to: null })
  })

  test.each([
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'missing.md',
    '../../../../etc/passwd',
    '/../../etc/passwd',
    '.git/config',
    'file:///etc/passwd',
  ])('%s draws its text only', (target) => {
    expect(read.resolver.link(read.page('/hr/'), target)).toBeNull()
  })
})

describe('images and files', () => {
  test.each([
    ['images/my%20plan%20(1).png', '/hr/images/my plan (1).png'],
    ['images/my plan (1).png', '/hr/images/my plan (1).png'],
    ['/map.png', '/map.png'],
    ['/static/map.png', '/map.png'],
    ['../../static/map.png', '/map.png'],
    ['https://handbook.example/hb/map.png', '/map.png'],
    [
      'https://forge.example/group/project/-/raw/main/content/hr/images/my%20plan%20(1).png',
      '/hr/images/my plan (1).png',
    ],
  ])('%s is the image %s', (target, route) => {
    const image = read.resolver.image(read.page('/hr/'), target)
    expect(image?.asset?.route).toBe(route)
    expect(new URL(image?.src ?? '', `https://site.example${'/hr/'}`).pathname).toBe(encodeRoute(route))
  })

  test('a file that people download is offered', () => {
    expect(read.resolver.link(read.page('/hr/'), 'form.pdf#page=2')).toMatchObject({
      href: 'form.pdf#page=2',
      asset: { path: 'content/hr/form.pdf' },
    })
  })

  test('two files never share a place, nor does one stand where a page has its folder', async () => {
    const { content } = await readFiles({
      'docs/a.md': '# A',
      'docs/x.png.md': '# X',
      'docs/x.png': '1',
      'docs/img/y.png': '2',
      'docs/img/Y.PNG': '3',
      'static/img/y.png': '4',
      'docs/_whybook/z.png': '5',
      'docs/.gitbook/assets/a b.png': '6',
    })
    expect(content.files().map(({ path, route }) => `${path} ${route}`)).toEqual([
      'docs/.gitbook/assets/a b.png /~2Egitbook/assets/a b.png',
      'docs/_whybook/z.png /whybook/z.png',
      'docs/img/Y.PNG /img/Y.PNG',
      'docs/img/y.png /img/y-2.png',
      'docs/x.png /x-2.png',
      'static/img/y.png /img/y-3.png',
    ])
  })

  test('a file that a browser would run is not carried', () => {
    expect(read.content.files().map(({ path }) => path)).not.toContain('content/hr/page.html')
  })

  test.each([
    ['https://example.org/a.png', 'https://example.org/a.png'],
    ['http://example.org/a.png', undefined],
    ['data:image/png;base64,x', undefined],
    ['form.pdf', undefined],
    ['leave.md', undefined],
    ['missing.png', undefined],
    ['../../../../etc/logo.png', undefined],
  ])('as an image, %s is %s', (target, src) => {
    expect(read.resolver.image(read.page('/hr/'), target)?.src).toBe(src)
  })
})

describe('what absolute links are relative to', () => {
  const pages = { 'a.md': '# A', 'b.md': '# B', 'c.md': '# C', 'hr/d.md': '# D' }

  test('a prefix that is no folder is found by what makes links resolve', async () => {
    const found = await readFiles({
      ...pages,
      'e.md': '[a](/handbook/a/) [b](/handbook/b) [d](/handbook/hr/d) [x](/handbook/gone)',
    })
    expect(found.content.siteRoots.prefixes).toEqual(['handbook'])
    expect(found.resolver.link(found.page('/e/'), '/handbook/hr/d')?.to?.path).toBe('hr/d.md')
    expect(found.findings.map(({ ruleId }) => ruleId)).toEqual(['links/broken'])
  })

  test('the host of the handbook is found, and others stay what they are', async () => {
    const links = ['a', 'b', 'c', 'hr/d']
      .map((path) => `<https://hb.example/${path}> <https://other.example/${path}/x>`)
      .join('\n')
    const found = await readFiles({ ...pages, 'e.md': links })
    expect([...found.content.siteRoots.hosts]).toEqual(['hb.example'])
    expect(found.resolver.link(found.page('/e/'), 'https://hb.example/a')?.to?.path).toBe('a.md')
    expect(found.resolver.link(found.page('/e/'), 'https://hb.example/gone')?.href).toBe('https://hb.example/gone')
    expect(found.findings).toEqual([])
  })

  test('so is its project on the forge, also when it was moved there', async () => {
    const links = ['a', 'b', 'c'].map((name) => `<https://github.com/Owner/Book/blob/master/${name}.md>`).join('\n')
    const found = await readFiles({ ...pages, 'e.md': links })
    expect(found.resolver.link(found.page('/e/'), 'https://github.com/owner/book/edit/main/hr/d.md')?.to?.path).toBe(
      'hr/d.md',
    )
  })

  test('one link proves nothing', async () => {
    const found = await readFiles({ ...pages, 'e.md': '<https://hb.example/a> [a](/handbook/a)' })
    expect(found.content.siteRoots).toMatchObject({ prefixes: [], hosts: new Set() })
  })
})

describe('links are safe', () => {
  test('whatever is written, a drawn link is of an allowed scheme or stays on the site', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '/',
        '\\',
        ':',
        'javascript:',
        'https://',
        '//',
        '%2e%2e',
        '#',
        '?',
        'leave.md',
        'hr',
        '%',
        '\n',
        '\t',
        '&',
        'content',
        '.git',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom('/hr/', '/', '/hr/leave/sick/'),
        (pieces, from) => {
          const target = pieces.join('')
          const link = read.resolver.link(read.page(from), target)
          const image = read.resolver.image(read.page(from), target)
          for (const href of [link?.href, image?.src]) {
            if (href === undefined) continue
            const url = new URL(href, `https://site.example/base${encodeRoute(from)}`)
            const isInside = url.origin === 'https://site.example' && url.pathname.startsWith('/base/')
            expect(isInside || /^(?:https?|mailto|tel):/.test(href)).toBe(true)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('every page is reached from every other, by its path and by its address', () => {
    const { pages } = read.content
    for (const from of pages) {
      for (const to of pages) {
        const up = '../'.repeat(from.path.split('/').length - 1)
        const encoded = to.path.split('/').map(encodeURIComponent).join('/')
        expect(read.resolver.link(from, `${up}${encoded}`)?.to).toBe(to)
        expect(read.resolver.link(from, `/${encoded}`)?.to).toBe(to)
        expect(read.resolver.link(from, encodeRoute(to.route))?.to).toBe(to)
      }
    }
  })
})
