import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './stamp.ts'

/**
 * Hash of all code that decides how a page looks: Whybook itself and the versions of what it draws with. Names of style
 * sheets and scripts follow from it, so that pages with equal keys link to the same ones.
 *
 * @param folder - package folder
 */
export function siteKey(folder: string): string {
  const hash = createHash('sha256').update(process.versions.node)
  // The checkout runs its source; what was built of it last (`lib`) says nothing there.
  const parts = existsSync(join(folder, 'src/cli')) ? ['src'] : ['src', 'lib']
  for (const part of parts) {
    for (const path of filesBelow(join(folder, part))) hash.update(path).update(readFileSync(join(folder, part, path)))
  }
  // The lock file of the checkout, or what npm wrote beside the package, names the version of all that it draws with.
  for (const name of ['package.json', 'package-lock.json', '../.package-lock.json']) {
    if (existsSync(join(folder, name))) hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 20)
}
