import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../astro/package-folder.ts'

/** Version of this Whybook, as its package.json says. */
export function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return text
}
