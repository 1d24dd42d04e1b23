import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroInlineConfig } from 'astro'
import { defaultOptions } from '../handbook/default-options.ts'
import { openHandbook } from '../handbook/open.ts'
import { siteConfig } from './config.ts'
import { setHandbook } from './current.ts'
import { packageFolder } from './package-folder.ts'

/**
 * Configuration for plain `astro build` and `astro dev` in the checkout, over the bundled handbook: for those who work
 * on the site's look with Astro's own tools. `whybook build` does more: all or nothing, search, relative addresses of
 * style sheets and scripts, what has not changed.
 */
export async function checkoutConfig(): Promise<AstroInlineConfig> {
  const root = join(packageFolder, 'handbook')
  const work = join(packageFolder, '.whybook', 'astro')
  mkdirSync(work, { recursive: true })
  setHandbook(await openHandbook(root, defaultOptions))
  const command = process.argv.includes('dev') ? 'dev' : 'build'
  return siteConfig({ command, work, out: join(packageFolder, 'dist-handbook') })
}
