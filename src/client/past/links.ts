import type { Addresses } from '../../markdown/draw-addresses.ts'
import { siteRoot } from '../root.ts'
import { addressOf, loadTree, type SiteNode } from '../site-tree.ts'

/**
 * Where links and pictures of an old version lead: to pages of the same day, as far as they have an address today; to
 * other sites as they are.
 *
 * @param path - path that the page had then, below the content folder
 * @param route - its route today
 * @param query - `?at=2024-03-01`
 */
export async function addressesThen(path: string, route: string, query: string): Promise<Addresses> {
  const routes = new Map<string, string>()
  const add = (nodes: readonly SiteNode[]): void => {
    for (const node of nodes) {
      routes.set(node.route.toLowerCase(), node.route)
      add(node.children)
    }
  }
  add((await loadTree()) ?? [])
  routes.set('/', '/')
  const places = (target: string): string[] => {
    const file = URL.parse(target, `https://x/${encodeURI(path)}`)?.pathname ?? '/'
    const page = URL.parse(target, `https://x${encodeURI(route)}`)?.pathname ?? '/'
    return [file, page].map(decoded)
  }
  return {
    remoteImages: 'link',
    link(target) {
      if (target.startsWith('#')) return { href: target, external: false }
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return { href: target, external: true }
      for (const place of places(target)) {
        const found = routes.get(routeOf(place).toLowerCase())
        const hash = target.includes('#') ? target.slice(target.indexOf('#')) : ''
        if (found !== undefined) return { href: inSite(addressOf(found)) + query + hash, external: false }
      }
      return null
    },
    image(src) {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return { src }
      const [place = '/'] = places(src)
      return { src: inSite(siteRoot() + encodeURI(place).slice(1)) }
    },
  }
}

/** A relative address: what else begins with a scheme is for other sites. */
function inSite(address: string): string {
  const { pathname } = new URL(address)
  return pathname
}

function routeOf(path: string): string {
  const bare = path.replace(/\/+$/, '').replace(/(?:\.html)?\.(?:md|markdown|mdx)$|\.html$/i, '')
  const folder = bare.replace(/(?:^|\/)(?:index|readme|_index)$/i, '')
  const named = folder
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace(/^\d\d[-_. ]+(?=\p{L})/u, ''))
  return `/${named.map((part) => `${part}/`).join('')}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
