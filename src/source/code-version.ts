import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from '../text/digest.ts'

/**
 * Stands for the code that reads Markdown, for caches of what it found: names, sizes and times of Whybook's files, and
 * the texts that name the versions of what it uses.
 */
export function codeVersion(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const top = nearest(here)
  const code = readdirSync(join(here, existsSync(join(here, '../markdown')) ? '..' : '.'), {
    recursive: true,
    withFileTypes: true,
  })
  const files = code
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name))
      return [entry.parentPath, entry.name, size, mtimeMs].join(' ')
    })
    .sort()
  const versions = ['package.json', 'package-lock.json', '../.package-lock.json']
    .map((name) => join(top, name))
    .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : null))
  return digestOf(files, versions)
}

function nearest(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearest(dirname(folder))
}
