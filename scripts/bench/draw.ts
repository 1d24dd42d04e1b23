/**
 * Draws part of a handbook's site, for the benchmark: node scripts/bench/draw.ts ROOT OUT PART [one]
 *
 * PART is `pages`, `changes`, `rest`, `search` or `none`; `one` draws one page of that part, which costs the start alone.
 * Prints JSON: what was drawn, and the steps of opening.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setHandbook } from '../../src/astro/current.ts'
import { notFoundRoute } from '../../src/astro/draw-pages.ts'
import { drawSite } from '../../src/build/draw-site.ts'
import { spareCompiling } from '../../src/build/spare-compiling.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import type { Route } from '../../src/model/ids.ts'
import { buildSearchIndex } from '../../src/search/build-index.ts'

// As the process that builds does.
spareCompiling()
const [root, out, part, amount] = process.argv.slice(2)
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
const pending = new Set((chosen[part] ?? []).slice(0, amount === 'one' ? 1 : undefined))
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
