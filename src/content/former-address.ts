import type { RepoPath, Route } from '../model/ids.ts'
import type { Addresses } from './addresses.ts'
import { fold } from './file-names.ts'
import { isOurs } from './our-addresses.ts'
import { isTaken, type Redirect } from './redirects.ts'

/** Longer parts of an address, and longer addresses, cannot be written as files. */
const mostBytes = { part: 240, whole: 2000 }

/**
 * Addresses of pages that are gone, by their paths. What is there now always wins: a page, a folder, a file, an old
 * address that leads somewhere, one of our own pages.
 *
 * @param taken - folded addresses of pages, folders and files
 */
export function formerAddresses(
  addresses: Addresses,
  taken: ReadonlySet<string>,
  redirects: readonly Redirect[],
): (path: RepoPath) => Route | null {
  const led = new Set(redirects.map(({ from }) => fold(from)))
  return (path) => {
    const route = addresses.formerRoute(path)
    const isTooLong =
      Buffer.byteLength(route) > mostBytes.whole ||
      route.split('/').some((part) => Buffer.byteLength(part) > mostBytes.part)
    const isFree = !isTaken(taken, route) && !led.has(fold(route)) && !isOurs(route, taken)
    return isFree && !isTooLong && route !== '/' ? route : null
  }
}
