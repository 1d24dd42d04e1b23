import { describe, expect, it } from 'vitest'
import { redirectPage } from '../../src/build/redirect-page.ts'
import { robots, sitemap } from '../../src/build/sitemap.ts'
import type { Instant, Route } from '../../src/model/ids.ts'

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
