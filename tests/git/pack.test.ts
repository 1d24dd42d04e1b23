import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packFrom } from '../../src/git/pack.ts'
import { repo } from '../kit/repo.ts'

const LIMIT = 32 * 1024 * 1024

/** An entry as it stands in a pack: type, the size that it claims, what comes before the compressed bytes, and they. */
function entry(type: number, size: number, content: Buffer, before = Buffer.alloc(0)): Buffer {
  const head = [(type << 4) | (size & 15)]
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    head[head.length - 1] = (head.at(-1) ?? 0) | 128
    head.push(rest & 127)
  }
  return Buffer.concat([Buffer.from(head), before, deflateSync(content)])
}

/** A pack and its index of the given entries, whose ids are claimed. */
function packOf(entries: readonly (readonly [id: string, bytes: Buffer])[]) {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1')
  header.writeUInt32BE(entries.length, 8)
  const bytes = Buffer.concat([header, ...entries.map(([, each]) => each), Buffer.alloc(20)])
  let at = 12
  const placed = entries.map(([id, each]) => {
    const start = at
    at += each.length
    return { id, start }
  })
  placed.sort((a, b) => (a.id < b.id ? -1 : 1))
  const index = Buffer.alloc(8 + 1024 + placed.length * 28 + 40)
  index.writeUInt32BE(0xff744f63, 0)
  index.writeUInt32BE(2, 4)
  for (let first = 0; first < 256; first += 1) {
    const count = placed.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) <= first).length
    index.writeUInt32BE(count, 8 + first * 4)
  }
  for (const [n, { id, start }] of placed.entries()) {
    index.write(id, 1032 + n * 20, 'hex')
    index.writeUInt32BE(start, 1032 + placed.length * 24 + n * 4)
  }
  return packFrom(index, bytes, LIMIT)
}

const id = (word: string) => createHash('sha1').update(word).digest('hex')

test('measures an object, and those that are made from it, without keeping them', () => {
  const text = Buffer.from('text of an object')
  const same = Buffer.from([text.length, text.length, 0x90, text.length])
  const pack = packOf([
    [id('base'), entry(3, text.length, text)],
    [id('delta'), entry(7, same.length, same, Buffer.from(id('base'), 'hex'))],
  ])
  expect(pack?.measure(id('base'))).toEqual({ type: 'blob', size: text.length })
  expect(pack?.measure(id('delta'))).toEqual({ type: 'blob', size: text.length })
  expect(pack?.measure(id('none'))).toBeNull()
  expect(pack?.find(id('base').slice(0, 12))).toEqual([id('base')])
})

test('takes nothing for sound that unpacks to more or less than it says', () => {
  const bomb = Buffer.alloc(64 * 1024 * 1024)
  const pack = packOf([
    [id('bomb'), entry(3, 5, bomb)],
    [id('short'), entry(3, 500, Buffer.from('short'))],
    [id('large'), entry(3, LIMIT + 1, Buffer.from('never unpacked'))],
    [id('of large'), entry(7, 4, Buffer.from([1, 1, 0x90, 1]), Buffer.from(id('large'), 'hex'))],
    [id('of bomb'), entry(7, 4, Buffer.from([5, 5, 0x90, 5]), Buffer.from(id('bomb'), 'hex'))],
  ])
  expect(pack?.measure(id('bomb'))).toBeNull()
  expect(pack?.measure(id('short'))).toBeNull()
  expect(pack?.measure(id('large'))).toEqual({ type: 'blob', size: LIMIT + 1 })
  expect(pack?.measure(id('of large'))).toBeNull()
  expect(pack?.measure(id('of bomb'))).toBeNull()
})

test('comes to an end with deltas that go round in circles, or lead out of the pack', () => {
  const delta = Buffer.from([1, 1, 0x90, 1])
  const pack = packOf([
    [id('one'), entry(7, 4, delta, Buffer.from(id('two'), 'hex'))],
    [id('two'), entry(7, 4, delta, Buffer.from(id('one'), 'hex'))],
    [id('self'), entry(7, 4, delta, Buffer.from(id('self'), 'hex'))],
    [id('out'), entry(7, 4, delta, Buffer.from(id('elsewhere'), 'hex'))],
    [id('before'), entry(6, 4, delta, Buffer.from([0xff, 0xff, 0x7f]))],
    [id('kind'), entry(5, 4, delta)],
  ])
  for (const word of ['one', 'two', 'self', 'out', 'before', 'kind']) expect(pack?.measure(id(word)), word).toBeNull()
})

test('never fails, whatever is wrong in the files', async () => {
  const r = await repo({ 'a.md': 'one '.repeat(200) })
  await r.commit('Second', { 'a.md': `${'one '.repeat(200)}two` })
  r.git('gc', '--quiet', '--aggressive', '--prune=now')
  const folder = join(r.gitDirectory, 'objects/pack')
  const [index = Buffer.alloc(0), bytes = Buffer.alloc(0)] = ['.idx', '.pack'].map((ending) =>
    readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? '')),
  )
  const ids = [r.tip, r.treeId(), r.blobId('a.md')]
  expect(ids.map((each) => packFrom(Buffer.from(index), Buffer.from(bytes), LIMIT)?.measure(each)?.type)).toEqual([
    'commit',
    'tree',
    'blob',
  ])
  const harm = fc.record({
    file: fc.boolean(),
    at: fc.nat(),
    value: fc.nat(255),
    cut: fc.option(fc.nat(), { freq: 4 }),
  })
  fc.assert(
    fc.property(fc.array(harm, { minLength: 1, maxLength: 4 }), (harms) => {
      let files = [Buffer.from(index), Buffer.from(bytes)]
      for (const { file, at, value, cut } of harms) {
        const harmed = files[Number(file)]
        if (harmed !== undefined && harmed.length > 0) harmed[at % harmed.length] = value
        if (cut !== null) files = files.map((each) => each.subarray(0, cut % (each.length + 1)))
      }
      const pack = packFrom(files[0] ?? Buffer.alloc(0), files[1] ?? Buffer.alloc(0), LIMIT)
      for (const each of [...ids, ...(pack?.find('0') ?? []), 'f'.repeat(40)]) {
        const measured = pack?.measure(each)
        expect(measured === null || measured === undefined || measured.size >= 0).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
