import { describe, expect, test } from 'vitest'
import { partWhys } from '../../src/handbook/views/part-whys.ts'
import type { PagePart } from '../../src/markdown/render.ts'
import type { BlockStep, BlockStory } from '../../src/model/block-history.ts'
import type { PageChange, Reasoning } from '../../src/model/history.ts'
import type { Instant } from '../../src/model/ids.ts'

const HEAD = '2026-11-01T10:00:00Z' as Instant

const change = (ordinal: number, landedAt: string, kind: Reasoning['kind'] | null = 'why'): PageChange =>
  ({
    change: { ordinal, landedAt, id: String(ordinal) },
    reasoning: kind === null ? null : { text: `Reason ${ordinal}`, kind, source: 'squash' },
  }) as unknown as PageChange

const birth = change(1, '2020-01-01T10:00:00Z')
const old = change(2, '2021-01-01T10:00:00Z', 'what')
const lately = change(9, '2026-10-01T10:00:00Z')

const step = (change: PageChange, name: BlockStep['class']): BlockStep => ({
  change,
  class: name,
  movedFrom: null,
  backTo: null,
})

/** A block with its changes of substance, newest first. */
function block(line: number, ...changes: PageChange[]): BlockStory {
  const chain = changes.map((each, index) => step(each, index === changes.length - 1 ? 'born' : 'substance'))
  return {
    id: `b-000000${line}`,
    kind: 'paragraph',
    line,
    endLine: line,
    text: '',
    standing: 'committed',
    isOlder: chain.length === 0,
    last: chain[0] ?? null,
    introduced: chain.at(-1) ?? null,
    chain,
    copiedFrom: null,
  }
}

const part = (line: number, tagName = 'p'): PagePart => ({ line, from: 0, to: 1, tagName })
const told = (parts: PagePart[], blocks: BlockStory[], pages = 1, headAt = HEAD) =>
  partWhys(parts, blocks, () => pages, headAt).map(({ at, block: of, told: by, ...flags }) => ({
    at,
    line: of.line,
    told: by?.change.ordinal ?? null,
    flags: Object.entries(flags).flatMap(([name, is]) => (is ? [name] : [])),
  }))

describe('the margin of a page', () => {
  test('tells of the block in a list or table that changed last', () => {
    const list = [part(3, 'ul')]
    expect(told(list, [block(3, birth), block(4, lately, birth), block(5, old, birth)])).toMatchObject([
      { at: 0, line: 4, told: 9 },
    ])
  })

  test('has nothing beside headings, and nothing of blocks whose history is not known', () => {
    expect(told([part(1, 'h2'), part(3)], [block(1, lately, birth), block(3)])).toEqual([])
  })

  test('shows the why of the change a block came in with where the last one says only what', () => {
    expect(told([part(1)], [block(1, old, birth)])[0]?.told).toBe(1)
    expect(told([part(1)], [block(1, lately, birth)])[0]?.told).toBe(9)
    expect(told([part(1)], [block(1, change(9, '2026-10-01T10:00:00Z', null), birth)])[0]?.told).toBe(1)
  })

  test('tells a reason once where blocks in a row came with one change', () => {
    const rows = told([part(1), part(2), part(3)], [block(1, lately, birth), block(2, lately, birth), block(3, birth)])
    expect(rows.map(({ flags }) => flags.includes('isRepeat'))).toEqual([false, true, false])
  })

  test('has a bar for what changed within a year, but not for the whole of a young page', () => {
    const young = change(1, '2026-09-01T10:00:00Z')
    const rows = told([part(1), part(2)], [block(1, young), block(2, lately, young)])
    expect(rows.map(({ flags }) => flags.includes('isChanged'))).toEqual([false, true])
  })

  test('counts the last changes of a page as recent, however old, and those before them not', () => {
    const changes = Array.from({ length: 7 }, (_, index) => change(index + 1, '2019-01-01T10:00:00Z'))
    const blocks = changes.map((each, index) => block(index + 1, each))
    const rows = told(
      blocks.map(({ line }) => part(line)),
      blocks,
    )
    expect(rows.map(({ flags }) => flags.includes('isRecent'))).toEqual([false, false, true, true, true, true, true])
  })

  test('leaves changes of more than twenty pages to those who ask', () => {
    expect(told([part(1)], [block(1, lately, birth)], 21)[0]?.flags).toEqual([])
    expect(told([part(1)], [block(1, lately, birth)], 20)[0]?.flags).toEqual(['isRecent', 'isChanged'])
  })

  test('finds the blocks of footnotes, which are drawn at the end of a page', () => {
    const parts = [part(1), part(9), part(4, 'section')]
    expect(told(parts, [block(1, birth), block(4, old), block(9, lately)]).map(({ line }) => line)).toEqual([1, 9, 4])
  })
})
