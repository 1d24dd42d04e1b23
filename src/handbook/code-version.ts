import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from './digest.ts'

/**
 * Stands for the code that reads Markdown, for caches of what it found: names, sizes and times of its files. The
 * folder `markdown/` in the checkout, the whole bundle in the installed package.
 */
export function codeVersion(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const rooms = join(here, '../markdown')
  const folder = existsSync(rooms) ? rooms : here
  const files = readdirSync(folder).sort()
  return digestOf(
    files.map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return [name, size, mtimeMs]
    }),
  )
}
