import type { Route } from '../../model/ids.ts'
import type { TreeNode } from '../../model/page.ts'
import type { FolderView } from '../../model/view.ts'
import { amount, counted } from '../../text/counting.ts'
import type { Assembly } from '../assembly.ts'
import { written } from './base.ts'
import { fact } from './fact.ts'
import { childItems } from './items.ts'
import { crumbs, treeView } from './tree.ts'

/** Listing of a folder that has no index page. */
export function folderView(assembly: Assembly, node: TreeNode): FolderView {
  const route: Route = node.route
  return {
    type: 'folder',
    route,
    title: node.label,
    description: `${node.label}: ${counted(node.count, 'page')}.`,
    ...written(assembly.shell.lang),
    crumbs: crumbs(assembly, route),
    tree: treeView(assembly, route),
    children: childItems(assembly, route, node),
    facts: [fact('Pages', amount(node.count))],
  }
}
