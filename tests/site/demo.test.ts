import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDemo } from '../../scripts/demo/make.ts'
import { type SiteServer, servePreview } from '../../src/build/serve.ts'
import { type Browser, openBrowser } from '../kit/browser.ts'
import { judgeSite } from '../kit/judge-site.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const base = '/group/handbook/'
const folder = temporaryFolder()
const root = join(folder.path, 'demo')
const site = join(folder.path, 'site')
let browser: Browser
let atRoot: SiteServer
let below: SiteServer

beforeAll(async () => {
  await makeDemo(root)
  await whybook('build', '--root', root, '--out', site, '--base', base, '--quiet')
  browser = await openBrowser()
  atRoot = await servePreview(site, { port: 0, base: '/' })
  below = await servePreview(site, { port: 0, base })
})
afterAll(async () => {
  await browser?.close()
  await atRoot?.close()
  await below?.close()
  await rm(folder.path, { recursive: true, force: true })
})

function whybook(...args: string[]) {
  // Vitest's own environment would make it a development build.
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
  return promisify(execFile)(process.execPath, ['bin/whybook.js', ...args], { env })
}

/** One page of every kind. */
function kinds(): string[] {
  const change = globSync('changes/????????????/index.html', { cwd: site }).sort()
  return [
    'index.html',
    'money/travel-allowance/index.html',
    'money/travel-allowance/history/index.html',
    'changes/index.html',
    ...change.slice(0, 2),
    'search/index.html',
    'reviews/index.html',
    'reading/index.html',
    'decisions/0005-allowance-in-steps/index.html',
    '404.html',
    'policies/index.html',
    'decisions/index.html',
  ]
}

test('every kind of page is valid, accessible in light and dark, and as wide as its window', {
  timeout: 400_000,
}, async () => {
  // 404.html has absolute addresses below the base, so it is judged where it is served.
  expect(
    await judgeSite(
      site,
      kinds().filter((path) => path !== '404.html'),
    ),
  ).toEqual([])
})

describe.each([
  ['at the root of a host', () => atRoot],
  ['below /group/handbook/', () => below],
])('%s', (_, server) => {
  test('every internal address that a page names answers', { timeout: 200_000 }, async () => {
    const broken: string[] = []
    const seen = new Set<string>()
    const queue = [server().url]
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      if (seen.has(address)) continue
      seen.add(address)
      const response = await fetch(address)
      if (!response.ok) broken.push(address)
      const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
      const text = await response.text()
      if (!isPage) continue
      for (const [, target = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        const url = new URL(target.replaceAll('&amp;', '&'), response.url)
        if (url.origin !== new URL(server().url).origin) continue
        if (!url.pathname.startsWith(new URL(server().url).pathname))
          broken.push(`${address} leaves the site: ${target}`)
        queue.push(url.origin + url.pathname)
      }
    }
    expect(broken).toEqual([])
    expect(seen.size).toBeGreaterThan(100)
  })

  test('no page asks for anything that the content security policy refuses', { timeout: 200_000 }, async () => {
    const complaints: string[] = []
    const page = await browser.context.newPage()
    page.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
    // 404.html was built for the base and has absolute addresses below it.
    const pages = kinds().filter((path) => path !== '404.html' || server() === below)
    for (const path of pages) {
      await page.goto(new URL(path.replace(/index\.html$/, ''), server().url).href, { waitUntil: 'networkidle' })
    }
    await page.close()
    expect(complaints).toEqual([])
  })

  test('search opens with the keyboard, finds a page and leads there', async () => {
    const page = await browser.context.newPage()
    await page.goto(new URL('money/company-cards/', server().url).href, { waitUntil: 'networkidle' })
    await page.keyboard.press('/')
    await page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox').fill('travel allowance')
    await page.getByRole('dialog').getByRole('link', { name: 'Travel allowance', exact: true }).first().click()
    await page.waitForURL(/travel-allowance/)
    expect(new URL(page.url()).pathname).toBe(`${new URL(server().url).pathname}money/travel-allowance/`)
    await page.close()
  })
})

