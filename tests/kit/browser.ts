import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A running browser; `close` also removes its profile. */
export interface Browser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/**
 * Path of a Chromium: `CHROMIUM_PATH`, the machine's own, else the one in `@sparticuz/chromium` (Linux x86-64),
 * unpacked into the temporary folder.
 *
 * @throws Error when there is none; the message says what to set
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return named
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium')
    return packed.executablePath()
  }
  throw new Error('There is no Chromium here. Install one, or set CHROMIUM_PATH to it.')
}

/** Starts a browser with a new profile. */
export async function openBrowser(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'whybook-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    args: quiet,
    headless: true,
    ...options,
  })
  return {
    context,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
