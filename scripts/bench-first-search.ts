/**
 * What the first search of a built site costs a reader: bytes and requests of the index, and the time until the first
 * result stands there, in Chromium.
 *
 * npm run bench:first-search -- SITE [WORDS]
 *
 * What is text (scripts, words) counts as a host sends it that compresses, with gzip; the rest is compressed already.
 * Exit code 1 when a budget is not kept.
 */

import { gzipSync } from 'node:zlib'
import { servePreview } from '../src/build/serve.ts'
import { openBrowser } from '../tests/kit/browser.ts'

/** Most that a first search may cost: bytes and requests of a median question (SEARCH.md 4), and milliseconds. */
const budget = { kilobytes: 250, requests: 24, cold: 500, warm: 100 }
/** The dialog waits so long for the next letter. */
const typingPause = 120

const [site, words = 'how many days of leave'] = process.argv.slice(2)
if (site === undefined) {
  console.error('usage: npm run bench:first-search -- SITE [WORDS]')
  process.exit(2)
}

const server = await servePreview(site, { port: 0, base: '/' })
const browser = await openBrowser()
const page = await browser.context.newPage()
interface Part {
  readonly name: string
  readonly size: Promise<number>
}
const parts: Part[] = []
page.on('response', (response) => {
  if (response.url().includes('/_whybook/search/')) {
    const { pathname } = new URL(response.url())
    const name = pathname.split('/_whybook/search/')[1] ?? pathname
    const size = response.body().then(
      (body) => (/\.(?:js|json)$/.test(name) ? gzipSync(body).byteLength : body.byteLength),
      () => 0,
    )
    parts.push({ name, size })
  }
})
await page.goto(`${server.url}search/`)
const field = page.getByRole('searchbox').first()
const timeOf = async (question: string): Promise<number> => {
  const started = performance.now()
  await field.fill(question)
  await page.waitForFunction((asked) => document.title.startsWith(asked), question)
  return performance.now() - started
}
const cold = await timeOf(words)
await page.waitForLoadState('networkidle')
const bytesOf = new Map<string, number>()
for (const { name, size } of parts) {
  const group = name.includes('/') ? `${name.split('/')[0]}/` : name
  bytesOf.set(group, (bytesOf.get(group) ?? 0) + (await size))
}
const bytes = [...bytesOf.values()].reduce((sum, size) => sum + size, 0)
const requests = parts.length
const warm = await timeOf(`${words} now`)
const kilobytes = bytes / 1000
console.log(`“${words}”`)
console.log(`requests   ${requests}  (budget ${budget.requests})`)
console.log(`kB         ${kilobytes.toFixed(0)}  (budget ${budget.kilobytes})`)
const waited = [
  ['cold', cold - typingPause],
  ['warm', warm - typingPause],
] as const
for (const [name, time] of waited) {
  console.log(
    `ms ${name}    ${time.toFixed(0)}  (budget ${budget[name]}; the pause of ${typingPause} ms after typing left out)`,
  )
}
for (const [name, size] of [...bytesOf].sort((a, b) => b[1] - a[1])) {
  console.log(`  ${(size / 1000).toFixed(1).padStart(6)} kB  ${name}`)
}
await browser.close()
await server.close()
const isKept =
  kilobytes <= budget.kilobytes && requests <= budget.requests && waited.every(([name, time]) => time <= budget[name])
process.exitCode = isKept ? 0 : 1
