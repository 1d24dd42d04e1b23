import { createHash } from 'node:crypto'
import { boundedInflate } from './bounded-inflate.ts'

/** Type and size of an object, as its pack entry and those it builds on say, once they have been unpacked. */
export interface Measured {
  readonly type: string
  readonly size: number
}

/** A pack and its index in memory: finds objects and measures them. Their bytes are isomorphic-git's work. */
export interface Pack {
  /** Full ids that begin so, at most two. */
  find(beginning: string): readonly string[]
  /**
   * Null for an object that is not here or is damaged. One over the limit is not unpacked, and neither is anything for
   * which the limit does not hold on the way.
   */
  measure(id: string): Measured | null
  /** Both files, as isomorphic-git gets them. */
  readonly index: Buffer
  readonly bytes: Buffer
}

const TYPES: Readonly<Record<number, string>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' }
const [OFFSET_DELTA, ID_DELTA] = [6, 7]
const [ID, FANOUT] = [20, 8]
const IDS = FANOUT + 256 * 4
/** Deltas on deltas; git makes 50, and allows 4,095. */
const LONGEST_CHAIN = 4096

interface Entry {
  readonly type: number
  /** Size when unpacked: of the object, or of the delta. */
  readonly size: number
  /** Where the compressed bytes begin. */
  readonly data: number
  /** Where the object stands that a delta builds on. */
  readonly base: number | null
}

/**
 * @param largest - bytes above which nothing is unpacked
 * @returns null for files that are no pack of version 2
 */
export function packFrom(index: Buffer, bytes: Buffer, largest: number): Pack | null {
  const count = countOf(index)
  if (count === null || bytes.length < 32 || bytes.toString('latin1', 0, 4) !== 'PACK') return null
  reseal(index, bytes)
  const offsets = IDS + count * (ID + 4)
  const known = new Map<number, Measured | null>()

  /** Position in the index of the first id that is not before this one. */
  function position(id: string): number {
    let [low, high] = [0, count ?? 0]
    while (low < high) {
      const middle = (low + high) >> 1
      if (idAt(middle) < id) low = middle + 1
      else high = middle
    }
    return low
  }

  const idAt = (at: number) => index.toString('hex', IDS + at * ID, IDS + (at + 1) * ID)

  function offsetOf(id: string): number | null {
    const at = position(id)
    return at < (count ?? 0) && idAt(at) === id ? index.readUInt32BE(offsets + at * 4) : null
  }

  function entryAt(start: number): Entry | null {
    let at = start
    const next = () => (at < bytes.length - ID ? (bytes[at++] ?? 0) : Number.NaN)
    let byte = next()
    const type = (byte >> 4) & 7
    let size = byte & 15
    for (let factor = 16; byte >= 128; factor *= 128) {
      byte = next()
      size += (byte & 127) * factor
    }
    if (!Number.isSafeInteger(size)) return null
    let base: number | null = null
    if (type === OFFSET_DELTA) {
      byte = next()
      let distance = byte & 127
      while (byte >= 128) {
        byte = next()
        distance = (distance + 1) * 128 + (byte & 127)
      }
      base = start - distance
      if (!(base >= 12 && base < start)) return null
    } else if (type === ID_DELTA) {
      base = offsetOf(bytes.toString('hex', at, at + ID))
      at += ID
      if (base === null) return null
    } else if (TYPES[type] === undefined) return null
    return { type, size, data: at, base }
  }

  /** What an entry unpacks to, when it is as long as it says. */
  function unpacked({ size, data }: Entry): Buffer | null {
    const content = size > largest ? null : boundedInflate(bytes.subarray(data), size)
    return content?.length === size ? content : null
  }

  function measureAt(start: number): Measured | null {
    const chain: { readonly start: number; readonly source: number; readonly target: number }[] = []
    let at = start
    let found = known.get(at)
    while (found === undefined) {
      const entry = chain.length > LONGEST_CHAIN ? null : entryAt(at)
      if (entry === null) found = null
      else if (entry.base === null) {
        const type = TYPES[entry.type] ?? ''
        const isWhole = entry.size > largest || unpacked(entry) !== null
        found = isWhole ? { type, size: entry.size } : null
        known.set(at, found)
      } else {
        const sizes = deltaSizes(unpacked(entry))
        if (sizes === null) found = null
        else {
          chain.push({ start: at, ...sizes })
          at = entry.base
          found = known.get(at)
        }
      }
    }
    for (const delta of chain.reverse()) {
      const fits: boolean = found !== null && found.size === delta.source && found.size <= largest
      found = fits && found ? { type: found.type, size: delta.target } : null
      known.set(delta.start, found)
    }
    return found
  }

  return {
    index,
    bytes,
    find(beginning) {
      const at = position(beginning)
      return [at, at + 1].flatMap((each) => (each < count && idAt(each).startsWith(beginning) ? [idAt(each)] : []))
    },
    measure(id) {
      const offset = offsetOf(id)
      return offset === null || offset < 12 || offset >= bytes.length - ID ? null : measureAt(offset)
    },
  }
}

/** Number of objects of an index of version 2 that has room for them, or null. */
function countOf(index: Buffer): number | null {
  if (index.length < IDS + 2 * ID || index.readUInt32BE(0) !== 0xff744f63 || index.readUInt32BE(4) !== 2) return null
  const count = index.readUInt32BE(IDS - 4)
  return index.length < IDS + count * (ID + 8) + 2 * ID ? null : count
}

/**
 * Gives both files a checksum that is right. isomorphic-git refuses a whole pack for one damaged byte; git, and we,
 * refuse the objects that the byte belongs to: every object is held against its own id.
 */
function reseal(index: Buffer, bytes: Buffer): void {
  const end = bytes.length - ID
  const sum = createHash('sha1').update(bytes.subarray(0, end)).digest()
  sum.copy(bytes, end)
  sum.copy(index, index.readUInt32BE(IDS - 4) * (ID + 8) + IDS)
}

/** Sizes of what a delta is made from and of what it makes. */
function deltaSizes(delta: Buffer | null): { readonly source: number; readonly target: number } | null {
  if (delta === null) return null
  let at = 0
  const size = () => {
    let [value, factor, byte] = [0, 1, 128]
    while (byte >= 128) {
      byte = delta[at++] ?? Number.NaN
      value += (byte & 127) * factor
      factor *= 128
    }
    return Number.isNaN(byte) || !Number.isSafeInteger(value) ? -1 : value
  }
  const [source, target] = [size(), size()]
  return source < 0 || target < 0 ? null : { source, target }
}
