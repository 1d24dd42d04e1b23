import type { Tag } from './dialect.ts'

/** Which tags belong together, by their place in the list. */
export interface Pairs {
  /** For an opening tag its end, for an end its opening tag; -1 for neither. */
  readonly other: readonly number[]
  /** For an opening or parting tag the next part or the end; -1 for none. */
  readonly next: readonly number[]
}

interface Found {
  readonly tag: Tag
  /** Tags of two languages never pair. */
  readonly language: string
}

/**
 * Pairs tags: an end closes the nearest open tag of its word, and what was opened in between stands alone. Linear:
 * every tag is opened and closed once.
 */
export function pairsOf(tags: readonly Found[]): Pairs {
  const other = tags.map(() => -1)
  const next = tags.map(() => -1)
  const open: { readonly index: number; readonly key: string; last: number }[] = []
  /** How many tags of each word are open: an end that nothing opened must not close everything. */
  const counts = new Map<string, number>()
  const add = (key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)
  tags.forEach(({ tag, language }, index) => {
    const key = `${language} ${tag.word}`
    if (tag.role === 'open') {
      open.push({ index, key, last: index })
      add(key, 1)
    } else if (tag.role === 'close') {
      if ((counts.get(key) ?? 0) === 0) return
      for (let top = open.pop(); top !== undefined; top = open.pop()) {
        add(top.key, -1)
        if (top.key !== key) continue
        other[top.index] = index
        other[index] = top.index
        next[top.last] = index
        return
      }
    } else if (tag.role === 'middle') {
      const words = (tag.parts ?? [tag.word]).map((word) => `${language} ${word}`)
      if (!words.some((word) => (counts.get(word) ?? 0) > 0)) return
      while (!words.includes(open.at(-1)?.key ?? '')) add(open.pop()?.key ?? '', -1)
      const top = open.at(-1)
      if (top === undefined) return
      next[top.last] = index
      top.last = index
    }
  })
  return { other, next }
}
