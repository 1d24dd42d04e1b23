/**
 * Builds the site from the made-up views with the configuration that a real build has.
 * Run directly: `node tests/kit/site-of-views.ts OUT`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build } from 'astro'
import { siteConfig } from '../../src/astro/config.ts'
import { setHandbook } from '../../src/astro/current.ts'
import { relativeHead } from '../../src/astro/relative-head.ts'
import type { Shell } from '../../src/model/view.ts'
import { handbookOfViews } from './views.ts'

/** Writes every made-up view as a page into `out`. */
export async function buildViews(out: string, shell: Partial<Shell> = {}): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'whybook-views-'))
  const handbook = handbookOfViews(shell)
  setHandbook(handbook)
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  mkdirSync(dirname(out), { recursive: true })
  process.chdir(dirname(out))
  const config = await siteConfig({ command: 'build', work, out })
  await build(config, { sync: false } as object)
  // What a real build does where it writes pages.
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.html'))) {
    writeFileSync(join(out, name), relativeHead(readFileSync(join(out, name), 'utf8')))
  }
  mkdirSync(join(out, '_whybook/vendor'), { recursive: true })
  copyFileSync(
    new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url),
    join(out, '_whybook/vendor/mermaid.js'),
  )
  writeFileSync(join(out, '_whybook/tree.json'), handbook.treeJson())
  writeFileSync(join(out, '_whybook/build.json'), handbook.buildJson())
  rmSync(work, { recursive: true, force: true })
}

if (process.argv[1] === import.meta.filename) await buildViews(resolve(process.argv[2] ?? 'dist'))
