import { type Finding, finding } from '../model/finding.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { visible } from '../text/visible.ts'
import type { Addresses } from './addresses.ts'
import { fold } from './file-names.ts'
import { parseTarget } from './link-target.ts'
import { isOurs } from './our-addresses.ts'
import { segmentOf } from './segments.ts'

/** An old address and the page that it leads to now. */
export interface Redirect {
  readonly from: Route
  readonly to: Route
}

/** An old address that a settings file names. */
export interface WrittenRedirect {
  readonly from: Route
  readonly page: Page
  readonly written: string
  /** The file, for findings. */
  readonly path: RepoPath
}

/** What redirects are made from. */
export interface RedirectInput {
  /** In a fixed order: the first of two pages that claim an address gets it. */
  readonly pages: readonly Page[]
  /** Pages that are only signs, and where they point. */
  readonly signs: readonly Redirect[]
  /** What settings of other generators name. */
  readonly settings: readonly WrittenRedirect[]
  readonly addresses: Addresses
  /** True for a path that may have been a page by where it lay. */
  isContent(path: RepoPath): boolean
  readonly moved: ReadonlyMap<RepoPath, RepoPath>
  /** Folded addresses of pages, folders and files: a redirect never takes one. */
  readonly taken: ReadonlySet<string>
  readonly site: string | null
}

/**
 * Old addresses: what front matter names (`aliases`, `redirect_from`, `permalink`), then what settings of other
 * generators do, then renames in git.
 *
 * Every one leads straight to a page that is there, so there are no chains and no loops.
 */
export function redirectsOf(input: RedirectInput): {
  readonly redirects: readonly Redirect[]
  /** Those of them that follow from renames alone. */
  readonly renames: readonly Redirect[]
  readonly findings: readonly Finding[]
} {
  const redirects = new Map<string, Redirect & { readonly by: RepoPath }>()
  const findings: Finding[] = []
  const add = (from: Route, page: Page, written: string | null, path: RepoPath = page.path): void => {
    if (fold(from) === fold(page.route)) return
    const known = redirects.get(fold(from))
    if (known?.to === page.route) return
    const problem =
      known !== undefined
        ? { rule: 'twice', reason: `it already leads to ${known.by}` }
        : isTaken(input.taken, from)
          ? { rule: 'taken', reason: 'the handbook has a page, folder or file there' }
          : isOurs(from, input.taken)
            ? { rule: 'reserved', reason: 'Whybook itself needs it' }
            : null
    if (problem === null) redirects.set(fold(from), { from, to: page.route, by: page.path })
    // A rename is nobody's mistake: where the address has a new owner, nothing is said.
    else if (written !== null) {
      const reason = `The old address “${visible(written)}” is left out: ${problem.reason}.`
      findings.push(finding(`redirects/${problem.rule}`, 'warning', reason, { path, line: 1 }))
    }
  }

  for (const { from, to } of input.signs)
    if (!isTaken(input.taken, from)) redirects.set(fold(from), { from, to, by: '' as RepoPath })
  for (const page of input.pages) {
    const { aliases = [], redirect_from: redirectFrom = [], permalink = '', url = '', slug = '' } = page.frontMatter
    // `permalink: pretty` and `/:categories/:title/` are settings, not addresses.
    const own = [permalink, url, slug].filter((address) => /^\/[^:]*$/.test(address))
    const written = [
      ...aliases.map((text) => [text, page.route] as const),
      ...[...redirectFrom, ...own].map((text) => [text, '/'] as const),
    ]
    for (const [text, base] of written) {
      const from = addressOf(text, base, input.site)
      if (from !== null) add(from, page, text)
      else
        findings.push(
          finding('redirects/address', 'warning', `“${visible(text)}” is no address of this handbook.`, {
            path: page.path,
            line: 1,
          }),
        )
    }
  }
  for (const { from, page, written, path } of input.settings) add(from, page, written, path)
  const written = redirects.size
  const byPath = new Map(input.pages.map((page) => [page.path, page]))
  for (const [old, path] of [...input.moved].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const page = byPath.get(path)
    if (page !== undefined && input.isContent(old)) add(input.addresses.formerRoute(old), page, null)
  }
  const all = [...redirects.values()].map(({ from, to }) => ({ from, to }))
  return { redirects: all, renames: all.slice(written), findings }
}

/**
 * An address as written in front matter, as a route of the site.
 *
 * @param base - route that an address without leading slash stands beside (Hugo)
 * @returns null when it is no address, or one of another site
 */
export function addressOf(written: string, base: string, site: string | null): Route | null {
  const target = parseTarget(written)
  const home = site === null ? null : URL.parse(site)
  let path: string
  if (target.kind === 'path') {
    const beside = base.replace(/[^/]+\/$/, '')
    path = target.isAbsolute ? target.path : `${beside}${target.path}`
  } else if (target.kind === 'address' && target.url.host === home?.host) path = target.url.pathname
  else return null
  const prefix = home?.pathname.replace(/^\/|\/$/g, '') ?? ''
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..') || /\p{Cc}/u.test(path)) return null
  const inside =
    prefix !== '' && parts.slice(0, prefix.split('/').length).join('/') === prefix
      ? parts.slice(prefix.split('/').length)
      : parts
  if (/^index\.html?$/i.test(inside.at(-1) ?? '')) inside.pop()
  const segments = inside.map(segmentOf)
  const route = `/${segments.map((segment) => `${segment}/`).join('')}`
  // Names and paths longer than this cannot be written.
  const isTooLong = Buffer.byteLength(route) > 2000 || segments.some((segment) => Buffer.byteLength(segment) > 240)
  return isTooLong ? null : (route as Route)
}

/** True when something stands at the address, or a file stands where it would need a folder. */
export function isTaken(taken: ReadonlySet<string>, route: Route): boolean {
  if (taken.has(fold(route))) return true
  const parts = fold(route).split('/').slice(1, -1)
  return parts.some((_, depth) => taken.has(`/${parts.slice(0, depth + 1).join('/')}`))
}
