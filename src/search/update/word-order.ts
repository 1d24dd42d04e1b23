/** Order of words in an index: by their bytes in UTF-8. */
export function compareWords(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const one = a.charCodeAt(at)
    const other = b.charCodeAt(at)
    if (one !== other) return rank(one) - rank(other)
  }
  return a.length - b.length
}

/** Halves of characters beyond U+FFFF come after all others. */
const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x2000 : unit >= 0xd800 ? unit + 0x800 : unit)

/** What a file of words begins and ends with. */
export interface Range {
  readonly first: string
  readonly last: string
}

/**
 * Between which words each file is, in as few letters as tell it from its neighbours (as Pagefind does in
 * `pagefind/src/index/mod.rs`, `chunk_meta`).
 */
export function shortRanges(ranges: readonly Range[]): readonly (readonly [from: string, to: string])[] {
  const short = ranges.map(({ first, last }): [string, string] => [first, last])
  for (const [at, one] of short.entries()) {
    const next = short[at + 1]
    const range = ranges[at + 1]
    if (next === undefined || range === undefined) break
    const before = [...one[1]]
    const after = [...range.first]
    let same = 0
    while (same < Math.min(before.length, after.length) && before[same] === after[same]) same += 1
    one[1] = before.slice(0, same + 1).join('')
    next[0] = after.slice(0, same + 1).join('')
  }
  return short
}
