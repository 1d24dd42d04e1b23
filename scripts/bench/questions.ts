import { readFileSync } from 'node:fs'

/** A question as people ask it, and the pages that answer it: paths in the repository. */
export interface Question {
  readonly q: string
  readonly expect: readonly string[]
}

/** Reads a list of questions: `[{"q": "...", "expect": ["path.md"]}]`. */
export function readQuestions(file: string): readonly Question[] {
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Question[]
}

/**
 * The question with one letter of its longest word changed, lost, doubled or swapped with the next, the same in every
 * run; null when it has no word of six letters.
 */
export function withTypo(question: string, seed: number): string | null {
  const word = question.split(/[^\p{L}]+/u).reduce((a, b) => (b.length > a.length ? b : a), '')
  if (word.length < 6) return null
  const random = randomFrom(seed)
  const at = 1 + Math.floor(random() * (word.length - 2))
  const head = word.slice(0, at)
  const letter = word[at] ?? ''
  const tail = word.slice(at + 1)
  const other = String.fromCharCode(97 + Math.floor(random() * 26))
  const typos = [
    head + tail,
    head + letter + letter + tail,
    head + other + tail,
    head + (tail[0] ?? '') + letter + tail.slice(1),
  ]
  const typo = typos[Math.floor(random() * typos.length)] ?? word
  return question.replace(word, typo === word ? head + tail : typo)
}

/** Mulberry32: numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
