import { describe, expect, test } from 'vitest'
import type { Files } from '../kit/files.ts'
import { readFiles } from './read-files.ts'

/** Pages that every repository here has, below its content folder. */
const pages = (folder: string, index = 'index.md'): Files => ({
  [`${folder}${index}`]: '# Home',
  [`${folder}hr/leave.md`]: '# Leave\n\n## How long\n',
  [`${folder}hr/${index}`]: '# HR',
  [`${folder}pay.md`]: '# Pay',
})

const FORGE = 'https://forge.example/group/book/-/blob/main/'

describe('links from the top lead to their pages, whatever the top is', () => {
  test.each<[string, Files, string[]]>([
    ['content/', pages('content/'), ['/hr/leave', '/hr/leave.md#how-long', '/content/hr/leave.md']],
    ['pages/', pages('pages/'), ['/hr/leave/', '/pages/hr/leave.md']],
    [
      'docs/ of MkDocs',
      { 'mkdocs.yml': 'site_name: X\nsite_url: https://own.example/book/\n', ...pages('docs/') },
      [
        '/hr/leave/',
        '/book/hr/leave/',
        'https://own.example/book/hr/leave/',
        'http://own.example/book/hr/leave/#how-long',
      ],
    ],
    [
      'Jekyll with a prefix',
      { '_config.yml': 'url: https://own.example\nbaseurl: /book\n', ...pages('') },
      [
        '/book/hr/leave',
        '/book/hr/leave.html',
        '{{ site.baseurl }}/hr/leave',
        '{{ site.url }}{{ site.baseurl }}/hr/leave',
        '{{ "/hr/leave" | absolute_url }}',
        'https://own.example/book/hr/leave.html',
      ],
    ],
    [
      'Hugo',
      { 'hugo.toml': 'baseURL = "https://own.example/book/"\n', ...pages('content/', '_index.md') },
      [
        '/hr/leave/',
        '/book/hr/leave/',
        'https://own.example/book/hr/leave/',
        '{{< ref "/hr/leave" >}}',
        '{{< relref "leave.md#how-long" >}}',
      ],
    ],
    [
      'Docusaurus',
      { 'docusaurus.config.js': '', ...pages('docs/') },
      ['/hr/leave', '@site/docs/hr/leave.md', '/docs/hr/leave'],
    ],
    [
      'a forge',
      pages('content/'),
      [`${FORGE}content/hr/leave.md`, `${FORGE.replace('/blob/', '/edit/')}content/hr/leave.md#how-long`],
    ],
  ])('%s', async (_, files, links) => {
    const text = links.map((link, index) => `[${index}](${link})`).join('\n\n')
    const folder =
      Object.keys(files)
        .find((path) => path.endsWith('pay.md'))
        ?.slice(0, -'pay.md'.length) ?? ''
    const { content, resolver, findings, page } = await readFiles(
      { ...files, [`${folder}pay.md`]: `# Pay\n\n${text}\n` },
      { forge: FORGE },
    )
    const pay = page('/pay/')
    const reached = pay.outline.links.map(({ target }) => resolver.link(pay, target)?.to?.route ?? target)
    expect(reached).toEqual(links.map(() => '/hr/leave/'))
    expect(content.pages).toHaveLength(4)
    expect(findings.filter(({ ruleId }) => ruleId.startsWith('links/'))).toEqual([])
  })

  test('an address of the own site that leads nowhere stays an address', async () => {
    const files = {
      'mkdocs.yml': 'site_url: https://own.example/\n',
      ...pages('docs/'),
      'docs/pay.md': '# Pay\n\n[app](https://own.example/app/login)\n',
    }
    const { resolver, page, findings } = await readFiles(files)
    expect(resolver.link(page('/pay/'), 'https://own.example/app/login')).toMatchObject({ external: true, to: null })
    expect(findings.filter(({ ruleId }) => ruleId.startsWith('links/'))).toEqual([])
  })
})
