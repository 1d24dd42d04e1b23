import type { CommitNode } from './commit-node.ts'

/** Commits still to be looked at; the newest comes first, of equally new ones the one that came first. */
export interface DateQueue {
  push(node: CommitNode): void
  pop(): CommitNode | undefined
  /** The one that comes next. */
  peek(): CommitNode | undefined
  some(test: (node: CommitNode) => boolean): boolean
}

/** A heap in an array. */
export function dateQueue(): DateQueue {
  const heap: { readonly node: CommitNode; readonly turn: number }[] = []
  let turns = 0
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return one !== undefined
    const order = other.node.seconds - one.node.seconds
    return order === 0 ? one.turn < other.turn : order < 0
  }
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return
    heap[a] = other
    heap[b] = one
  }
  return {
    push(node) {
      let at = heap.push({ node, turn: turns++ }) - 1
      while (at > 0 && isBefore(at, (at - 1) >> 1)) {
        swap(at, (at - 1) >> 1)
        at = (at - 1) >> 1
      }
    },
    pop() {
      const first = heap[0]
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return first?.node
      heap[0] = last
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        const next = isBefore(right, left) ? right : left
        if (!isBefore(next, at)) break
        swap(next, at)
        at = next
      }
      return first?.node
    },
    peek: () => heap[0]?.node,
    some: (test) => heap.some(({ node }) => test(node)),
  }
}
