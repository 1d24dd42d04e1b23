import { Buffer } from 'node:buffer'
import type { BlockEnd, BlockOrigin, BlockRecord, BlockRecords, StepRecord } from './block-records.ts'
import { noBlocks, noSteps } from './block-records.ts'
import { NumberReader, NumberWriter, TextReader, TextWriter } from './columns.ts'
import { pack, unpack } from './container.ts'

const ORIGINS: readonly BlockOrigin[] = ['born', 'split', 'copied', 'found']
const CLASSES: readonly StepRecord['class'][] = [
  ...(['substance', 'link', 'spelling', 'format', 'layout', 'moved', 'restored'] as const),
]
/** Bytes of a layout hash. */
const HASH = 5
const HAS_FROM = 4
const IS_GONE = 8
const IS_EDITED = 16
const HAS_LEFT = 32
const HAS_STEPS = 64

const COLUMNS = [
  ...['born', 'flags', 'born on', 'page', 'from', 'steps', 'step entries', 'step classes', 'step pages', 'misspelt'],
  ...['end entries', 'end lines', 'end lengths', 'end into', 'pages', 'counts', 'standing'],
] as const
type Column = (typeof COLUMNS)[number]

/** Histories of blocks as bytes: a container of their own, which nobody unpacks who asks for no block. */
export function encodeBlocks({ records, standing }: BlockRecords, version: number): Buffer {
  const columns = new Map(COLUMNS.map((name) => [name, new NumberWriter()]))
  const put = (name: Column) => columns.get(name) as NumberWriter
  const words = new TextWriter()
  const hashes: number[] = []
  let [born, bornOn, line] = [0, 0, 0]
  for (const [number, record] of records.entries()) {
    const { end, steps, from } = record
    const isEdited = record.bornAs !== record.hash
    const flags =
      ORIGINS.indexOf(record.origin) +
      (from >= 0 ? HAS_FROM : 0) +
      (end !== null ? IS_GONE : 0) +
      (isEdited ? IS_EDITED : 0) +
      (record.page !== record.bornOn ? HAS_LEFT : 0) +
      (steps.length > 0 ? HAS_STEPS : 0)
    put('flags').add(flags)
    put('born').addSigned(record.born - born)
    put('born on').addSigned(record.bornOn - bornOn)
    if (record.page !== record.bornOn) put('page').addSigned(record.page - record.bornOn)
    if (from >= 0) put('from').addSigned(number - from)
    hashes.push(record.hash)
    if (isEdited) hashes.push(record.bornAs)
    if (steps.length > 0) addSteps(record, put, words)
    if (end !== null) {
      put('end entries').addSigned(end.entry - record.born)
      put('end lines').addSigned(end.line - line)
      put('end lengths').add(end.lines)
      if (end.into < 0) put('end into').add(0)
      else put('end into').addSigned(end.into >= number ? end.into - number + 1 : end.into - number)
      line = end.line + end.lines
    }
    born = record.born
    bornOn = record.bornOn
  }
  let next = 0
  for (const [page, numbers] of [...standing].sort((a, b) => a[0] - b[0])) {
    put('pages').add(page)
    put('counts').add(numbers.length)
    for (const number of numbers) {
      put('standing').addSigned(number - next)
      next = number + 1
    }
  }
  const sections = new Map<string, Uint8Array>()
  for (const [name, column] of columns) sections.set(name, column.bytes())
  sections.set('words', words.bytes())
  sections.set('word lengths', words.lengths())
  sections.set('hashes', hashBytes(hashes))
  return pack(sections, version, new Set(['hashes']))
}

function addSteps({ born, steps }: BlockRecord, put: (name: Column) => NumberWriter, words: TextWriter): void {
  put('steps').add(steps.length)
  let last = born
  for (const { entry, class: name, from, isBack, misspelt } of steps) {
    put('step entries').addSigned(entry - last)
    put('step classes').add(CLASSES.indexOf(name) * 4 + (from >= 0 ? 1 : 0) + (isBack ? 2 : 0))
    if (from >= 0) put('step pages').add(from)
    if (name === 'spelling') {
      put('misspelt').add(misspelt.length)
      for (const word of misspelt) words.add(word)
    }
    last = entry
  }
}

function hashBytes(hashes: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(hashes.length * HASH)
  for (const [at, hash] of hashes.entries()) bytes.writeUIntLE(hash, at * HASH, HASH)
  return bytes
}

/** Reads them back. @throws when a column is shorter than it should be */
export function decodeBlocks(bytes: Uint8Array, version: number): BlockRecords {
  const sections = unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), version)
  if (sections === undefined) throw new Error('The histories of blocks are damaged.')
  const section = (name: string) => sections.get(name) ?? new Uint8Array()
  const columns = new Map(COLUMNS.map((name) => [name, new NumberReader(section(name))]))
  const get = (name: Column) => columns.get(name) as NumberReader
  const words = new TextReader(section('words'), section('word lengths'))
  const raw = section('hashes')
  const hashes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  let hashAt = 0
  const nextHash = () => {
    hashAt += HASH
    return hashes.readUIntLE(hashAt - HASH, HASH)
  }
  const kept = noBlocks()
  const { records, standing } = kept
  let [born, bornOn, line] = [0, 0, 0]
  const flags = section('flags')
  for (let number = 0; number < flags.length; number += 1) {
    const flag = flags[number] as number
    born += get('born').nextSigned()
    bornOn += get('born on').nextSigned()
    const page = flag & HAS_LEFT ? bornOn + get('page').nextSigned() : bornOn
    const from = flag & HAS_FROM ? number - get('from').nextSigned() : -1
    const hash = nextHash()
    const bornAs = flag & IS_EDITED ? nextHash() : hash
    const steps = flag & HAS_STEPS ? nextSteps(born, get, words) : noSteps
    let end: BlockEnd | null = null
    if (flag & IS_GONE) {
      const entry = born + get('end entries').nextSigned()
      const first = line + get('end lines').nextSigned()
      const lines = get('end lengths').next()
      const code = get('end into').nextSigned()
      end = { entry, line: first, lines, into: code === 0 ? -1 : number + (code > 0 ? code - 1 : code) }
      line = first + lines
    }
    const origin = ORIGINS[flag & 3] ?? 'born'
    records.push({ born, origin, bornOn, bornAs, from, page, hash, steps, end })
  }
  const pages = get('pages')
  const counts = new NumberReader(section('counts'))
  let next = 0
  for (const page of times(countOf(section('counts')), () => pages.next())) {
    const numbers = times(counts.next(), () => {
      next += get('standing').nextSigned() + 1
      return next - 1
    })
    standing.set(page, numbers)
  }
  return kept
}

function nextSteps(born: number, get: (name: Column) => NumberReader, words: TextReader): StepRecord[] {
  let entry = born
  return times(get('steps').next(), () => {
    entry += get('step entries').nextSigned()
    const code = get('step classes').next()
    const from = code & 1 ? get('step pages').next() : -1
    const name = CLASSES[code >> 2] ?? 'substance'
    const misspelt = name === 'spelling' ? times(get('misspelt').next(), () => words.next()) : []
    return { entry, class: name, from, isBack: (code & 2) !== 0, misspelt }
  })
}

/** How many numbers a column holds: each ends with a byte below 128. */
function countOf(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte < 128) count += 1
  return count
}

function times<Value>(count: number, next: () => Value): Value[] {
  const values: Value[] = []
  for (let index = 0; index < count; index += 1) values.push(next())
  return values
}
