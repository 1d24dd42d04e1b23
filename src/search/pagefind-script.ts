import { createHash } from 'node:crypto'

/**
 * SHA-256 of the `pagefind.js` that the Pagefind of our package writes, for every site the same. A test compares it
 * with what is written, so that a new version of Pagefind brings its own.
 */
const digest = '02746cc529f88f853275720dcb1c2b6a18b0c7a92b73fae82ca2738e64500bcd'

/**
 * True for the script that Pagefind writes. What lies in an output folder may have come with a repository: it is run
 * here, outside of any browser, only when it is that one.
 */
export function isOwnScript(bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === digest
}
