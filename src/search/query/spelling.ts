/** Words of the handbook that begin alike, each with the number of pages that have it. */
export type Spelling = Readonly<Record<string, number>>

const near = 4
const far = 8
const most = 2

/** File of the words that begin as this one, in the index's folder. */
export function spellingFile(word: string): string {
  const first = word[0] ?? ''
  return `words-${/^[a-z]$/.test(first) ? first : 'other'}.json`
}

/**
 * Words that were meant by a misspelt one: one letter off, two in long words, and far more often written here.
 *
 * @param word - folded
 * @param pages - how many pages have it as it is
 * @returns nearest first, then the commonest
 */
export function meantSpellings(word: string, pages: number, spelling: Spelling): readonly string[] {
  if (word.length < near || /\d/.test(word)) return []
  const within = word.length >= far ? 2 : 1
  const least = Math.max(2, pages * 8)
  const found: { readonly text: string; readonly distance: number; readonly pages: number }[] = []
  for (const [text, count] of Object.entries(spelling)) {
    if (count < least || text === word || Math.abs(text.length - word.length) > within) continue
    const distance = distanceOf(word, text, within)
    if (distance <= within) found.push({ text, distance, pages: count })
  }
  return found
    .sort((a, b) => a.distance - b.distance || b.pages - a.pages || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text)
}

/** Letters to change, add, leave out or swap with the next; more than `within` is not counted out. */
function distanceOf(a: string, b: string, within: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > within) return least
    before = last
    last = row
  }
  return last[b.length] ?? within + 1
}
