/** Something wrong with data; line and column count from 1 in the text that was read. */
export interface ReadProblem {
  readonly rule: 'yaml' | 'toml' | 'alias' | 'limit' | 'key'
  readonly reason: string
  readonly line: number
  readonly column: number
}

/** Plain data that a stranger wrote: objects without a prototype, numbers as numbers, dates as text. */
export interface ReadData {
  readonly data: Readonly<Record<string, unknown>>
  /** The same with every number as its author wrote it: `1.10` stays `1.10`, `007` stays `007`. */
  readonly written: Readonly<Record<string, unknown>>
  readonly problems: readonly ReadProblem[]
  /** Place of a key, or of the nearest key above it that exists. */
  placeOf(path: readonly PropertyKey[]): { readonly line: number; readonly column: number }
}

const BYTES = 64 * 1024
/** Levels of data inside each other, and keys in all. */
export const DEPTH = 32
export const KEYS = 1000
/** Keys that reach a prototype. */
export const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export const TOO_DEEP = `The front matter is nested more than ${DEPTH} levels deep.`

export const tooLarge = (source: string): boolean => source.length > BYTES || Buffer.byteLength(source) > BYTES

/** What could not be read. */
export function noData(problems: readonly ReadProblem[]): ReadData {
  return {
    data: Object.create(null),
    written: Object.create(null),
    problems,
    placeOf: () => ({ line: 1, column: 1 }),
  }
}
