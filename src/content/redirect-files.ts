import { join } from 'node:path'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { decodeText } from '../text/decode.ts'
import type { Addresses } from './addresses.ts'
import { fold, isMarkdown, stemOf } from './file-names.ts'
import { isData, settingsOf } from './generator-settings.ts'
import { joinPath } from './join-path.ts'
import { readRegularFile } from './read-file.ts'
import { addressOf, type WrittenRedirect } from './redirects.ts'

/** Old addresses that one file has. */
const MOST = 5_000

/**
 * Old addresses that settings of other generators and hosts name: `redirects` of `.gitbook.yaml`, `redirect_maps` of
 * MkDocs, and `_redirects` of Netlify and Cloudflare. Those that lead to no page of the handbook are left out, since
 * they are not ours to lead; so are patterns.
 */
export function writtenRedirects(
  root: string,
  contentRoot: RepoPath,
  pages: readonly Page[],
  addresses: Addresses,
  site: string | null,
): WrittenRedirect[] {
  const byPath = new Map(pages.map((page) => [fold(page.path), page]))
  const byRoute = new Map(pages.map((page) => [fold(page.route), page]))
  const tops = new Set([contentRoot, '' as RepoPath])
  const pageAt = (written: string): Page | undefined => {
    const [plain = ''] = written.split('#')
    for (const top of tops) {
      const path = joinPath(top, plain)
      const page = path === null ? undefined : byPath.get(fold(path))
      if (page !== undefined) return page
    }
    const route = addressOf(isMarkdown(plain) ? stemOf(plain) : plain.replace(/\.html?$/i, ''), '/', site)
    return route === null ? undefined : byRoute.get(fold(route))
  }
  const routeOf = (written: string): Route | null => {
    const path = isMarkdown(written) ? joinPath(contentRoot, written) : null
    return path === null ? addressOf(written, '/', site) : addresses.formerRoute(path as RepoPath)
  }
  return filesOf(root, contentRoot).flatMap(({ path, entries }) =>
    entries.slice(0, MOST).flatMap(([from, to]) => {
      const page = pageAt(to)
      const route = routeOf(from)
      return page === undefined || route === null ? [] : [{ from: route, page, written: from, path }]
    }),
  )
}

function filesOf(root: string, contentRoot: RepoPath): { path: RepoPath; entries: (readonly [string, string])[] }[] {
  const inContent = (name: string): string[] => [...new Set([name, joinPath(contentRoot, name) ?? name])]
  const found: { path: RepoPath; entries: (readonly [string, string])[] }[] = []
  const look = (paths: readonly string[], read: (text: string) => (readonly [string, string])[]) => {
    for (const path of paths) {
      const file = readRegularFile(join(root, path))
      if ('bytes' in file) found.push({ path: path as RepoPath, entries: read(decodeText(file.bytes).text) })
    }
  }
  look(inContent('.gitbook.yaml'), (text) => textsIn(settingsOf(text)?.['redirects']))
  look(['mkdocs.yml', 'mkdocs.yaml'], (text) => mapsOf(settingsOf(text)?.['plugins']))
  look(['_redirects', 'static/_redirects', 'public/_redirects', ...inContent('_redirects').slice(1)], hostLines)
  return found
}

function mapsOf(plugins: unknown): (readonly [string, string])[] {
  const all = Array.isArray(plugins) ? plugins : [plugins]
  return all.flatMap((plugin) => {
    const settings = isData(plugin) ? plugin['redirects'] : undefined
    return isData(settings) ? textsIn(settings['redirect_maps']) : []
  })
}

function textsIn(data: unknown): (readonly [string, string])[] {
  if (!isData(data)) return []
  return Object.entries(data).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to] as const] : []))
}

/** `/old /new 301`: lines of the hosts' file, without patterns and conditions. */
function hostLines(text: string): (readonly [string, string])[] {
  return text.split('\n').flatMap((line) => {
    const [from = '', to = '', status = '301'] = line.replace(/#.*$/, '').trim().split(/\s+/)
    const isPlain =
      from.startsWith('/') && !/[*:]/.test(from + to.replace(/^https?:/, '')) && /^30[1278]!?$/.test(status)
    return isPlain && to !== '' ? [[from, to] as const] : []
  })
}
