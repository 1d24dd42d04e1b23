import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SiteServer, servePreview } from '../../src/build/serve.ts'
import { type Browser, openBrowser } from '../kit/browser.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const title = 'x'.repeat(5000)
const site = join(temporaryFolder().path, 'site')
let made: Repo
let browser: Browser
let server: SiteServer

beforeAll(async () => {
  made = await repo({
    'index.md': '# Home\n\n```mermaid\nflowchart TD\n  A["<img src=x onerror=alert(1)> one"] --> B["two"]\n```\n',
    'long.md': `# ${title}\n`,
  })
  for (let at = 0; at < 25; at += 1) await made.commit(`Change ${at}`, { 'changed.md': `# Page\n\nText ${at}.\n` })
  const args = ['bin/whybook.js', 'build', '--root', made.path, '--out', site, '--quiet']
  await promisify(execFile)(process.execPath, args, { env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } })
  server = await servePreview(site, { port: 0, base: '/' })
  browser = await openBrowser({ viewport: { width: 1280, height: 900 } })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await made?.remove()
})

test('a title of thousands of letters makes no page wider, and is cut in the contents with its whole text beside', async () => {
  const page = await browser.context.newPage()
  for (const path of ['long/', 'long/history/', 'changed/']) {
    await page.goto(`${server.url}${path}`)
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 1280])
    const name = page.locator('.tree [title]').first()
    expect((await name.getAttribute('title'))?.toLowerCase()).toBe(title)
    expect((await name.boundingBox())?.height).toBeLessThan(110)
  }
})

test('rows far below are laid out only where they are looked at', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${server.url}changed/history/`)
  const far = page.locator('.rows.twin > li').nth(22)
  expect(await far.evaluate((row) => getComputedStyle(row).contentVisibility)).toBe('auto')
  await far.scrollIntoViewIfNeeded()
  await far.getByRole('link', { name: 'Change 2', exact: true }).waitFor()
})

test('HTML in the labels of a diagram is text, with nothing for the policy of its frame to refuse', async () => {
  const page = await browser.context.newPage()
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => refused.push('a dialog')))
  await page.goto(server.url)
  const frame = page.frameLocator('mermaid-diagram iframe')
  await frame.locator('svg#diagram').waitFor()
  expect((await frame.locator('svg text').allTextContents()).join(' ').replaceAll(/\s/g, '')).toContain(
    '<imgsrc=xonerror=alert(1)',
  )
  expect(await frame.locator('img, foreignObject').count()).toBe(0)
  expect(refused).toEqual([])
})

test('search takes what is typed before its dialog is there', async () => {
  const page = await browser.context.newPage()
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/_whybook/dialog*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${server.url}changes/`)
  await page.keyboard.press('/')
  await page.keyboard.type('travell')
  await page.keyboard.press('Backspace')
  release()
  const field = page.getByRole('dialog').getByRole('searchbox')
  await field.waitFor()
  expect(await field.inputValue()).toBe('travel')
  await page.keyboard.type(' allowance')
  expect(await field.inputValue()).toBe('travel allowance')
})
