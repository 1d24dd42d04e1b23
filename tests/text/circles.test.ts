import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circlesOf } from '../../src/text/circles.ts'

test('two nodes are in one circle exactly when each leads to the other', () => {
  const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  fc.assert(
    fc.property(edges, (all) => {
      const nodes = Array.from({ length: 8 }, (_, node) => node)
      const next = (node: number) => all.filter(([from]) => from === node).map(([, to]) => to)
      const reached = (from: number) => {
        const seen = new Set([from])
        for (const node of seen) for (const to of next(node)) seen.add(to)
        return seen
      }
      const circles = circlesOf(nodes, next)
      for (const a of nodes) {
        for (const b of nodes) {
          expect(circles.get(a) === circles.get(b)).toBe(reached(a).has(b) && reached(b).has(a))
        }
      }
    }),
    { seed: 6, numRuns: 100 },
  )
})

test('a chain and a circle of fifty thousand are no matter', () => {
  const nodes = Array.from({ length: 50_000 }, (_, node) => node)
  const chain = circlesOf(nodes, (node) => (node + 1 < nodes.length ? [node + 1] : []))
  expect(new Set(chain.values()).size).toBe(50_000)
  const circle = circlesOf(nodes, (node) => [(node + 1) % nodes.length])
  expect(new Set(circle.values()).size).toBe(1)
})
