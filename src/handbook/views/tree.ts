import type { Route } from '../../model/ids.ts'
import type { TreeNode } from '../../model/page.ts'
import type { LinkView, TreeEntryView, TreeView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'

const mostSiblings = 12
const mostBelow = 40

/** The neighbourhood of the page or folder at a route: its siblings (those near when many) and what is below it. */
export function treeView(assembly: Assembly, route: Route, from: Route = route): TreeView {
  const standing = assembly.standing.get(route)
  const root = assembly.content.tree
  const node = standing?.node ?? root
  const parent = standing?.above.at(-1) ?? root
  const siblings = parent.children
  return {
    folder: parent === root ? null : { label: parent.label, href: hrefFrom(from, parent.route) },
    entries: near(siblings, node).map((each) => entry(each, route, from)),
    total: siblings.length,
    below: node === root ? [] : node.children.slice(0, mostBelow).map((each) => entry(each, route, from)),
  }
}

/**
 * The neighbourhood shown on pages that stand outside the handbook's tree: its top level.
 *
 * @param hasCounts - a page that says how many pages there are is drawn anew with every page that comes or goes
 */
export function topTree(assembly: Assembly, from: Route, hasCounts: boolean): TreeView {
  const root = assembly.content.tree
  return {
    folder: null,
    entries: root.children.slice(0, mostBelow).map((each) => ({
      ...entry(each, null, from),
      ...(hasCounts ? {} : { count: null }),
    })),
    total: root.children.length,
    below: [],
  }
}

/** Links from the handbook's home down to what stands above a page. */
export function crumbs(assembly: Assembly, route: Route, from: Route = route): readonly LinkView[] {
  const above = assembly.standing.get(route)?.above ?? []
  const home: LinkView = { label: 'Handbook', href: hrefFrom(from, '/' as Route) }
  return [home, ...above.slice(1).map((node) => ({ label: node.label, href: hrefFrom(from, node.route) }))]
}

function near(siblings: readonly TreeNode[], node: TreeNode): readonly TreeNode[] {
  if (siblings.length <= mostSiblings) return siblings
  const at = Math.max(0, siblings.indexOf(node))
  const first = Math.max(0, Math.min(at - mostSiblings / 2, siblings.length - mostSiblings))
  return siblings.slice(first, first + mostSiblings)
}

function entry(node: TreeNode, current: Route | null, from: Route): TreeEntryView {
  const isFolder = node.children.length > 0
  return {
    label: node.label,
    href: hrefFrom(from, node.route),
    current: node.route === current,
    count: isFolder ? node.count : null,
    isFolder,
  }
}
