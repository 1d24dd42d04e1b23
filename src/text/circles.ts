/**
 * The number of the circle that each node of a graph stands in: nodes that lead to each other have the same, every other
 * one has its own. In linear time and without recursion, whatever somebody wrote.
 *
 * @param next - nodes that a node leads to
 */
export function circlesOf<Node>(
  nodes: Iterable<Node>,
  next: (node: Node) => readonly Node[],
): ReadonlyMap<Node, number> {
  const order = finishOrder(nodes, next)
  const back = new Map<Node, Node[]>()
  for (const node of order) {
    for (const to of next(node)) {
      const list = back.get(to)
      if (list === undefined) back.set(to, [node])
      else list.push(node)
    }
  }
  const circles = new Map<Node, number>()
  let count = 0
  for (const root of order.toReversed()) {
    if (circles.has(root)) continue
    circles.set(root, count)
    const open = [root]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const from of back.get(node) ?? []) {
        if (circles.has(from)) continue
        circles.set(from, count)
        open.push(from)
      }
    }
    count += 1
  }
  return circles
}

/** Nodes in the order in which all that they lead to has been seen. */
function finishOrder<Node>(nodes: Iterable<Node>, next: (node: Node) => readonly Node[]): readonly Node[] {
  const seen = new Set<Node>()
  const order: Node[] = []
  for (const root of nodes) {
    if (seen.has(root)) continue
    seen.add(root)
    const path = [{ node: root, to: next(root), at: 0 }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      if (top.at === top.to.length) {
        order.push(top.node)
        path.pop()
        continue
      }
      const node = top.to[top.at] as Node
      top.at += 1
      if (seen.has(node)) continue
      seen.add(node)
      path.push({ node, to: next(node), at: 0 })
    }
  }
  return order
}
