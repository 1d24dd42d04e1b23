import { createHash } from 'node:crypto'

/** Hash of JSON-like parts; two lists of parts that differ give different hashes. */
export function digestOf(...parts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64url')
}
