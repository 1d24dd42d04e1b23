import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { contentPolicy } from '../../src/layouts/policy.ts'
import { openBrowser } from './browser.ts'
import { serveFolder } from './static-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A file of script as a site serves it. */
export interface ScriptFile {
  readonly name: string
  readonly source: string
  /** Bytes as a server sends them. */
  readonly gzip: number
}

/** Bundles the entry of the renderer (`src/client/renderer.ts`) as the site's scripts are bundled. */
export async function bundleRenderer(out: string): Promise<readonly ScriptFile[]> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'silent',
    publicDir: false,
    // As in a build, also where a test has set another NODE_ENV.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir: out,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: {
        input: { entry: fileURLToPath(new URL('../../src/client/renderer.ts', import.meta.url)) },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
  return readdirSync(out)
    .filter((name) => name.endsWith('.js'))
    .map((name) => {
      const source = readFileSync(join(out, name), 'utf8')
      return { name, source, gzip: gzipSync(source, { level: 9 }).length }
    })
}

/** What {@link BrowserRenderer.draw} gives for one text. */
export interface Drawn {
  readonly html: string
  readonly sections: readonly { readonly id: string; readonly text: string; readonly number: string | null }[]
  readonly text: string
  readonly milliseconds: number
}

/** The renderer in a page of a real browser, under the site's own policy; `without-policy.html` beside it has none. */
export interface BrowserRenderer {
  readonly files: readonly ScriptFile[]
  readonly page: Page
  /** Draws texts with addresses resolved to themselves. */
  draw(sources: readonly string[], remoteImages?: 'allow' | 'link'): Promise<readonly Drawn[]>
  close(): Promise<void>
}

/** Starts a browser with the renderer in it. */
export async function openBrowserRenderer(): Promise<BrowserRenderer> {
  const folder = temporaryFolder()
  const out = join(folder.path, 'site')
  mkdirSync(out)
  const files = await bundleRenderer(out)
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">`
  const script = '<script type="module" src="test.js"></script>'
  writeFileSync(join(out, 'test.js'), "import { drawSource } from './entry.js'\nglobalThis.drawSource = drawSource\n")
  const rest = `${script}<title>Renderer</title><main></main>`
  writeFileSync(join(out, 'index.html'), `<!doctype html>${policy}${rest}`)
  writeFileSync(join(out, 'without-policy.html'), `<!doctype html>${rest}`)
  const server = await serveFolder(out)
  const browser = await openBrowser()
  const page = await browser.context.newPage()
  await page.goto(server.url, { waitUntil: 'load' })
  return {
    files,
    page,
    draw: (sources, remoteImages = 'allow') => page.evaluate(drawAll, { sources, remoteImages }),
    close: async () => {
      await browser.close()
      await server.close()
      folder.remove()
    },
  }
}

/** Runs in the browser. */
async function drawAll(given: { sources: readonly string[]; remoteImages: 'allow' | 'link' }): Promise<Drawn[]> {
  const { drawSource } = globalThis as unknown as typeof import('../../src/client/renderer.ts')
  const drawn: Drawn[] = []
  for (const source of given.sources) {
    const start = performance.now()
    const { html, sections, text } = await drawSource(source, {
      remoteImages: given.remoteImages,
      link: (target) => ({ href: target, external: /^https?:/i.test(target) }),
      image: (src) => ({ src }),
    })
    drawn.push({ html, sections: [...sections], text, milliseconds: performance.now() - start })
  }
  return drawn
}
