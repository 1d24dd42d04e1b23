import type { PageText, TextSection } from './page-text.ts'

/** A run of text; `isMatch` where it answers the question. */
export interface Segment {
  readonly text: string
  readonly isMatch: boolean
}

/** Where a term stands in a page. */
export interface Place {
  /** The term, as it was typed. */
  readonly term: string
  readonly weight: number
  readonly words: ReadonlySet<number>
}

/** A section that answers, with the words around. */
export interface SectionHit {
  readonly id: string | null
  readonly heading: string | null
  /** The heading with its matching words marked; empty without one. */
  readonly headingMarks: readonly Segment[]
  readonly excerpt: readonly Segment[]
}

const longest = 24
const longestAnswer = 60
/** Share of the question that a section must have to be shown as the answer. */
const answers = 0.75
const before = 5
/** A second section is shown when it answers at least this share of what the best one does. */
const nearlyAsGood = 0.6

/** The one or two sections of a page that answer best; the page's beginning when its text has no match. */
export function bestSections(
  page: PageText,
  places: readonly Place[],
  length: number = longest,
): readonly SectionHit[] {
  const scored = page.sections
    .filter((section) => section.end > section.start)
    .map((section) => ({ section, score: scoreOf(section, places) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.section.start - b.section.start)
  const best = scored[0]?.score ?? 0
  const shown = scored.slice(0, 2).filter(({ score }) => score >= best * nearlyAsGood)
  const sections = shown.length > 0 ? shown.map(({ section }) => section) : page.sections.slice(0, 1)
  return sections.map((section) => ({
    id: section.id,
    heading: section.heading,
    headingMarks: section.heading === null ? [] : markWords(section.heading, page, section.start, places),
    excerpt: excerptOf(page, section, places, length),
  }))
}

/** The section that answers most of the question, with more of its text; null where none does. */
export function answerIn(page: PageText, places: readonly Place[], total: number): SectionHit | null {
  const [best] = bestSections(page, places, longestAnswer)
  const section = page.sections.find(({ id }) => id === best?.id)
  const shown = [...(best?.headingMarks ?? []), ...(best?.excerpt ?? [])]
  if (best === undefined || section === undefined || shown.every(({ isMatch }) => !isMatch)) return null
  const has = places
    .filter(({ words }) => [...words].some((word) => word >= section.start && word < section.end))
    .reduce((sum, { weight }) => sum + weight, 0)
  return has >= total * answers ? best : null
}

/** A title or heading, whose first word is the page's word `start`, with its matching words marked. */
export function markWords(text: string, page: PageText, start: number, places: readonly Place[]): readonly Segment[] {
  if (page.joiner === '') return [{ text, isMatch: false }]
  let at = start - 1
  const parts = text.split(/(\s+)/).map((part) => {
    const isWord = part.trim() !== ''
    if (isWord) at += 1
    return { text: part, isMatch: isWord && isMatch(at, places) }
  })
  return tidy(parts.flatMap((part) => withoutPunctuation(part)))
}

/** A heading that has a term answers more than a text that mentions it, and often better than one that repeats it. */
function scoreOf({ start, body, end }: TextSection, places: readonly Place[]): number {
  let score = 0
  for (const { weight, words } of places) {
    let count = 0
    let inHeading = false
    for (const word of words) {
      if (word < start || word >= end) continue
      count += 1
      inHeading ||= word < body
    }
    if (count > 0) score += weight * (1 + Math.log(count) / 5 + (inHeading ? 0.5 : 0))
  }
  return score
}

function excerptOf(page: PageText, section: TextSection, places: readonly Place[], length: number): readonly Segment[] {
  const from = bestStart(page, section, places)
  const to = Math.min(section.end, from + length)
  const parts: Segment[] = []
  for (let at = from; at < to; at += 1) {
    const text = (page.words[at] ?? '') + (at + 1 < to ? page.joiner : '')
    parts.push(...withoutPunctuation({ text, isMatch: isMatch(at, places) }))
  }
  const cutBefore = from > section.body ? [{ text: '… ', isMatch: false }] : []
  const cutAfter = to < section.end ? [{ text: ' …', isMatch: false }] : []
  return tidy([...cutBefore, ...parts, ...cutAfter])
}

/** First word of the window that holds most of the question, moved back to the start of a sentence that is near. */
function bestStart(page: PageText, { body, end }: TextSection, places: readonly Place[]): number {
  const hits = places
    .flatMap(({ words }) => [...words])
    .filter((word) => word >= body && word < end)
    .sort((a, b) => a - b)
  let start = body
  let most = -1
  for (const hit of new Set(hits)) {
    let weight = 0
    for (const place of places) {
      if (hits.some((word) => word >= hit && word < hit + longest - before && place.words.has(word))) {
        weight += place.weight
      }
    }
    if (weight > most) [start, most] = [hit, weight]
  }
  for (let back = 0; back <= before * 2 && start - back >= body; back += 1) {
    if (start - back === body || /[.!?。]$/.test(page.words[start - back - 1] ?? '')) return start - back
  }
  return Math.max(body, start - before)
}

const isMatch = (at: number, places: readonly Place[]): boolean => places.some(({ words }) => words.has(at))

/** Takes the punctuation around a matching word out of the mark. */
function withoutPunctuation(part: Segment): readonly Segment[] {
  if (!part.isMatch) return [part]
  const [, head = '', word = '', tail = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(part.text) ?? []
  return [
    { text: head, isMatch: false },
    { text: word, isMatch: true },
    { text: tail, isMatch: false },
  ]
}

/** Joins neighbours of one kind and drops what is empty. */
function tidy(parts: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.text === '') continue
    if (last?.isMatch === part.isMatch)
      joined[joined.length - 1] = { text: last.text + part.text, isMatch: part.isMatch }
    else joined.push(part)
  }
  return joined
}
