/**
 * Judges every page of a built site: valid HTML, accessible in light and dark, nothing wider than the window, nothing
 * refused by the content security policy, nothing logged. Run directly: `node tests/kit/judge-site.ts FOLDER [PATH...]`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { serveFolder } from './static-server.ts'

const widths = [360, 390, 768, 1024, 1280, 1440, 2560]
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Pages of a built site as paths below its folder. */
export const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('_whybook/'))
    .sort()

/**
 * What html-validate says of one file, a line a message.
 *
 * `.htmlvalidate.json` departs from the recommended rules where content decides (long titles, spaces at the ends of
 * lines), where GitHub's anchors begin with a digit, and for the frames around tables, whose `div` is a region.
 */
export async function invalidHtml(file: string): Promise<string[]> {
  const rules = JSON.parse(readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8'))
  const report = await new HtmlValidate(new FileSystemConfigLoader()).validateString(readFileSync(file, 'utf8'), rules)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  )
}

/** What axe says of the page as it is shown. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`))
}

/** Every problem of the pages named, each with the page it is on. */
export async function judgeSite(folder: string, paths: readonly string[] = pagesOf(folder)): Promise<string[]> {
  const problems: string[] = []
  const server = await serveFolder(folder)
  const browser = await openBrowser()
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  let at = ''
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${at}: console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${at}: script: ${error.message}`))
  for (const path of paths) {
    at = path
    problems.push(...(await invalidHtml(join(folder, path))).map((problem) => `${path}: ${problem}`))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 1440, height: 1000 })
      await page.goto(server.url + path)
      problems.push(...(await barriers(page)).map((problem) => `${path} ${colorScheme}: ${problem}`))
    }
    await page.setViewportSize({ width: 390, height: 844 })
    problems.push(...(await barriers(page)).map((problem) => `${path} 390: ${problem}`))
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) problems.push(`${path}: ${over} px wider than ${width}`)
    }
  }
  await browser.close()
  await server.close()
  return problems
}

if (process.argv[1] === import.meta.filename) {
  const [folder = 'dist', ...paths] = process.argv.slice(2)
  const problems = await judgeSite(resolve(folder), paths.length === 0 ? undefined : paths)
  for (const problem of problems) console.log(problem)
  console.log(`${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
