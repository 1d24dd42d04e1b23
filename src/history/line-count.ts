import { Buffer } from 'node:buffer'
import { commonSequence } from '../text/sequence.ts'

/** Lines that a version added and removed against the one before. */
export interface LineCount {
  readonly added: number
  readonly removed: number
}

/** The same, with the parts that differ. */
export interface LineComparison extends LineCount {
  readonly before: Uint8Array
  readonly after: Uint8Array
}

const LINE_FEED = 10
/** Bytes compared at once: long enough to be fast, short enough that the rest is soon found byte by byte. */
const STRIDE = 512

/**
 * Lines added and removed between two versions of a file; a change of line ends alone counts as nothing.
 *
 * Works on bytes and looks only at what lies between the equal ends, since most edits are small.
 */
export function countLines(before: Uint8Array, after: Uint8Array): LineComparison {
  const start = equalStart(before, after)
  const [endBefore, endAfter] = equalEnd(before, after, start)
  const numbers = new Map<string, number>()
  const parts = { before: before.subarray(start, endBefore), after: after.subarray(start, endAfter) }
  const a = lineNumbers(parts.before, numbers)
  const b = lineNumbers(parts.after, numbers)
  if (a.length === 0 || b.length === 0) return { added: b.length, removed: a.length, ...parts }
  const common = commonSequence(a, b).length
  return { added: b.length - common, removed: a.length - common, ...parts }
}

/** Number of lines in a file; a last line without a line feed counts. */
export function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return bytes.length > 0 && bytes[bytes.length - 1] !== LINE_FEED ? lines + 1 : lines
}

/** Where the first line that differs begins. */
function equalStart(a: Uint8Array, b: Uint8Array): number {
  const end = Math.min(a.length, b.length)
  const [left, right] = [bufferOf(a), bufferOf(b)]
  let at = 0
  while (at + STRIDE <= end && left.compare(right, at, at + STRIDE, at, at + STRIDE) === 0) at += STRIDE
  while (at < end && a[at] === b[at]) at += 1
  if (at === a.length && at === b.length) return at
  return at === 0 ? 0 : a.lastIndexOf(LINE_FEED, at - 1) + 1
}

/** Where the last line that differs ends in each, after `start`. */
function equalEnd(a: Uint8Array, b: Uint8Array, start: number): [number, number] {
  const most = Math.min(a.length, b.length) - start
  const [left, right] = [bufferOf(a), bufferOf(b)]
  let size = 0
  while (size + STRIDE <= most) {
    const [fromA, fromB] = [a.length - size - STRIDE, b.length - size - STRIDE]
    if (left.compare(right, fromB, fromB + STRIDE, fromA, fromA + STRIDE) !== 0) break
    size += STRIDE
  }
  while (size < most && a[a.length - 1 - size] === b[b.length - 1 - size]) size += 1
  // The equal end must begin where a line begins on both sides: after a line feed inside it.
  const from = a.indexOf(LINE_FEED, a.length - size)
  const kept = from < 0 ? 0 : a.length - from - 1
  return [a.length - kept, b.length - kept]
}

function lineNumbers(bytes: Uint8Array, numbers: Map<string, number>): number[] {
  if (bytes.length === 0) return []
  // Latin-1 maps bytes to characters one to one: fast, and as good as UTF-8 for telling lines apart.
  const text = bufferOf(bytes).toString('latin1')
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
  return lines.map((line) => {
    const content = line.endsWith('\r') ? line.slice(0, -1) : line
    const known = numbers.get(content)
    if (known !== undefined) return known
    numbers.set(content, numbers.size)
    return numbers.size - 1
  })
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
