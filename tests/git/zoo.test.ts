import { afterAll, describe, expect, it, vi } from 'vitest'
import { canariesSung } from '../kit/canary.ts'
import { see } from '../kit/zoo/outcome.ts'
import { type Animal, type Outcome, zoo } from '../kit/zoo.ts'

// Some hold hundreds of megabytes, and each is read by processes of its own.
vi.setConfig({ testTimeout: 120_000 })

afterAll(() => {
  expect(canariesSung()).toBe(0)
})

it('has at least thirty animals, each with a name of its own', () => {
  expect(new Set(zoo.map(({ name }) => name)).size).toBe(zoo.length)
  expect(zoo.length).toBeGreaterThanOrEqual(30)
})

describe.each(zoo)('$name', (animal) => {
  it('is told right, or refused by name, by both adapters', async () => {
    const directory = await animal.make()
    for (const adapter of ['native', 'isomorphic'] as const) {
      const expected = animal[adapter] ?? animal.expected
      const { outcome, history, error } = await see(directory, adapter, pagesOf(animal))
      expect(outcome, adapter).toEqual(complete(expected))
      // A named error says what to do, and is no stack.
      if (error !== null) expect([error.hint, error.message], adapter).toEqual([expect.any(String), harmless])
      for (const change of history?.changes ?? []) {
        expect(change.title, adapter).toEqual(harmless)
        for (const { name } of change.authors) expect(name, adapter).toEqual(harmless)
        const year = change.landedAt === null ? 2026 : new Date(change.landedAt).getUTCFullYear()
        expect(year, adapter).toBeGreaterThanOrEqual(1970)
        expect(year, adapter).toBeLessThan(2100)
      }
    }
  })
})

/** No control characters, and no line of a stack. */
const harmless = expect.not.stringMatching(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\n\s+at /)

function pagesOf({ expected }: Animal): readonly string[] {
  return 'pages' in expected ? Object.keys(expected.pages) : ['a.md']
}

function complete(outcome: Outcome): Outcome {
  return 'pages' in outcome ? { findings: [], ...outcome } : outcome
}
