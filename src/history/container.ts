import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** Named parts of an index file. A reader takes those it knows; more can be added without a new format. */
export type Sections = ReadonlyMap<string, Uint8Array>

const MAGIC = Buffer.from('whybook-history\n')
const DIGEST_LENGTH = 16
const LENGTH = 4
/** Fast to write and within a few per cent of the best. */
const QUALITY = 5
/** Larger than any index, small enough for a buffer: a file that claims more is damaged. */
const LARGEST = 1 << 29

/**
 * Packs sections into one file: magic, version, digest of all that follows, then each section's name, length and
 * bytes, compressed one by one.
 *
 * @param version - a file of another version is not read; raise it whenever what the sections say changes
 * @param incompressible - names of sections that are kept as they are (ids)
 */
export function pack(sections: Sections, version: number, incompressible: ReadonlySet<string>): Buffer {
  const parts: Buffer[] = []
  for (const [name, bytes] of sections) {
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }
    const isPlain = incompressible.has(name)
    const body = isPlain ? bytes : brotliCompressSync(bytes, options)
    const label = Buffer.from(name)
    parts.push(Buffer.from([isPlain ? 0 : 1, label.length]), label, number(bytes.length), number(body.length))
    parts.push(Buffer.from(body))
  }
  const payload = Buffer.concat([number(version), ...parts])
  return Buffer.concat([MAGIC, digest(payload), payload])
}

/** Reads a packed file; undefined for one that is damaged, unfinished, of another version or no such file. */
export function unpack(file: Buffer, version: number): Sections | undefined {
  const start = MAGIC.length + DIGEST_LENGTH
  const payload = file.subarray(start)
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  if (!file.subarray(MAGIC.length, start).equals(digest(payload)) || payload.readUInt32LE(0) !== version)
    return undefined
  const sections = new Map<string, Uint8Array>()
  for (let at = LENGTH; at < payload.length; ) {
    const isCompressed = payload[at] === 1
    const nameEnd = at + 2 + (payload[at + 1] ?? 0)
    const name = payload.toString('utf8', at + 2, nameEnd)
    const length = payload.readUInt32LE(nameEnd)
    const bodyStart = nameEnd + 2 * LENGTH
    const body = payload.subarray(bodyStart, bodyStart + payload.readUInt32LE(nameEnd + LENGTH))
    if (length > LARGEST) return undefined
    sections.set(name, isCompressed ? brotliDecompressSync(body, { maxOutputLength: length + 1 }) : body)
    at = bodyStart + body.length
  }
  return sections
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, DIGEST_LENGTH)
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(LENGTH)
  bytes.writeUInt32LE(value)
  return bytes
}
