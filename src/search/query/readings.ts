import type { EngineResult } from './engine.ts'
import type { Lexicon, Member } from './lexicon.ts'
import { meantBy } from './meant.ts'
import type { Term } from './plan.ts'
import { rarity } from './rank.ts'
import { meantSpellings, type Spelling } from './spelling.ts'
import { fold, wordsIn } from './stem.ts'
import { isCountry, otherSpellings } from './variants.ts'

/** How a word was understood. */
export type ReadingKind = 'own' | 'ending' | 'spelling' | 'variant' | 'joined' | 'acronym' | 'country' | 'synonym'

/** One way to understand a term, with the pages that have it so. */
export interface Reading {
  readonly kind: ReadingKind
  /** The words that were searched. */
  readonly text: string
  /** Share of a match of the term itself that one of these counts. */
  readonly share: number
  readonly matches: readonly EngineResult[]
}

/** What readings are made with. */
export interface Reader {
  readonly pages: number
  readonly lexicon: Lexicon
  /** Pages that have a term, as Pagefind finds them. */
  ask(text: string): Promise<readonly EngineResult[]>
  /** Words of the handbook that begin as this one. */
  spelling(word: string): Promise<Spelling>
}

const endingShare = 0.3
const shares = { spelling: 0.8, variant: 0.9, joined: 0.9, acronym: 0.8, country: 0.4, synonym: 0.5 } as const
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** A term as it stands: the pages that have it, then those with longer words that begin with it. */
export async function ownReadings(term: Term, reader: Reader): Promise<readonly Reading[]> {
  const { text } = term
  const plain = await reader.ask(text)
  if (term.isRequired || withoutSpaces.test(text)) return some({ kind: 'own', text, share: 1, matches: plain })
  const exact = new Set((await reader.ask(`"${text}"`)).map(({ id }) => id))
  if (exact.size === 0) {
    return some({ kind: 'ending', text, share: 1, matches: await meantBy(text, plain, reader.ask) })
  }
  // Pagefind counts how many pages have any of the longer words; what is asked for is rarer.
  const factor = rarity(exact.size, reader.pages) / Math.max(0.05, rarity(plain.length, reader.pages))
  const scaled = plain.map((match) => ({ ...match, score: match.score * factor, data: () => match.data() }))
  const own = scaled.filter(({ id }) => exact.has(id))
  const longer = text.length < 4 ? [] : plain.filter(({ id }) => !exact.has(id))
  return [
    { kind: 'own', text, share: 1, matches: own },
    ...some({ kind: 'ending', text, share: endingShare, matches: longer }),
  ]
}

/** Other spellings of a term that are as good as its own, and what it is short for. */
export async function otherReadings(term: Term, own: readonly Reading[], reader: Reader): Promise<readonly Reading[]> {
  const { text } = term
  if (term.isRequired || withoutSpaces.test(text)) return []
  const exact = own.find(({ kind }) => kind === 'own')?.matches.length ?? 0
  const wanted: { readonly kind: keyof typeof shares; readonly text: string }[] = [
    ...otherSpellings(text).map((other) => ({ kind: 'variant' as const, text: other })),
    ...longForms(text, reader.lexicon).map((other) => ({ kind: 'acronym' as const, text: other })),
  ]
  if (isCountry(text)) for (const other of ['overseas', 'abroad']) wanted.push({ kind: 'country', text: other })
  const found = await readings(wanted, reader)
  const isKnown = found.some(({ kind }) => kind === 'variant' || kind === 'acronym')
  if (exact > mostRare || isKnown) return found
  return [...found, ...(await spelledReadings(text, exact, reader))]
}

const mostRare = 2

/** Words that no page has, or hardly any: misspelt, or two words written as one. */
async function spelledReadings(text: string, pages: number, reader: Reader): Promise<readonly Reading[]> {
  const word = fold(text)
  if (word.length < 4) return []
  const spelling = await reader.spelling(word)
  const meant = meantSpellings(word, pages, spelling).map((other) => ({ kind: 'spelling' as const, text: other }))
  const apart = pages > 0 ? [] : splits(word, spelling).map((other) => ({ kind: 'joined' as const, text: other }))
  return readings([...meant, ...apart], reader)
}

/** `time sheet` for `timesheet`: the first part is a word of the handbook; Pagefind tells whether both stand together. */
function splits(word: string, spelling: Spelling): readonly string[] {
  const found: string[] = []
  for (let at = 3; at <= word.length - 3; at += 1) {
    if (spelling[word.slice(0, at)] !== undefined) found.push(`${word.slice(0, at)} ${word.slice(at)}`)
  }
  return found.slice(-2)
}

/** What a word is short for, where the pages explain it. */
export function longForms(word: string, { acronyms }: Lexicon): readonly string[] {
  const asked = word.toUpperCase()
  return acronyms.filter(([short]) => short.toUpperCase() === asked).map(([, long]) => long)
}

/** Other words for a term; asked when too little of the question was found. */
export async function synonymReadings(members: readonly Member[], reader: Reader): Promise<readonly Reading[]> {
  return readings(
    members.map(({ text }) => ({ kind: 'synonym' as const, text })),
    reader,
  )
}

async function readings(
  wanted: readonly { readonly kind: keyof typeof shares; readonly text: string }[],
  reader: Reader,
): Promise<readonly Reading[]> {
  const found = await Promise.all(
    wanted.map(async ({ kind, text }) => ({ kind, text, share: shares[kind], matches: await exactly(text, reader) })),
  )
  return found.filter(({ matches }) => matches.length > 0)
}

/** Pages that have a word or phrase and not only a longer one, with what it is worth there. */
export async function exactly(text: string, reader: Reader): Promise<readonly EngineResult[]> {
  const standing = await reader.ask(`"${text}"`)
  const worth = rarity(standing.length, reader.pages)
  // A phrase has the flat score 1 in Pagefind: what it is worth is how rare it is.
  if (wordsIn(text).length > 1) return standing.map((match) => ({ ...match, score: worth, data: () => match.data() }))
  if (standing.length === 0) return []
  const plain = await reader.ask(text)
  const exact = new Set(standing.map(({ id }) => id))
  const factor = worth / Math.max(0.05, rarity(plain.length, reader.pages))
  return plain
    .filter(({ id }) => exact.has(id))
    .map((match) => ({ ...match, score: match.score * factor, data: () => match.data() }))
}

const some = (reading: Reading): readonly Reading[] => (reading.matches.length === 0 ? [] : [reading])
