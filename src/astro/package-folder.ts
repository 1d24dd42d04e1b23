import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Folder of the package Whybook runs from: the nearest one above this module with a `package.json`. The same for
 * `src/astro/` in the checkout and for `lib/` in the installed package.
 */
export const packageFolder: string = nearest(dirname(fileURLToPath(import.meta.url)))

function nearest(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('Whybook is incomplete: its package.json is missing.')
  return nearest(above)
}
