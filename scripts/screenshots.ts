/**
 * Takes pictures of every kind of page, at 1440 and 390 px, light and dark.
 *
 * npm run screenshots -- [--out DIR] [--root HANDBOOK --routes /a/,/b/] [--name NAME]
 *
 * Without --root: of the demonstration, and the README's picture.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { servePreview } from '../src/build/serve.ts'
import { openBrowser } from '../tests/kit/browser.ts'
import { makeDemo } from './demo/make.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    root: { type: 'string' },
    routes: { type: 'string' },
    name: { type: 'string', default: 'demo' },
    whole: { type: 'boolean', default: false },
  },
})
const out = resolve(values.out)
mkdirSync(out, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'whybook-shots-'))
const root = values.root ?? join(folder, 'demo')
if (values.root === undefined) await makeDemo(root)
const site = join(folder, 'site')
const bin = fileURLToPath(new URL('../bin/whybook.js', import.meta.url))
execFileSync(process.execPath, [bin, 'build', '--root', root, '--out', site], { stdio: 'inherit' })

const server = await servePreview(site, { port: 0, base: '/' })
const browser = await openBrowser()
const page = await browser.context.newPage()
const routes = values.routes?.split(',') ?? (await foundRoutes(page, server.url))
for (const route of routes) {
  for (const width of [1440, 390]) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 1000 })
      await page.emulateMedia({ colorScheme: scheme })
      await page.goto(new URL(route, server.url).href, { waitUntil: 'networkidle' })
      const name = route.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'
      await page.screenshot({
        path: join(out, `${values.name}-${name}-${width}-${scheme}.png`),
        fullPage: values.whole,
      })
    }
  }
}
console.log(`${routes.length} pages in ${out}`)
await browser.close()
await server.close()
rmSync(folder, { recursive: true, force: true })

/** Home, a page with a long history, its history, the changes, a change, lists, search with a question, 404. */
async function foundRoutes(tab: Page, address: string): Promise<readonly string[]> {
  await tab.goto(new URL('changes/', address).href)
  const change = await tab
    .locator('a[href*="../changes/"], a[href^="./"][href*="/"]')
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname).find((path) => /\/[0-9a-f]{12}\/$/.test(path)),
    )
  return [
    '/',
    '/changes/',
    ...(change === undefined ? [] : [change]),
    '/decisions/',
    '/policies/',
    '/search/?q=travel',
    '/nowhere/',
  ]
}
