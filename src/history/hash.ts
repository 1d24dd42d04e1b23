/**
 * 40-bit hash of a string (cyrb53, public domain, cut to what the index can afford): two of the 88,925 blocks of the
 * largest handbook at hand share one by chance once in 250 such handbooks, and a number is a far cheaper key than a
 * string.
 */
export function hash40(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    high = Math.imul(high ^ character, 2654435761)
    low = Math.imul(low ^ character, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (255 & low) + (high >>> 0)
}
