import { isUtf8 } from 'node:buffer'

/** Why a file's bytes are not plain UTF-8 text, with the place; lines and columns from 1. */
export interface EncodingProblem {
  readonly kind: 'not-utf8' | 'nul' | 'utf16'
  readonly line: number
  readonly column: number
}

/**
 * Text of a file. A byte order mark is left to whoever reads the text; bytes that are not UTF-8 become U+FFFD and
 * UTF-16 with a byte order mark is decoded, each with its problem said.
 */
export function decodeText(bytes: Buffer): { readonly text: string; readonly problem: EncodingProblem | null } {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (utf16 !== null)
    return { text: new TextDecoder(utf16).decode(bytes), problem: { kind: 'utf16', line: 1, column: 1 } }
  const text = bytes.toString('utf8')
  const nul = bytes.indexOf(0)
  if (nul !== -1) return { text, problem: { kind: 'nul', ...placeOf(bytes, nul) } }
  return { text, problem: isUtf8(bytes) ? null : firstBadByte(bytes) }
}

function placeOf(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset).toString('utf8')
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}

function firstBadByte(bytes: Buffer): EncodingProblem {
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    const row = bytes.subarray(start, end === -1 ? bytes.length : end)
    if (!isUtf8(row)) return { kind: 'not-utf8', line, column: Math.max(1, wellFormedLength(row) + 1) }
    if (end === -1) return { kind: 'not-utf8', line, column: 1 }
    start = end + 1
  }
}

/** Characters of a row before its first byte that is not UTF-8; a U+FFFD that was written as such is skipped. */
function wellFormedLength(row: Buffer): number {
  const text = row.toString('utf8')
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    const before = Buffer.byteLength(text.slice(0, at + 1))
    if (!row.subarray(0, before).equals(Buffer.from(text.slice(0, at + 1)))) return at
  }
  return text.length
}
