import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mayHaveDiagram } from '../../src/build/mermaid-file.ts'
import { redirectPage } from '../../src/build/redirect-page.ts'
import { robots, sitemap } from '../../src/build/sitemap.ts'
import type { Instant, Route } from '../../src/model/ids.ts'
import { invalidHtml } from '../kit/judge-site.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { draw } from '../markdown/draw-kit.ts'

const route = (text: string) => text as Route

describe('a redirect', () => {
  it('leads on relatively, without script, and is kept out of search engines', () => {
    const html = redirectPage(route('/leave/parental/'), route('/benefits/parental leave/'), 'en')
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=../../benefits/parental%20leave/">')
    expect(html).toContain('<a href="../../benefits/parental%20leave/">')
    expect(html).toContain('noindex')
    expect(html).not.toContain('<script')
  })

  it('cannot be broken out of by an address', () => {
    const html = redirectPage(route('/a/'), route('/"><img src=x onerror=alert(1)>/'), '"><b>')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<b>')
  })

  it.each([
    ['/leave/parental/', '/benefits/parental leave/', 'en'],
    ['/', '/"><img src=x onerror=alert(1)>/', 'ar'],
    ['/a & b/', '/', 'pt-BR'],
  ])('is valid HTML: %s to %s', async (from, to, lang) => {
    const file = join(temporaryFolder().path, 'index.html')
    writeFileSync(file, redirectPage(route(from), route(to), lang))
    expect(await invalidHtml(file)).toEqual([])
  })
})

describe('a page that may have a diagram', () => {
  it.each([
    '```mermaid\ngraph TD\n```',
    'text\n\n~~~~ mermaid\ngraph TD\n~~~~',
    '> [!NOTE]\n> ```mermaid\n> graph TD\n> ```',
    '- ```mermaid\n  graph TD\n  ```',
    '1. a\n\n   - b\n\n     ```mermaid\n     graph TD\n     ```',
    '<pre><code class="language-mermaid">graph TD</code></pre>',
    '{% highlight mermaid %}\ngraph TD\n{% endhighlight %}',
  ])('gets what draws it: %j', (body) => {
    expect(draw(body).hasMermaid).toBe(true)
    expect(mayHaveDiagram(body)).toBe(true)
  })

  it.each(['We draw with mermaid.', '```js\nmermaid()\n```', '`mermaid`'])('and no other: %j', (body) =>
    expect(mayHaveDiagram(body)).toBe(false),
  )

  it('and is looked through once', () => expect(mayHaveDiagram(`${'`'.repeat(500_000)}mermaid'`)).toBe(true))
})

describe('the sitemap', () => {
  it('names every page absolutely, with the day it changed', () => {
    const xml = sitemap('https://handbook.example.org/group/', [
      { route: route('/'), changedAt: null },
      { route: route('/a & b/'), changedAt: '2026-03-03T09:41:00+01:00' as Instant },
    ])
    expect(xml).toContain('<loc>https://handbook.example.org/group/</loc></url>')
    expect(xml).toContain('<loc>https://handbook.example.org/group/a%20%26%20b/</loc>')
    expect(xml).toContain('<lastmod>2026-03-03T09:41:00+01:00</lastmod>')
  })

  it('is named by robots.txt', () => {
    expect(robots('https://handbook.example.org/')).toContain('Sitemap: https://handbook.example.org/sitemap.xml')
  })
})
