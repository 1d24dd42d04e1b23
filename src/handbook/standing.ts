import type { Content } from '../content/read.ts'
import type { Route } from '../model/ids.ts'
import type { Page, TreeNode } from '../model/page.ts'
import type { Standing } from './assembly.ts'

/** Where every page and folder stands in the tree; the order of reading is that of the tree, depth first. */
export function standingOf(content: Content): ReadonlyMap<Route, Standing> {
  const walked: { node: TreeNode; above: readonly TreeNode[]; page: Page | null }[] = []
  const walk = (node: TreeNode, above: readonly TreeNode[]): void => {
    walked.push({ node, above, page: node.path === null ? null : (content.byPath.get(node.path) ?? null) })
    for (const child of node.children) walk(child, [...above, node])
  }
  walk(content.tree, [])

  const standing = new Map<Route, Standing>()
  const order = walked.flatMap(({ page }) => (page === null ? [] : [page]))
  const at = new Map(order.map((page, index) => [page, index]))
  for (const { node, above, page } of walked) {
    const index = page === null ? undefined : at.get(page)
    standing.set(node.route, {
      node,
      above,
      previous: index === undefined ? null : (order[index - 1] ?? null),
      next: index === undefined ? null : (order[index + 1] ?? null),
    })
  }
  return standing
}
