import { encodeRoute } from '../text/relative.ts'
import { ownJson, siteRoot } from './root.ts'

/** A node of the whole tree as `_whybook/tree.json` writes it: `[label, route, children]`. */
export interface SiteNode {
  readonly label: string
  readonly route: string
  readonly children: readonly SiteNode[]
}

/** The whole tree of the site; null when it cannot be loaded. */
export async function loadTree(): Promise<readonly SiteNode[] | null> {
  const json = await ownJson('_whybook/tree.json')
  return Array.isArray(json) ? json.map(node) : null
}

function node(entry: readonly unknown[]): SiteNode {
  const [label, route, children] = entry
  return {
    label: String(label),
    route: String(route),
    children: Array.isArray(children) ? children.map((child) => node(child as unknown[])) : [],
  }
}

/** Absolute address of a route. */
export const addressOf = (route: string): string => siteRoot() + encodeRoute(route).slice(1)

/** Route of the page being read, decoded; with what a server or a person may have put at its end taken off. */
export function routeHere(): string {
  const path = location.pathname.slice(new URL(siteRoot()).pathname.length - 1)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
