import type { Route } from '../model/ids.ts'

/**
 * File of the output that a server gives for a route: `/a/b/` is `a/b/index.html`, `/old.html` is itself.
 *
 * @throws {Error} for a route that would lead out of the output, which no handbook gives
 */
export function outputPath(route: Route | string): string {
  const path = route.replace(/^\/+/, '')
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  if (!isInside(file)) throw new Error(`Not an output path: ${JSON.stringify(route)}`)
  return file
}

/** True for a path that stays below the folder it is joined to, on every system. */
export function isInside(path: string): boolean {
  return (
    !/[\0\\]/.test(path) &&
    !/^[a-z]:/i.test(path) &&
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  )
}