test('a lost reader below the base is led home from any depth', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${below.url}money/no/such/page/`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Millrace' }).first().click()
  expect(new URL(page.url()).pathname).toBe(base)
  await page.close()
})

test('a note beside a paragraph says what changed it, and its link leads to it', { timeout: 60_000 }, async () => {
  const page = await browser.context.newPage()
  await page.goto(`${below.url}money/travel-allowance/`)
  const note = page.locator('.block:has-text("this much a day on meals") > .note')
  await note.locator('summary').click()
  await note.locator('.words ins').first().waitFor()
  expect(await note.locator('.words del').first().textContent()).toContain('55 EUR')
  expect(await note.textContent()).toContain('Came in with 13 February 2023')
  await page.keyboard.press('Escape')
  expect(await note.evaluate((element: HTMLDetailsElement) => element.open)).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary')
  await page.keyboard.press('c')
  await expect.poll(() => page.url()).toMatch(/#b-[0-9a-z]{7}$/)
  expect(await page.locator(':target').textContent()).toContain('this much a day on meals')

  const shown = () => page.locator('.block > .note:visible').count()
  const recent = await shown()
  await page.getByText('Every reason').click()
  await expect.poll(shown).toBeGreaterThan(recent)
  await page.getByText('Nothing', { exact: true }).click()
  await expect.poll(shown).toBe(0)
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

test('a link to a paragraph that is gone says when it went', { timeout: 60_000 }, async () => {
  const { gone, changes } = JSON.parse(
    readFileSync(join(site, '_whybook/why/security/passwords-and-keys.json'), 'utf8'),
  )
  const left = gone.find(({ was, href }: { was: unknown; href: unknown }) => was !== null && href === null)
  const page = await browser.context.newPage()
  await page.goto(`${below.url}security/passwords-and-keys/#${left.id}`)
  await page.getByText('The paragraph that this link led to is gone.').waitFor()
  expect(await page.locator('.gone').textContent()).toContain(changes[left.change].title)
  await page.locator('.gone blockquote').waitFor()
  expect(await page.locator('.gone blockquote').textContent()).toMatch(/\w{3}/)
  await page.close()
})

test('a page is read as it stood on a day, and two of its versions compared, wherever the site is served', {
  timeout: 60_000,
}, async () => {
  const page = await browser.context.newPage()
  await page.goto(`${below.url}money/travel-allowance/?at=2024-01-01`)
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').textContent()).toContain('as it stood on 1 January 2024')
  expect(await page.locator('main .prose').textContent()).toContain('55 EUR')
  await page.getByRole('link', { name: 'Read it as it is now' }).click()
  expect(await page.locator('main .prose').textContent()).toContain('85 EUR')
  const history = `${below.url}money/travel-allowance/history/`
  await page.goto(history)
  await page.getByText('Read or compare older versions').click()
  await page.getByRole('button', { name: 'Show the words' }).click()
  await page.locator('.compared ins').first().waitFor()
  expect(page.url()).toMatch(/\?from=[0-9a-f]{12}&to=[0-9a-f]{12}$/)
  await page.goto(`${history}?from=%3Cimg%20src=x%3E`)
  expect(await page.getByRole('status').textContent()).toContain('names no day and no change')
  await page.close()
})

test('on the day a rule takes effect, pages and lists say so, though the site was built before', {
  timeout: 60_000,
}, async () => {
  const page = await browser.context.newPage()
  const read = async (day: string, path: string) => {
    await page.clock.setFixedTime(`${day}T12:00:00`)
    await page.goto(new URL(path, atRoot.url).href, { waitUntil: 'networkidle' })
  }
  await read('2026-12-31', 'decisions/0005-allowance-in-steps/')
  expect(await page.locator('.head .tag').first().textContent()).toContain('Accepted, in force from 1 January 2027')
  expect(await page.locator('.notice').textContent()).toContain('Not the rule yet')
  await read('2026-12-31', 'decisions/0003-allowance-by-country/')
  expect(await page.locator('.head .tag').first().textContent()).toContain('Accepted')

  await read('2027-01-01', 'decisions/0005-allowance-in-steps/')
  expect(await page.locator('.head .tag').first().textContent()).toContain('Accepted')
  expect(await page.locator('.notice').count()).toBe(0)
  await read('2027-01-01', 'decisions/0003-allowance-by-country/')
  expect(await page.locator('.head .tag').first().textContent()).toContain('Superseded')
  expect(await page.locator('.notice a').textContent()).toBe('The travel allowance rises with prices each January')

  await read('2026-12-31', 'decisions/')
  expect(await page.locator('#are-later').isVisible()).toBe(true)
  expect(await page.locator('#are-superseded').isVisible()).toBe(false)
  await read('2027-01-01', 'decisions/')
  expect(await page.locator('#are-later').isVisible()).toBe(false)
  expect(await page.locator('#are-superseded li.old h3').allTextContents()).toEqual([
    'The travel allowance follows the price of the place',
  ])
  const counts = page.locator('.tree a[href="#are-superseded"] .pin')
  expect(await counts.textContent()).toBe('1')
  await page.close()
})

