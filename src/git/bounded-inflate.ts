import { inflateSync } from 'node:zlib'

/**
 * Unpacks a zlib stream that begins the given bytes; what follows it is ignored.
 *
 * @param most - bytes above which it is given up: a few hundred bytes can unpack to gigabytes
 * @returns null for a damaged stream and for a larger one
 */
export function boundedInflate(bytes: Buffer, most: number): Buffer | null {
  try {
    // Node takes memory by the chunk: small ones are quicker for the many small objects of a repository.
    return inflateSync(bytes, {
      maxOutputLength: Math.max(1, most),
      chunkSize: Math.min(16_384, Math.max(64, most + 1)),
    })
  } catch {
    return null
  }
}
