import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/**
 * Hash of the files that the `.mdx` pages were made from last time, as they are now: a page that is code shows more
 * than its own text, so its key holds what it imports.
 */
export function codeKey(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(existsSync(file) ? readFileSync(file) : 'gone')
  return hash.digest('hex').slice(0, 24)
}
