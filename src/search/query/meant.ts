import type { EngineResult } from './engine.ts'
import { pageText } from './page-text.ts'
import { fold } from './stem.ts'

/**
 * Pages that have a term and not another word in its place: where no word begins with the term, Pagefind takes the
 * longest word that the term begins with, so that `zzqqx` finds every page with a `z`.
 *
 * @param results - what Pagefind found for the term
 */
export async function meantBy(
  text: string,
  results: readonly EngineResult[],
  ask: (text: string) => Promise<readonly EngineResult[]>,
): Promise<readonly EngineResult[]> {
  if (text.startsWith('"') || unlikeOurs.test(text)) return results
  // Each language is an index of its own, and one page of it tells: Pagefind does the same for all of them.
  const byLanguage = Map.groupBy(results, ({ id }) => id.split('_')[0])
  const meant = await Promise.all([...byLanguage.values()].map((some) => isMeant(text, some)))
  if (meant.every((is) => is)) return results
  const kept = [...byLanguage.values()].flatMap((some, index) => (meant[index] === true ? some : []))
  if (kept.length > 0) return kept
  // Its ending may only look unlike: the stem of dying is that of die.
  const exact = await ask(`"${text}"`)
  return exact.length > 0 ? results : []
}

/** Scripts and signs whose words are not compared letter by letter. */
const unlikeOurs = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{2}/u

async function isMeant(text: string, results: readonly EngineResult[]): Promise<boolean> {
  const first = results.find(({ words }) => words.length > 0)
  if (first === undefined) return true
  const { words } = pageText(await first.data())
  return first.words.some((at) => isLike(fold(text), fold(words[at] ?? '')))
}

function isLike(asked: string, found: string): boolean {
  let shared = 0
  while (shared < asked.length && asked[shared] === found[shared]) shared += 1
  return shared * 2 >= asked.length || (shared >= 2 && asked.length - shared <= 3)
}
