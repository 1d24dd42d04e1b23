import type { Nodes, Root } from 'mdast'

/** A tree of Markdown without the places in its source. Changes the tree. */
export function withoutPlaces(root: Root): Root {
  const left: Nodes[] = [root]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    delete node.position
    if ('children' in node) for (const child of node.children) left.push(child)
  }
  return root
}
