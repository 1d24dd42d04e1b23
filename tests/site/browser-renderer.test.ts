import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFences } from '../../src/markdown/front-matter-fences.ts'
import { type BrowserRenderer, openBrowserRenderer } from '../kit/browser-renderer.ts'
import { differences, normalTree } from '../kit/compare-html.ts'
import { dangersIn, draw } from '../markdown/draw-kit.ts'
import { vectors } from '../markdown/hostile-vectors.ts'

/** What a page may load at most when it first draws something. */
const BUDGET = 60 * 1024
/** The page decides about its title and the numbers of its sections, as a page of a handbook does. */
const asPage = { dropTitle: null, numberSections: null }

let renderer: BrowserRenderer
beforeAll(async () => {
  renderer = await openBrowserRenderer()
})
afterAll(() => renderer?.close())

describe('the renderer in a browser', () => {
  test('weighs at most 60 KB gzip, and the names of emoji are apart from it', () => {
    const sizes = renderer.files.map(({ name, gzip }) => `${name} ${gzip}`).join(', ')
    const main = renderer.files.filter(({ name }) => name !== 'emoji-names.js')
    const total = main.reduce((sum, { gzip }) => sum + gzip, 0)
    console.log(`renderer for browsers, gzip: ${total} bytes (${sizes})`)
    expect(main).not.toHaveLength(renderer.files.length)
    expect(total).toBeLessThanOrEqual(BUDGET)
  })

  test('costs a page that never draws less than a kilobyte', () => {
    const entry = renderer.files.find(({ name }) => name === 'entry.js')
    expect(entry?.gzip).toBeLessThan(1024)
    expect(entry?.source).toContain('import(')
  })

  test('holds no module of Node and nothing native', () => {
    for (const { source } of renderer.files) expect(source).not.toMatch(/["'`]node:|satteri|\.node["'`]/)
  })

  test.each(globSync('tests/markdown/fixtures/*.md').map((path) => [basename(path), path]))(
    'draws %s as the build does',
    async (_, path) => {
      const text = readFileSync(path, 'utf8')
      const fences = findFences(text)
      const built = draw(fences.kind === 'yaml' ? fences.body : text, asPage)
      const [drawn] = await renderer.draw([text])
      expect(differences(normalTree(built.html), normalTree(drawn?.html ?? ''))).toEqual([])
      expect(drawn?.sections).toEqual(built.sections)
      expect(drawn?.text).toBe(built.text)
    },
  )

  test('says why it shows nothing of a page whose front matter cannot be read', async () => {
    const [drawn] = await renderer.draw(['---\ntitle: <b>x\n\ntext'])
    expect(drawn?.html).toMatch(/^<p>The front matter that begins on line 1 is never closed/)
  })

  test('refuses what would keep the browser busy for minutes', async () => {
    const twisted = ['*a_ '.repeat(20_000), '[a]('.repeat(5000), '> '.repeat(20_000), 'x'.repeat(600_000)]
    for (const { html } of await renderer.draw(twisted)) expect(html).toMatch(/^<p>This page is too large/)
  })
})

describe('what a stranger writes', () => {
  test('is as safe as on a built page', async () => {
    const dangers = async (remoteImages: 'allow' | 'link') =>
      (await renderer.draw(vectors, remoteImages)).flatMap(({ html }, index) =>
        dangersIn(html, 'page').map((danger) => `${vectors[index]}: ${danger}`),
      )
    expect(await dangers('allow')).toEqual([])
    expect(await dangers('link')).toEqual([])
  })

  test.each(['', 'without-policy.html'])(
    'runs nothing and asks no other host, drawn and inserted: /%s',
    async (name) => {
      const events: string[] = []
      const { page } = renderer
      const address = new URL(name, page.url()).href
      await page.goto(address, { waitUntil: 'load' })
      page.on('dialog', (dialog) => {
        events.push(`dialog ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(address).origin) events.push(`request ${request.url()}`)
      })
      const drawn = await renderer.draw(vectors, 'link')
      await settled()
      // Chromium names to the console what it would block if the document that is only parsed were shown.
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) events.push(message.text())
      })
      for (const { html } of drawn) await page.evaluate(insert, html)
      await settled()
      expect(page.url()).toBe(address)
      expect(events).toEqual([])
      page.removeAllListeners()
    },
  )
})

/** Runs in the browser: shows some HTML and touches everything in it. */
function insert(html: string): void {
  const main = document.querySelector('main') as HTMLElement
  main.innerHTML = html
  for (const element of main.querySelectorAll('*')) {
    for (const name of ['mouseover', 'focus', 'toggle', 'animationstart', 'load', 'error'])
      element.dispatchEvent(new Event(name))
  }
}

/** The browser reports in its own time; a round trip of its main thread comes after what was done. */
const settled = () => renderer.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))

describe('the comparison', () => {
  const kinds = (ours: string, theirs: string) =>
    differences(normalTree(ours), normalTree(theirs)).map(({ kind }) => kind)

  test.each([
    ['<p>a</p>', '<p>b</p>', 'text'],
    ['<p>a <b>b</b></p>', '<p>a <i>b</i></p>', 'in p: b for i'],
    ['<a href="x">a</a>', '<a href="y">a</a>', 'a@href'],
    ['<p>a</p><p>b</p>', '<p>a</p>', 'in page: p for nothing'],
    ['<p>a <b>b</b></p>', '<p>a<b>b</b></p>', 'text'],
    ['<pre><code>a  b</code></pre>', '<pre><code>a b</code></pre>', 'text'],
  ])('sees that %s is not %s', (ours, theirs, kind) => expect(kinds(ours, theirs)).toEqual([kind]))

  test('overlooks blanks between blocks, the order of attributes and colours of code', () => {
    expect(kinds('<ul>\n<li class="a" id="b">x\ny</li></ul>', '<ul><li id="b" class="a">x y</li>\n</ul>')).toEqual([])
    expect(kinds('<pre><code><span class="hljs-a">if</span> x</code></pre>', '<pre><code>if x</code></pre>')).toEqual(
      [],
    )
  })
})
