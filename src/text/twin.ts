/**
 * Route of a file that stands beside a page: `/benefits/leave/` has `/benefits/leave.md`, the home page `/index.md`.
 *
 * @param page - route of a page, decoded
 * @param extension - without its dot
 */
export function twinOf(page: string, extension: 'md' | 'json'): string {
  return page === '/' ? `/index.${extension}` : `${page.slice(0, -1)}.${extension}`
}
