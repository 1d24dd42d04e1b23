/**
 * Edits between two words (insert, delete, replace, swap neighbours), or `limit + 1` when there are more than `limit`.
 *
 * Optimal string alignment; O(length × limit).
 */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  const far = limit + 1
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    // Cells further from the diagonal than the limit cannot come back below it.
    const first = Math.max(1, i - limit)
    const last = Math.min(b.length, i + limit)
    const row: number[] = [i]
    row[first - 1] = first === 1 ? i : far
    let best = first === 1 ? i : far
    for (let j = first; j <= last; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((old[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (old[j - 1] ?? far) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? far) + 1)
      row[j] = cost
      if (cost < best) best = cost
    }
    // Every later row is at least as far, or one step further through a swap across this row.
    if (best > far) return far
    older = old
    old = row
  }
  return Math.min(old[b.length] ?? far, far)
}

/**
 * The candidates nearest to `word`, nearest first, then in the order given; case does not count.
 *
 * @param options.within - most edits allowed; by default a third of the word's length, at least 1
 * @param options.most - how many are wanted; 1 by default
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  options: { readonly within?: number; readonly most?: number } = {},
): string[] {
  const wanted = word.toLowerCase()
  const within = options.within ?? Math.max(1, Math.floor(word.length / 3))
  const found: { readonly candidate: string; readonly edits: number }[] = []
  for (const candidate of new Set(candidates)) {
    const edits = distance(wanted, candidate.toLowerCase(), within)
    if (edits <= within) found.push({ candidate, edits })
  }
  return found
    .sort((a, b) => a.edits - b.edits)
    .slice(0, options.most ?? 1)
    .map(({ candidate }) => candidate)
}
