/**
 * Takes pictures of every kind of page, at 1440 and 390 px, light and dark.
 *
 * npm run screenshots -- [--out DIR] [--root HANDBOOK --routes /a/,/b/] [--name NAME]
 *
 * Without --root: of the demonstration, and the README's picture.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
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
const routes = values.routes?.split(',').map((route) => route.replace(/^\//, '')) ?? foundRoutes(site)
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
if (values.root === undefined) {
  // The README shows a page as most people see one first.
  const picture = fileURLToPath(new URL('../handbook/images/page.png', import.meta.url))
  mkdirSync(dirname(picture), { recursive: true })
  copyFileSync(join(out, 'demo-money-travel-allowance-1440-light.png'), picture)
}
console.log(`${routes.length} pages in ${out}`)
await browser.close()
await server.close()
rmSync(folder, { recursive: true, force: true })

/** Home, the page with the longest history, its history, the changes, a change, lists, search with a question, 404. */
function foundRoutes(folder: string): readonly string[] {
  const size = (path: string): number => statSync(join(folder, path)).size
  const longest = (pattern: string): string | undefined =>
    globSync(pattern, { cwd: folder })
      .filter((path) => !path.includes('_/'))
      .sort((a, b) => size(b) - size(a))[0]
      ?.replace(/index\.html$/, '')
  const history = longest('*/**/history/index.html')
  const change = longest('changes/????????????/index.html')
  const lists = ['decisions/', 'policies/'].filter((path) => existsSync(join(folder, path, 'index.html')))
  const found = [history?.replace(/history\/$/, ''), history, change].filter((path) => path !== undefined)
  return ['', ...found, 'changes/', ...lists, 'search/?q=travel', 'nowhere/']
}
