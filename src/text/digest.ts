import { hash } from 'node:crypto'

/** Hash of JSON-like parts; two lists of parts that differ give different hashes. */
export function digestOf(...parts: readonly unknown[]): string {
  return hash('sha1', JSON.stringify(parts), 'base64url')
}
