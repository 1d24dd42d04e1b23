/**
 * Draws every Markdown file of a handbook with the build's renderer and with the one for browsers, in Chromium, and
 * prints the share of pages that are equal and the kinds of difference, without their text.
 *
 * npm run compare-renderers -- DIR [--verbose] [--kind WORDS]
 *
 * `--verbose` also names the pages; `--kind` prints both trees of the differences whose kind holds these words.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findFences } from '../src/markdown/front-matter-fences.ts'
import { renderMarkdown } from '../src/markdown/render.ts'
import { openBrowserRenderer } from '../tests/kit/browser-renderer.ts'
import { differences, normalTree } from '../tests/kit/compare-html.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, kind: { type: 'string' } },
})
const [directory] = positionals
if (directory === undefined) {
  console.error('usage: npm run compare-renderers -- DIR [--verbose] [--kind WORDS]')
  process.exit(2)
}

/** Pages drawn in one go; a browser's answer has a limit. */
const AT_ONCE = 20
const paths = globSync('**/*.{md,markdown}', { cwd: directory, exclude: ['**/node_modules', '**/.git'] }).sort()
const sources = paths.flatMap((path) => {
  const text = readFileSync(join(directory, path), 'utf8').replace(/^\uFEFF/, '')
  const fences = findFences(text)
  return fences.kind === 'broken' ? [] : [{ path, text, body: fences.kind === 'none' ? text : fences.body }]
})

function drawHere(body: string): string {
  return renderMarkdown(body, {
    bodyLine: 1,
    dropTitle: null,
    numberSections: null,
    remoteImages: 'allow',
    link: (target) => ({ href: target, external: /^https?:/i.test(target) }),
    image: (src) => ({ src }),
  }).html
}

const renderer = await openBrowserRenderer()
const pages = new Map<string, number>()
let equal = 0
let milliseconds = 0
for (let at = 0; at < sources.length; at += AT_ONCE) {
  const some = sources.slice(at, at + AT_ONCE)
  const drawn = await renderer.draw(some.map(({ text }) => text))
  for (const [index, { path, body }] of some.entries()) {
    const theirs = drawn[index]
    if (theirs === undefined) throw new Error(`The browser did not draw ${path}.`)
    milliseconds += theirs.milliseconds
    const found = differences(normalTree(drawHere(body)), normalTree(theirs.html))
    if (found.length === 0) equal += 1
    const kinds = new Set(found.map(({ kind }) => kind))
    for (const kind of kinds) pages.set(kind, (pages.get(kind) ?? 0) + 1)
    if (values.verbose && kinds.size > 0) console.log(`${path}: ${[...kinds].join('; ')}`)
    for (const { kind, ours, theirs } of found) {
      if (values.kind !== undefined && kind.includes(values.kind)) console.log(`${path}\n  ${ours}\n  ${theirs}`)
    }
  }
}
await renderer.close()

const share = sources.length === 0 ? 0 : (100 * equal) / sources.length
console.log(`${equal} of ${sources.length} pages equal (${share.toFixed(1)} %)`)
console.log(`${(milliseconds / Math.max(1, sources.length)).toFixed(1)} ms a page in the browser`)
for (const [kind, count] of [...pages].sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(5)}  ${kind}`)
