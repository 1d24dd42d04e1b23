import type { Reader } from './readings.ts'
import { fold } from './stem.ts'

const leastAlike = 0.5
const most = 3

/**
 * Words of the handbook that look most like those of a question that no page has: no spelling of them, only the nearest
 * there is.
 */
export async function nearestWords(unknown: readonly string[], reader: Reader): Promise<readonly string[]> {
  const found: { readonly text: string; readonly alike: number }[] = []
  for (const asked of unknown) {
    const word = fold(asked)
    if (word.length < 4) continue
    for (const text of Object.keys(await reader.spelling(word))) {
      const alike = likeness(word, text)
      if (alike >= leastAlike) found.push({ text, alike })
    }
  }
  return found
    .sort((a, b) => b.alike - a.alike || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text)
}

/** Share of the letters that two words begin with in common. */
function likeness(one: string, other: string): number {
  let same = 0
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same += 1
  return same < 3 ? 0 : (2 * same) / (one.length + other.length)
}
