/**
 * What the first search of a built site costs a reader: bytes and requests of the index, and the time until the first
 * result stands there, in Chromium.
 *
 * npm run bench:first-search -- SITE [WORDS]
 *
 * Sizes are those of the bodies as the preview sends them, unpacked scripts included.
 */

import { servePreview } from '../src/build/serve.ts'
import { openBrowser } from '../tests/kit/browser.ts'

/** Most that a first search may cost: bytes for one of our own median questions (SEARCH.md 4), and requests. */
const budget = { kilobytes: 360, requests: 30 }

const [site, words = 'how many days of leave'] = process.argv.slice(2)
if (site === undefined) {
  console.error('usage: npm run bench:first-search -- SITE [WORDS]')
  process.exit(2)
}

const server = await servePreview(site, { port: 0, base: '/' })
const browser = await openBrowser()
const page = await browser.context.newPage()
const sizes: Promise<number>[] = []
page.on('response', (response) => {
  if (response.url().includes('/_whybook/search/')) {
    sizes.push(
      response.body().then(
        (body) => body.byteLength,
        () => 0,
      ),
    )
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
const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
const requests = sizes.length
const warm = await timeOf(`${words} now`)
const kilobytes = bytes / 1000
console.log(`“${words}”`)
console.log(`requests   ${requests}  (budget ${budget.requests})`)
console.log(`kB         ${kilobytes.toFixed(0)}  (budget ${budget.kilobytes})`)
console.log(`ms cold    ${cold.toFixed(0)}  (typing pause of 120 ms included)`)
console.log(`ms warm    ${warm.toFixed(0)}`)
await browser.close()
await server.close()
process.exitCode = kilobytes <= budget.kilobytes && requests <= budget.requests ? 0 : 1
