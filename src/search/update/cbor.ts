/** What Pagefind's files consist of; it has no other types. */
export type Value = number | string | readonly Value[]

/** Reads CBOR from a place on. */
export interface Reading {
  readonly bytes: Buffer
  at: number
}

const kinds = { number: 0, negative: 1, string: 3, array: 4 } as const

/** The length of the array that begins here; what it holds comes next. */
export const readArray = (reading: Reading): number => head(reading, kinds.array)

export const readNumber = (reading: Reading): number => head(reading, kinds.number)

export function readString(reading: Reading): string {
  const length = head(reading, kinds.string)
  const start = reading.at
  reading.at += length
  if (reading.at > reading.bytes.length) throw new Error('A string goes beyond the file.')
  return reading.bytes.toString('utf8', start, reading.at)
}

/** Leaves out an array of whole numbers: most of an index is positions of words that nobody looks at. */
export function skipNumbers(reading: Reading): void {
  const { bytes } = reading
  const length = head(reading, kinds.array)
  let { at } = reading
  for (let item = 0; item < length; item += 1) {
    const first = bytes[at] ?? 0xff
    if (first >= 0x40) throw new Error('This is no number.')
    const size = first & 0x1f
    at += size < 24 ? 1 : size === 24 ? 2 : size === 25 ? 3 : size === 26 ? 5 : 9
  }
  reading.at = at
}

/** Reads whatever stands there. */
export function readValue(reading: Reading): Value {
  const kind = (reading.bytes[reading.at] ?? 0xff) >> 5
  if (kind === kinds.string) return readString(reading)
  if (kind === kinds.negative) return -1 - head(reading, kinds.negative)
  if (kind === kinds.number) return head(reading, kinds.number)
  return Array.from({ length: head(reading, kinds.array) }, () => readValue(reading))
}

function head(reading: Reading, kind: number): number {
  const { bytes, at } = reading
  const first = bytes[at] ?? 0xff
  if (first >> 5 !== kind) throw new Error(`Byte ${at} begins something else.`)
  const size = first & 0x1f
  if (size < 24) {
    reading.at = at + 1
    return size
  }
  if (size === 24) {
    reading.at = at + 2
    return bytes.readUInt8(at + 1)
  }
  if (size === 25) {
    reading.at = at + 3
    return bytes.readUInt16BE(at + 1)
  }
  if (size !== 26) throw new Error(`The number at byte ${at} is too large.`)
  reading.at = at + 5
  return bytes.readUInt32BE(at + 1)
}

/** CBOR of a value, as short as it can be: that is how Pagefind writes. */
export function writeValue(value: Value): Buffer {
  const parts: Buffer[] = []
  const write = (item: Value): void => {
    if (typeof item === 'string') {
      const text = Buffer.from(item)
      parts.push(writeHead(kinds.string, text.length), text)
    } else if (typeof item === 'number') {
      parts.push(item < 0 ? writeHead(kinds.negative, -1 - item) : writeHead(kinds.number, item))
    } else {
      parts.push(writeHead(kinds.array, item.length))
      for (const each of item) write(each)
    }
  }
  write(value)
  return Buffer.concat(parts)
}

/** Begins an array of so many items. */
export const writeArray = (length: number): Buffer => writeHead(kinds.array, length)

export const writeNumber = (value: number): Buffer => writeHead(kinds.number, value)

/** Of the kinds 0 to 7: nearly all that is written is as small, and thousands of them are. */
const small = Array.from({ length: 8 }, (_, kind) =>
  Array.from({ length: 24 }, (_, value) => Buffer.of((kind << 5) | value)),
)

function writeHead(kind: number, value: number): Buffer {
  const first = kind << 5
  if (value < 24) return small[kind]?.[value] ?? Buffer.of(first | value)
  if (value < 0x100) return Buffer.of(first | 24, value)
  const wide = value >= 0x10000
  const bytes = Buffer.alloc(wide ? 5 : 3)
  bytes[0] = first | (wide ? 26 : 25)
  if (wide) bytes.writeUInt32BE(value, 1)
  else bytes.writeUInt16BE(value, 1)
  return bytes
}
