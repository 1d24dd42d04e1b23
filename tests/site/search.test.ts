import { execFile } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildSearchIndex } from '../../src/search/build-index.ts'
import { askIndex, searchIndex } from '../../src/search/search-index.ts'
import { ourWords } from '../../src/search/search-words.ts'
import { buildSideIndex } from '../../src/search/side-index.ts'
import { type Browser, openBrowser } from '../kit/browser.ts'
import { type StaticServer, serveFolder } from '../kit/static-server.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { millrace, document as record } from '../search/documents.ts'

const folder = temporaryFolder()
const site = join(folder.path, 'site')
const bare = join(folder.path, 'bare')
let browser: Browser
let server: StaticServer
let withoutIndex: StaticServer
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  // Vitest's own environment would make it a development build.
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
  await promisify(execFile)(process.execPath, ['tests/kit/site-of-views.ts', bare], { env })
  await cp(bare, site, { recursive: true })
  const machines = Array.from({ length: 25 }, (_, number) =>
    record(`/machines/${number}/`, `<p>The coffee machine on floor ${number}.</p>`, { title: `Machine ${number}` }),
  )
  await buildSearchIndex([...millrace, ...machines], site, {
    words: { ...ourWords, propose: 'https://forge.example/new' },
  })
  const change = record('/changes/aaaaaaaaaaaa/', '<p>Because nobody slept on night trains.</p>', {
    title: 'Pay for a travel allowance at night',
  })
  const work = { last: null, work: folder.path, words: ourWords, key: '' }
  await buildSideIndex('changes', [{ key: '1', document: change }], { out: site, ...work })
  server = await serveFolder(site, '/group/handbook/')
  withoutIndex = await serveFolder(bare)
  browser = await openBrowser({ viewport: { width: 1200, height: 900 } })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await withoutIndex?.close()
  await rm(folder.path, { recursive: true, force: true })
})
beforeEach(async () => {
  complaints = []
  page = await browser.context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
})
afterEach(async () => {
  await page.close()
  expect(complaints).toEqual([])
})

const dialog = (): Locator => page.getByRole('dialog', { name: 'Search' })
const field = (): Locator => page.getByRole('searchbox', { name: 'Search the handbook' })
const titles = (): Locator => page.getByRole('list', { name: 'Results' }).locator('.t')
/** For a busy machine: Vitest itself waits for one second. */
const eventually = <T>(value: () => T) => expect.poll(value, { timeout: 10_000 })
const said = (text: string | RegExp): Promise<void> => page.getByRole('status').filter({ hasText: text }).waitFor()
const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent ?? '')

/** Opens the dialog from a page of the handbook, with its link. */
async function openDialog(base = server.url): Promise<void> {
  await page.goto(`${base}money/cards/`)
  await page.locator('a.find').click()
  await field().waitFor()
}

async function ask(words: string): Promise<void> {
  await field().fill(words)
  await titles().first().waitFor()
}

