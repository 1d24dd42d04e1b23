import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SiteServer, servePreview } from '../../src/build/serve.ts'
import { type Browser, openBrowser } from '../kit/browser.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

/** Each shows a dialog, asks another host, or leaves the page where it is not defused. */
const vectors = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(2)</script>',
  '<svg onload=alert(3)>',
  '<svg><script>alert(4)</script></svg>',
  '<iframe srcdoc="<script>alert(5)</script>"></iframe>',
  '<a href="javascript:alert(6)">six</a>',
  '[seven](javascript:alert(7))',
  '[eight](<java\tscript:alert(8)>)',
  '<details open ontoggle=alert(9)>',
  '<input autofocus onfocus=alert(10)>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><button>eleven</button></form>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/y.css"; * { background: url(https://evil.example/z) }</style>',
  '<object data="javascript:alert(12)"></object>',
  '<math><mi xlink:href="javascript:alert(13)">m</mi></math>',
  '![fourteen](x" onerror="alert(14))',
  '<img src="http://evil.example/t.gif">',
  '"><img src=x onerror=alert(15)>',
  "';alert(16);//",
  '<a id=currentScript><a id=getElementById name=cookie>',
  '<template><img src=x onerror=alert(17)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(18)>">',
] as const

const folder = temporaryFolder()
const site = join(folder.path, 'site')
let made: Repo
let browser: Browser
let server: SiteServer

beforeAll(async () => {
  const all = vectors.join('\n\n')
  made = await repo({ 'index.md': `# Home ${vectors[0]}\n\n${all}\n` })
  await made.commit(
    `Title ${vectors[0]} ${vectors[1]}\n\nBecause ${all}`,
    {
      'page.md': `---\ntitle: '${vectors[0]}'\ndescription: '${vectors[2]}'\nkind: policy\nowner: '${vectors[3]}'\napplies: '<img src=x onerror=alert(19)>'\n---\n\n## ${vectors[0]}\n\n${all}\n`,
      'a <img src=x onerror=alert(20)>.md': `# ${vectors[2]}\n\n![evil](evil.svg)\n`,
      'evil.svg':
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(21)</script><a onclick="alert(22)">x</a></svg>',
      'run.mdx': '# Run\n\n{require("node:fs").writeFileSync("canary", "x")}\n',
    },
    { author: 'Mal <img src=x onerror=alert(23)> lory' },
  )
  await made.commit('Change it', { 'page.md': `---\nkind: policy\n---\n# Page\n\n${all}\n\nMore.\n` })
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
  const args = ['bin/whybook.js', 'build', '--root', made.path, '--out', site, '--untrusted', '--quiet']
  await promisify(execFile)(process.execPath, args, { env })
  server = await servePreview(site, { port: 0, base: '/' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await made?.remove()
  await rm(folder.path, { recursive: true, force: true })
})

/** Addresses of all pages, found as a reader finds them. */
async function addresses(): Promise<string[]> {
  const seen = new Set<string>([server.url])
  for (const address of seen) {
    const response = await fetch(address)
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) continue
    for (const [, target = ''] of (await response.text()).matchAll(/\shref="([^"]*)"/g)) {
      const url = URL.parse(target.replaceAll('&amp;', '&').replaceAll('&#x26;', '&'), address)
      if (url?.origin === new URL(server.url).origin && !url.pathname.startsWith('/_whybook/'))
        seen.add(url.origin + url.pathname)
    }
  }
  return [...seen]
}

test('nothing that an outsider writes runs, navigates or asks another host', { timeout: 200_000 }, async () => {
  const events: string[] = []
  const page = await browser.context.newPage()
  page.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()} on ${page.url()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(server.url).origin)
      events.push(`request ${request.url()} on ${page.url()}`)
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) events.push(`${message.text()} on ${page.url()}`)
  })
  const pages = await addresses()
  expect(pages.length).toBeGreaterThan(10)
  for (const address of pages) {
    await page.goto(address, { waitUntil: 'load' })
    // Handlers that wait for a hand.
    for (const element of await page.locator('main :is(a, button, summary, input):not([href^="http"])').all()) {
      await element.dispatchEvent('mouseover')
      await element.dispatchEvent('focus')
    }
    expect(page.url()).toBe(address)
  }
  await page.close()
  expect(events).toEqual([])
})

test('the search finds hostile titles and shows them as text', async () => {
  const events: string[] = []
  const page = await browser.context.newPage()
  page.on('dialog', (dialog) => {
    events.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(`${server.url}search/?q=onerror%20%3Cimg%20src%3Dx%20onerror%3Dalert(24)%3E`, {
    waitUntil: 'networkidle',
  })
  await page.waitForTimeout(300)
  expect(await page.locator('main img').count()).toBe(0)
  await page.close()
  expect(events).toEqual([])
})

test('code in .mdx has not run', () => {
  expect(existsSync('canary')).toBe(false)
  expect(existsSync(join(made.path, 'canary'))).toBe(false)
  expect(existsSync(join(site, 'run/index.html'))).toBe(false)
})
