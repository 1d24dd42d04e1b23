import type { Route } from '../model/ids.ts'
import type { TreeNode } from '../model/page.ts'

type Entry = readonly [label: string, route: Route, children?: readonly Entry[]]

/** The whole tree for the script that unfolds it on demand: `[label, route, children]`, children left out when none. */
export function treeJson(tree: TreeNode): string {
  const entry = (node: TreeNode): Entry =>
    node.children.length === 0 ? [node.label, node.route] : [node.label, node.route, node.children.map(entry)]
  return JSON.stringify(tree.children.map(entry))
}
