/** Equal keys have equal numbers: numbers are compared ten times faster. */
export function numbered(keys: readonly string[], numbers: Map<string, number>): number[] {
  return keys.map((key) => {
    const known = numbers.get(key) ?? numbers.size
    if (known === numbers.size) numbers.set(key, known)
    return known
  })
}