describe('the search dialog', () => {
  test('loads nothing of the index before something is typed', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await openDialog()
    expect(asked.filter((url) => url.includes('/_whybook/search/'))).toEqual([])
    await ask('travel')
    expect(asked.filter((url) => url.includes('/_whybook/search/')).length).toBeGreaterThan(3)
  })

  test.each(['/', 'Control+k'])('opens with %s, closes with Escape and gives the focus back', async (key) => {
    await page.goto(`${server.url}money/cards/`)
    const door = page.getByRole('link', { name: 'Policies', exact: true }).first()
    await door.focus()
    await page.keyboard.press(key)
    await field().waitFor()
    await eventually(focused).toBe('q')
    expect(await field().inputValue()).toBe('')
    await ask('travel')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    expect(await door.evaluate((link) => link === document.activeElement)).toBe(true)
  })

  test('keeps what was asked, ready to be typed over', async () => {
    await openDialog()
    await ask('travel')
    await page.getByRole('button', { name: 'Close search' }).click()
    await page.locator('a.find').click()
    expect(await field().inputValue()).toBe('travel')
    await page.keyboard.type('leave')
    expect(await field().inputValue()).toBe('leave')
  })

  test('shows how a page stands, where it is and what is read instead', async () => {
    await openDialog()
    await ask('travel allowance')
    const items = page.getByRole('list', { name: 'Results' }).getByRole('listitem')
    expect(await items.nth(0).innerText()).toMatch(/In force\s+since 3 March 2026\s+Policy\s+Money \/ On the road/)
    expect(await items.nth(1).innerText()).toMatch(/Superseded[\s\S]*read instead: Travel & allowance/)
    expect(await items.nth(0).locator('mark').allInnerTexts()).toEqual(expect.arrayContaining(['Travel', 'allowance']))
    await said('results')
  })

  test('shows changes with a reason below the pages, under a heading of their own', async () => {
    await openDialog()
    await ask('travel allowance')
    const changes = page.getByRole('list', { name: 'Changes with a reason' })
    await changes.getByRole('link', { name: 'Pay for a travel allowance at night' }).waitFor()
    expect(await titles().allInnerTexts()).not.toContain('Pay for a travel allowance at night')
    expect((await askIndex(site, 'travel allowance')).changes.map(({ title }) => title)).toEqual(
      await changes.locator('.t').allInnerTexts(),
    )
    await field().fill('phone')
    await changes.waitFor({ state: 'hidden' })
  })

  test('moves through results with the arrow keys and types on from any of them', async () => {
    await openDialog()
    await ask('travel allowance')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Travel & allowance')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Travel allowance of 2021')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('q')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('s')
    expect(await field().inputValue()).toBe('travel allowances')
  })

  test('opens the first result with Enter, below any prefix', async () => {
    await openDialog()
    await ask('per diem')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${server.url}money/travel/`)
  })

  test('leads to the results page with Enter as long as there are no results', async () => {
    await openDialog()
    await page.route('**/pagefind-entry.json', () => {})
    await field().fill('travel')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === 'travel')
  })

  test('links the section that answers', async () => {
    await openDialog()
    await ask('paid double')
    const section = page.getByRole('link', { name: /^Pay\b/ })
    expect(await section.evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${server.url}people/on-call/#pay`)
  })

  test('encodes addresses and finds other languages', async () => {
    await openDialog()
    await ask('Häuser')
    expect(await titles().first().getAttribute('href')).toBe(`${server.url}%C3%BCber%20uns/`)
    await field().fill('経費')
    await titles().filter({ hasText: '経費精算' }).waitFor()
  })

  test('closes when its surroundings are clicked', async () => {
    await openDialog()
    await page.mouse.click(10, 600)
    await dialog().waitFor({ state: 'hidden' })
  })

  test('shows the answer to what was typed last', async () => {
    await openDialog()
    await page.keyboard.type('travel')
    await field().fill('on-call phone')
    await titles().filter({ hasText: 'Being on call' }).waitFor()
    await said('1 result')
    expect(await titles().allInnerTexts()).toEqual(['Being on call'])
  })

  test('narrows to a kind and a folder, says how many there are, and widens again', async () => {
    await openDialog()
    await ask('travel')
    await page.getByRole('radio', { name: 'Policies 2' }).check()
    await said('2 results')
    await page.getByRole('combobox').selectOption('Money')
    await field().fill('parental')
    await page.getByText('No policy in Money has “parental”.').first().waitFor()
    await page.getByRole('button', { name: 'Search everything' }).click()
    await titles().filter({ hasText: 'Parental leave' }).waitFor()
    expect(await focused()).toBe('q')
  })

  test('says when no page has a word', async () => {
    await openDialog()
    await field().fill('sabbatical')
    await said('No page has “sabbatical”.')
    await ask('sabbatical travel')
    await page.getByText('No page has “sabbatical”. These have the other words.').first().waitFor()
  })

  test('shows the nearest pages when nothing is found, and whom to ask', async () => {
    await openDialog()
    await field().fill('travois')
    const nearest = page.getByRole('list', { name: 'Nearest pages' })
    await nearest.locator('.t', { hasText: 'Travel & allowance' }).waitFor()
    await page.getByText('Or ask finance, who looks after them.').waitFor()
    await ask('phone')
    await nearest.waitFor({ state: 'detached' })
  })

  test('fills a phone without anything wider than it', async () => {
    await page.setViewportSize({ width: 360, height: 780 })
    await openDialog()
    await ask('travel allowance')
    const size = await dialog().boundingBox()
    expect(size).toMatchObject({ x: 0, y: 0, width: 360, height: 780 })
    expect(await page.evaluate(() => document.querySelector('.found')?.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test.each(['light', 'dark'] as const)('has no barriers that axe knows, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await openDialog()
    const barriers = async () =>
      (await new AxeBuilder({ page }).include('dialog').analyze()).violations.map(({ id }) => id)
    expect(await barriers()).toEqual([])
    await ask('travel lump')
    expect(await barriers()).toEqual([])
    await field().fill('sabbatical')
    await page.getByText('No page has “sabbatical”.').first().waitFor()
    expect(await barriers()).toEqual([])
  })
})

describe('when the index cannot be loaded', () => {
  test('leads on to the results page, which tries again', async () => {
    await openDialog(withoutIndex.url)
    await field().fill('travel')
    await said('The search index did not load.')
    await page.getByRole('button', { name: 'Search on the results page' }).click()
    await page.waitForURL(/\/search\/\?q=travel/)
    await page.getByRole('button', { name: 'Try again' }).waitFor()
  })

  test('does not say that nothing was found, and recovers', async () => {
    await openDialog()
    await ask('travel')
    await browser.context.route('**/_whybook/search/**', (route) => route.abort())
    await field().fill('phone')
    await said('The search index did not load.')
    await browser.context.unroute('**/_whybook/search/**')
    await ask('phone carries')
  })
})

describe('the results page', () => {
  test('answers what its address asks', async () => {
    await page.goto(`${server.url}search/?q=lump+sum&kind=decision`)
    await titles().filter({ hasText: '<img src=x onerror=alert(1)>' }).waitFor()
    expect(await page.getByRole('radio', { name: /^Decisions/ }).isChecked()).toBe(true)
    expect(await page.title()).toMatch(/^lump sum \| Search/)
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('takes what its address asks as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>'
    await page.goto(`${server.url}search/?${new URLSearchParams({ q: hostile, kind: hostile, folder: hostile })}`)
    await page
      .getByText(/No page has|result/)
      .first()
      .waitFor()
    expect(await field().inputValue()).toBe(hostile)
    expect(await page.locator('main img, main script').count()).toBe(0)
  })

  test('goes back and forward through what was asked', async () => {
    await page.goto(`${server.url}search/?q=leave`)
    await titles().first().waitFor()
    await field().fill('travel')
    await page.waitForURL(/q=travel/)
    await page.keyboard.press('Enter')
    await field().fill('phone')
    await page.waitForURL(/q=phone/)
    const asks = (word: string) =>
      eventually(async () => [await field().inputValue(), await page.title()]).toEqual([
        word,
        expect.stringMatching(new RegExp(`^${word} `)),
      ])
    await page.goBack()
    await asks('travel')
    await page.goBack()
    await asks('leave')
    await page.goForward()
    await asks('travel')
  })

  test('shows all of many results, ten at a time', async () => {
    await openDialog()
    await ask('coffee machine')
    await page.getByRole('link', { name: 'All 25 results' }).click()
    await page.waitForURL(/\/search\/\?q=coffee\+machine$/)
    await eventually(() => titles().count()).toBe(10)
    await page.getByRole('button', { name: 'Show more' }).click()
    await eventually(() => titles().count()).toBe(20)
    expect(await focused()).toBe(await titles().nth(10).innerText())
    await page.getByRole('button', { name: 'Show more' }).click()
    await eventually(() => titles().count()).toBe(25)
    await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' })
  })

  test('is a form without script', async () => {
    const plain = await openBrowser({ javaScriptEnabled: false })
    try {
      const tab = await plain.context.newPage()
      await tab.goto(`${server.url}money/cards/`)
      await tab.locator('a.find').click()
      await tab.getByRole('searchbox').fill('travel')
      await tab.keyboard.press('Enter')
      await tab.waitForURL(/\/search\/\?q=travel$/)
      expect(await tab.content()).toContain('Searching needs script')
    } finally {
      await plain.close()
    }
  })
})

describe('a question that is understood otherwise', () => {
  test('says so, and goes back to the words as they were typed', async () => {
    await openDialog()
    await ask('trvael')
    await page.getByText('Showing results for “travel” instead of “trvael”.').first().waitFor()
    await page.getByRole('button', { name: 'Search for what I typed' }).click()
    await page.getByText('No page has “trvael”.').first().waitFor()
    expect(await focused()).toBe('q')
    const link = page.getByRole('link', { name: 'Propose a page about it' })
    expect(await link.getAttribute('href')).toBe('https://forge.example/new')
  })

  test('shows more of the section that answers it', async () => {
    await openDialog()
    await ask('receipts')
    expect(await page.locator('.answer').first().textContent()).toContain('None under 25 EUR.')
  })
})

describe('recent searches', () => {
  test('are offered once a result was opened, and can be removed', async () => {
    await openDialog()
    await ask('travel receipts')
    await field().press('Enter')
    await openDialog()
    const again = page.getByRole('button', { name: 'travel receipts', exact: true })
    await again.click()
    await titles().first().waitFor()
    await field().fill('')
    await page.getByRole('button', { name: 'Forget travel receipts' }).click()
    await again.waitFor({ state: 'detached' })
    await openDialog()
    expect(await again.count()).toBe(0)
  })

  test('have no faults that axe-core finds', async () => {
    await openDialog()
    await ask('trvael')
    await field().press('Enter')
    await openDialog()
    await page.getByText('Recent searches').waitFor()
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  })
})

test('the terminal gives the order of the browser', async () => {
  const questions = [
    'travel allowance',
    'trvael receipts',
    'machine floor',
    'maternity leave',
    'PTO',
    'on-call pay',
    '"lump"',
  ]
  await openDialog()
  for (const question of questions) {
    const expected = (await searchIndex(site, question)).map(({ title }) => title)
    await field().fill(question)
    await eventually(() => titles().allTextContents()).toEqual(expected)
  }
})
