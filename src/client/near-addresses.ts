import { distance } from '../text/nearest.ts'

/** A page that an address may have meant. */
export interface NearPage {
  readonly label: string
  readonly route: string
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\.(html?|md|mdx)$/, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'index')

/** How well a word is found among others, from 0 to 1: half of its letters may differ at most. */
function likeness(word: string, others: readonly string[]): number {
  let best = 0
  for (const other of others) {
    const limit = Math.floor(Math.max(word.length, other.length) / 2)
    const edits = distance(word, other, limit)
    if (edits <= limit) best = Math.max(best, 1 - edits / Math.max(word.length, other.length))
  }
  return best
}

/**
 * Pages whose address or title is nearest to the one asked for, best first. The last part of the address counts most:
 * folders are what moves.
 */
export function nearAddresses<Page extends NearPage>(asked: string, pages: readonly Page[], most: number): Page[] {
  const parts = asked.replace(/\/+$/, '').split('/')
  const last = wordsOf(parts.at(-1) ?? '')
  const folders = wordsOf(parts.slice(0, -1).join('/'))
  if (last.length === 0) return []
  const scored = pages.map((page) => {
    const own = wordsOf(page.route.replace(/\/+$/, '').split('/').at(-1) ?? '')
    const all = [...wordsOf(page.route), ...wordsOf(page.label)]
    const ends = sum(last, own) / Math.max(last.length, own.length, 1)
    const anywhere = sum(last, all) / last.length
    const above = folders.length === 0 ? 0 : sum(folders, all) / folders.length
    return { page, score: ends * 3 + anywhere * 2 + above }
  })
  return scored
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ page }) => page)
}

const sum = (words: readonly string[], others: readonly string[]): number =>
  words.reduce((total, word) => total + likeness(word, others), 0)