test('a page that was read before says what has changed since, and Home what is new', { timeout: 60_000 }, async () => {
  const context = browser.context
  const page = await context.newPage()
  const go = (path: string) => page.goto(new URL(path, atRoot.url).href, { waitUntil: 'networkidle' })
  const { changes } = JSON.parse(readFileSync(join(site, '_whybook/lately.json'), 'utf8'))
  const travel = changes.find(({ title }: { title: string }) => title === 'Let leads allow half as much again')
  await go('money/travel-allowance/')
  expect(await page.locator('read-since').innerText()).toBe('')
  await go('search/')
  // Leaving the page made it a read one.
  expect(await page.evaluate(() => localStorage.getItem('whybook-read / /money/travel-allowance/'))).toMatch(
    /^[0-9a-f]{12} /,
  )
  await page.evaluate(
    ([id, ordinal, at]) => {
      localStorage.setItem('whybook-read / /money/travel-allowance/', `${id} ${ordinal} ${at}`)
      localStorage.setItem('whybook-visit /', JSON.stringify([[id, ordinal, at], null, at]))
    },
    [travel.id, travel.ordinal, Date.parse('2026-06-09')] as const,
  )
  await go('money/travel-allowance/')
  await expect.poll(() => page.locator('read-since').innerText()).toContain('Changed since you read it on 9 June 2026.')
  expect(await page.locator('read-since li').count()).toBe(1)
  expect(await page.locator('read-since li').innerText()).toContain('On 61 of 388 days of travel')
  await go('')
  await expect
    .poll(() => page.locator('since-visit h3').allTextContents())
    .toEqual(['New policies', 'Changed policies', 'Decisions', 'The rest'])
  await go('reading/')
  await page.getByRole('button', { name: 'Forget everything' }).click()
  expect(await page.getByText('Everything was forgotten.').isVisible()).toBe(true)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('whybook-read ')))).toEqual(
    [],
  )
  // A history that was rewritten: the change that was read last is no longer there.
  await page.evaluate(() =>
    localStorage.setItem('whybook-read / /money/travel-allowance/', 'ffffffffffff 3 1780000000000'),
  )
  await go('money/travel-allowance/')
  await expect.poll(() => page.locator('read-since').innerText()).toContain('cannot be told')
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

describe('without script', () => {
  test('a page can be read, its history unfolded, and its sections reached', async () => {
    const bare = await openBrowser({ javaScriptEnabled: false })
    const page = await bare.context.newPage()
    await page.goto(`${atRoot.url}money/travel-allowance/`)
    await page.getByText(/changes before that/).click()
    expect(await page.getByRole('heading', { name: 'Travel allowance', level: 1 }).isVisible()).toBe(true)
    expect(await page.getByText('How it came to say this').isVisible()).toBe(true)
    const rows = await page.locator('details[open] li').count()
    expect(rows).toBeGreaterThan(2)
    await bare.close()
  })
})

test('a page is small beside its own text, and its scripts are', () => {
  const page = readFileSync(join(site, 'money/travel-allowance/index.html'), 'utf8')
  expect(page.length).toBeLessThan(60_000)
})

test('on paper a page is one column, and each reason stands on it once', { timeout: 60_000 }, async () => {
  const page = await browser.context.newPage()
  await page.emulateMedia({ media: 'print' })
  // As wide as a sheet that lies on its side and is printed small.
  await page.setViewportSize({ width: 1440, height: 1000 })
  await page.goto(new URL('money/travel-allowance/', atRoot.url).href)
  const boxes = await page.evaluate(() =>
    ['.text', '.margin', '#history'].map((selector) => {
      const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
      return { top, bottom }
    }),
  )
  expect(boxes[1]?.top).toBeGreaterThanOrEqual(boxes[0]?.bottom ?? Number.POSITIVE_INFINITY)
  expect(boxes[2]?.top).toBeGreaterThanOrEqual(boxes[1]?.bottom ?? Number.POSITIVE_INFINITY)
  // In the margin there is room for one letter only, and a number of two must not break.
  const number = page.locator('.prose h2 > .sec').first()
  expect(await number.evaluate((link) => getComputedStyle(link).whiteSpace)).toBe('nowrap')
  const reason = 'During the fair every room in Hanover costs 240 EUR.'
  const shown = page.getByText(reason)
  const visible = await Promise.all((await shown.all()).map((each) => each.isVisible()))
  expect(visible.filter(Boolean)).toHaveLength(1)
  await page.close()
})

test('on a phone the contents open under the head without script, and close again', { timeout: 60_000 }, async () => {
  const { context, close } = await openBrowser({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(new URL('money/travel-allowance/', atRoot.url).href)
  const isFirst = () =>
    page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN
      return top('#contents') < top('#main')
    })
  expect(await isFirst()).toBe(false)
  const closing = page.getByRole('link', { name: 'Close the contents' })
  expect(await closing.isVisible()).toBe(false)
  await page.getByRole('banner').getByRole('link', { name: 'Contents' }).click()
  expect(await isFirst()).toBe(true)
  await expect.poll(() => closing.evaluate((link) => link.getBoundingClientRect().top < 844)).toBe(true)
  // A section of the page closes them too.
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Receipts' }).click()
  expect(await isFirst()).toBe(false)
  await page.getByRole('banner').getByRole('link', { name: 'Contents' }).click()
  await closing.click()
  expect(await isFirst()).toBe(false)
  expect(await page.evaluate(() => document.querySelector('#main')?.getBoundingClientRect().top)).toBeLessThan(100)
  await close()
})
