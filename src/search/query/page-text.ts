import type { Fragment } from './engine.ts'

/** A page's text in the words that Pagefind counts positions in. */
export interface PageText {
  readonly words: readonly string[]
  /** What stands between two words: a space, or nothing in languages without spaces. */
  readonly joiner: string
  /** How many of the first words are the title. */
  readonly titleLength: number
  /** The text before the first heading, then a section a heading. */
  readonly sections: readonly TextSection[]
}

export interface TextSection {
  /** Anchor and words of its heading; null for what stands before the first one. */
  readonly id: string | null
  readonly heading: string | null
  /** Word it begins with (its heading's first), the first word of its own text, and the word after its last. */
  readonly start: number
  readonly body: number
  readonly end: number
}

const wordBreak = '\u200B'

/** Reads what Pagefind keeps of a page. */
export function pageText(fragment: Fragment): PageText {
  const isUnspaced = fragment.raw_content?.includes(wordBreak) === true
  const words = isUnspaced
    ? unescaped(fragment.raw_content ?? '').split(wordBreak)
    : fragment.content.split(/[^\S\uFEFF]+/g)
  const titleLength = wordsTaken(words, 0, fragment.meta['title'] ?? '')
  const headings = fragment.anchors
    .filter(({ element, id, text }) => /^h[1-6]$/i.test(element) && id !== '' && text.trim() !== '')
    .sort((a, b) => a.location - b.location)
  const sections = headings.map(({ id, text, location }, index) => ({
    id,
    heading: text.trim(),
    start: location,
    body: location + wordsTaken(words, location, text),
    end: headings[index + 1]?.location ?? words.length,
  }))
  const first = sections[0]?.start ?? words.length
  const opening = { id: null, heading: null, start: titleLength, body: titleLength, end: first }
  return { words, joiner: isUnspaced ? '' : ' ', titleLength, sections: [opening, ...sections] }
}

/** How many words from `start` make up `text`; Pagefind adds a full stop to what has none. */
function wordsTaken(words: readonly string[], start: number, text: string): number {
  const wanted = text.replaceAll(/\s/g, '').length
  let length = 0
  let taken = 0
  while (length < wanted && start + taken < words.length) {
    length += words[start + taken]?.trim().length ?? 0
    taken += 1
  }
  return taken
}

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
