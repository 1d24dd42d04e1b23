import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSignature } from '../../src/git/signature.ts'
import type { BlockRecord, StepRecord } from '../../src/history/block-records.ts'
import type { Entry, IndexData, PageEvent } from '../../src/history/index-data.ts'
import { countLines } from '../../src/history/line-count.ts'
import { decode, encode } from '../../src/history/store.ts'
import type { CommitId, Instant, RepoPath } from '../../src/model/ids.ts'

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const id = hex(40) as fc.Arbitrary<CommitId>
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.toWellFormed())
const name = fc.constantFrom('Ana', 'Ben', 'Cem', '')
const instant = fc
  .tuple(fc.nat(4_000_000_000), fc.constantFrom('+0000', '+0530', '-0800', '+1400'))
  .map(([seconds, zone]) => parseSignature(`A <a> ${seconds} ${zone}`).at as Instant)
const event: fc.Arbitrary<PageEvent> = fc.record({
  kind: fc.constantFrom('added', 'modified', 'moved', 'removed', 'found', 'kept', 'joined'),
  page: fc.nat(20),
  path: text as fc.Arbitrary<unknown> as fc.Arbitrary<RepoPath>,
  blob: hex(12),
  added: fc.nat(2 ** 31),
  removed: fc.nat(300),
  visibility: fc.constantFrom('public', 'internal', 'draft'),
  other: fc.integer({ min: -1, max: 20 }),
})
const entry: fc.Arbitrary<Entry> = fc.record({
  id,
  at: fc.option(instant),
  title: text,
  titleFrom: fc.constantFrom('entry', 'branch'),
  reasoning: fc.option(
    fc.record({
      text,
      kind: fc.constantFrom('why', 'what'),
      source: fc.constantFrom('note', 'description', 'merge', 'squash', 'branch', 'later'),
    }),
  ),
  branchReasons: fc.array(
    fc.record({
      title: text,
      text,
      kind: fc.constantFrom('why', 'what'),
      paths: fc.array(text as fc.Arbitrary<unknown> as fc.Arbitrary<RepoPath>, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
  mergeRequest: fc.option(
    fc
      .tuple(fc.constantFrom('#', '!'), fc.nat(1_000_000_000), fc.option(fc.constantFrom('a/b', 'c/d/e')))
      .map(([mark, number, project]) => ({ reference: `${mark}${number}`, number, project })),
  ),
  authors: fc.array(name, { maxLength: 3 }),
  mergedBy: fc.option(name),
  commits: fc.array(fc.record({ id, title: text, authors: fc.array(fc.record({ name }), { maxLength: 2 }) }), {
    maxLength: 3,
  }),
  lane: fc.nat(3),
  joins: fc.array(fc.nat(3), { maxLength: 2 }),
  events: fc.array(event, { maxLength: 4 }),
  headings: fc.array(fc.record({ page: fc.nat(20), anchor: text, toPage: fc.nat(20), toAnchor: text }), {
    maxLength: 2,
  }),
})
const step = fc
  .record({
    entry: fc.nat(20_000),
    class: fc.constantFrom('substance', 'link', 'spelling', 'format', 'layout', 'moved', 'restored'),
    from: fc.integer({ min: -1, max: 300 }),
    isBack: fc.boolean(),
    misspelt: fc.array(text, { maxLength: 2 }),
  })
  // Words are kept of a mended spelling alone.
  .map((each) => (each.class === 'spelling' ? each : { ...each, misspelt: [] })) as fc.Arbitrary<StepRecord>
const hash = fc.nat(2 ** 31 - 1).map((number) => number * 512 + (number % 512))
const record: fc.Arbitrary<BlockRecord> = fc.record({
  born: fc.nat(20_000),
  origin: fc.constantFrom('born', 'split', 'copied', 'found'),
  bornOn: fc.nat(300),
  bornAs: hash,
  from: fc.integer({ min: -1, max: 90_000 }),
  page: fc.nat(300),
  hash,
  steps: fc.array(step, { maxLength: 3 }),
  end: fc.option(
    fc.record({ entry: fc.nat(20_000), line: fc.nat(900), lines: fc.nat(40), into: fc.integer({ min: -1, max: 99 }) }),
  ),
})
const blocks = fc.record({
  records: fc.array(record, { maxLength: 8 }),
  standing: fc
    .uniqueArray(fc.tuple(fc.nat(300), fc.array(fc.nat(90_000), { maxLength: 5 })), { selector: ([page]) => page })
    .map((pages) => new Map(pages)),
})
const data: fc.Arbitrary<IndexData> = fc.record({
  head: id,
  headAt: fc.option(instant),
  shallow: fc.array(id, { maxLength: 2 }),
  startsAt: fc.option(instant),
  isCut: fc.boolean(),
  mailmap: hex(16),
  missing: fc.array(hex(12), { maxLength: 3 }),
  settings: fc.array(fc.record({ path: text as fc.Arbitrary<unknown> as fc.Arbitrary<RepoPath>, blob: hex(12) }), {
    maxLength: 2,
  }),
  entries: fc.array(entry, { maxLength: 12 }),
  blocks: blocks.map((kept) => () => kept),
})

test('what is written is what is read', () => {
  fc.assert(
    fc.property(data, (value) => {
      const { blocks: kept, ...rest } = decode(encode(value)) as IndexData
      const { blocks: given, ...others } = value
      expect(rest).toEqual(others)
      expect(kept()).toEqual(given())
    }),
    { numRuns: 200 },
  )
})

test('no damage makes it read something else', () => {
  fc.assert(
    fc.property(data, fc.nat(), fc.nat(), (value, place, bit) => {
      const bytes = encode(value)
      const at = place % bytes.length
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at)
      expect(decode(bytes)).toBeUndefined()
      expect(decode(bytes.subarray(0, at))).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})

test('bytes of any kind are no index', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decode(Buffer.from(bytes))).toBeUndefined()
    }),
  )
})

test('lines are counted as the textbook counts them', () => {
  const line = fc.constantFrom('', 'a', 'b', 'c'.repeat(600), 'd'.repeat(700))
  const file = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  const bytes = ([lines, end, closed]: [string[], string, boolean]) =>
    Buffer.from(lines.join(end) + (closed && lines.length > 0 ? end : ''))
  const linesOf = (buffer: Buffer) => {
    const parts = buffer.toString().split(/\r?\n/)
    if (parts.at(-1) === '') parts.pop()
    return parts
  }
  fc.assert(
    fc.property(file, file, (before, after) => {
      const [a, b] = [linesOf(bytes(before)), linesOf(bytes(after))]
      let row = new Array<number>(b.length + 1).fill(0)
      for (const value of a) {
        const next = [0]
        for (const [at, other] of b.entries()) {
          next.push(value === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
        }
        row = next
      }
      const common = row[b.length] ?? 0
      expect(countLines(bytes(before), bytes(after))).toMatchObject({
        added: b.length - common,
        removed: a.length - common,
      })
    }),
    { numRuns: 1000 },
  )
})
