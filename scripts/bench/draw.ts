/**
 * Draws part of a handbook's site, for the benchmark: node scripts/bench/draw.ts ROOT OUT pages|rest|none|search
 *
 * Prints JSON: what was drawn, and the steps of opening.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setHandbook } from '../../src/astro/current.ts'
import { notFoundRoute } from '../../src/astro/draw-pages.ts'
import { drawSite } from '../../src/build/draw-site.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import type { Route } from '../../src/model/ids.ts'
import { buildSearchIndex } from '../../src/search/build-index.ts'

const [root, out, part] = process.argv.slice(2)
if (root === undefined || out === undefined || part === undefined) throw new Error('usage: draw.ts ROOT OUT PART')
const handbook = await openHandbook(root, defaultOptions)
setHandbook(handbook)
const staged = join(out, 'site')
mkdirSync(staged, { recursive: true })
const pages = new Set<Route>(handbook.pages.map((page) => page.route))
const all = handbook.routes().map(({ route }) => route)
const changes = all.filter((route) => /\/changes\/[0-9a-f]{12}\/$/.test(route))
const chosen: Readonly<Record<string, readonly Route[]>> = {
  pages: all.filter((route) => pages.has(route)),
  changes,
  rest: [...all.filter((route) => !pages.has(route) && !changes.includes(route)), notFoundRoute],
}
const pending = new Set(chosen[part] ?? [])
if (part === 'search') await buildSearchIndex(handbook.searchDocuments(), staged)
if (pending.size > 0) {
  await drawSite({
    handbook,
    staged,
    work: join(out, 'work'),
    pending,
    all: pending,
    lastSiteFiles: new Set(),
    debug: false,
    announce: () => {},
  })
}
console.log(JSON.stringify({ drawn: pending.size, pages: handbook.pages.length, steps: handbook.steps }))
await handbook.close()
