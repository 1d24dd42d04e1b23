import type { EngineResult } from './engine.ts'
import { groupsByWord, type Member, synonymsOf } from './lexicon.ts'
import type { Plan, Term } from './plan.ts'
import { type Answer, type Ranked, rankPages, rarity } from './rank.ts'
import { exactly, otherReadings, ownReadings, type Reader, type Reading, synonymReadings } from './readings.ts'
import { stemAll } from './stem.ts'

/** An answer whose pages can be read. */
export interface ReadAnswer extends Answer {
  readonly readings: readonly Reading[]
}

/** What a question came to. */
export interface Answered {
  readonly answers: readonly ReadAnswer[]
  readonly pairs: readonly (readonly EngineResult[])[]
  readonly ranked: readonly Ranked[]
  /** Words of the question that were found in no way. */
  readonly unknown: readonly string[]
}

const enoughCovered = 0.8

/**
 * Asks the index for each word, first as it stands or is otherwise spelt, and for other words with its meaning only
 * where no page has most of the question: what people wrote counts before what we make of it.
 *
 * @param asTyped - no spelling, no synonyms: what was typed and nothing else
 */
export async function answerPlan(plan: Plan, reader: Reader, asTyped: boolean): Promise<Answered> {
  const [first, pairs] = await Promise.all([
    Promise.all(plan.terms.map((term) => answersTo(term, reader, asTyped))),
    pairsFound(plan, reader),
  ])
  const answers = [...first.flat(), ...joined(plan, pairs)]
  const found = pairs.map(({ matches }) => matches)
  const unknown = answers.filter(({ readings, term }) => readings.length === 0 && !term.isRequired)
  const known = answers.filter((answer) => !unknown.includes(answer))
  const ranked = rankPages(known, reader.pages, found)
  const lacking = unknown.reduce((sum, { term }) => sum + term.weight * rarity(1, reader.pages), 0)
  const total = known.reduce((sum, { term, worth }) => sum + term.weight * worth, 0)
  const covered = (Math.max(0, ...ranked.map((page) => page.covered)) * total) / Math.max(0.01, total + lacking)
  if (asTyped || covered >= enoughCovered) return { answers: known, pairs: found, ranked, unknown: namesOf(unknown) }
  const wider = await withSynonyms(plan, answers, reader)
  const still = wider.filter(({ readings, term }) => readings.length === 0 && !term.isRequired)
  const wide = wider.filter((answer) => !still.includes(answer))
  return { answers: wide, pairs: found, ranked: rankPages(wide, reader.pages, found), unknown: namesOf(still) }
}

const namesOf = (answers: readonly ReadAnswer[]): readonly string[] => answers.map(({ term }) => term.text)

/** A term that no page has is asked for in its parts. */
async function answersTo(term: Term, reader: Reader, asTyped: boolean): Promise<readonly ReadAnswer[]> {
  const own = await ownReadings(term, reader)
  const readings = asTyped ? own : [...own, ...(await otherReadings(term, own, reader))]
  if (readings.length > 0 || term.instead.length === 0) return [answerOf(term, readings, reader)]
  const parts = term.instead.map((text) => ({ ...term, text, instead: [] }))
  return (await Promise.all(parts.map((part) => answersTo(part, reader, asTyped)))).flat()
}

function answerOf(term: Term, readings: readonly Reading[], reader: Reader): ReadAnswer {
  const own = readings.find(({ kind }) => kind === 'own') ?? readings.toSorted((a, b) => b.share - a.share)[0]
  return { term, readings, worth: own === undefined ? 0 : rarity(own.matches.length, reader.pages) }
}

interface Pair {
  readonly text: string
  readonly matches: readonly EngineResult[]
  readonly joined: readonly EngineResult[]
}

/** Two words side by side; where no page has them so, they may be written as one: `time sheet`, `timesheet`. */
async function pairsFound({ pairs }: Plan, reader: Reader): Promise<readonly Pair[]> {
  return Promise.all(
    pairs.map(async ([a, b]) => {
      const matches = await reader.ask(`"${a} ${b}"`)
      const isWord = matches.length === 0 && a.length > 1 && b.length > 1 && /^\p{L}+$/u.test(a + b)
      return { text: `${a}${b}`, matches, joined: isWord ? await exactly(`${a}${b}`, reader) : [] }
    }),
  )
}

function joined(plan: Plan, pairs: readonly Pair[]): readonly ReadAnswer[] {
  return pairs
    .filter((pair) => pair.joined.length > 0)
    .map(({ text, joined: matches }) => ({
      term: { text, weight: 1, isRequired: false, instead: [] },
      worth: plan.terms.length === 0 ? 0 : 1,
      readings: [{ kind: 'joined', text, share: 0.9, matches }],
    }))
}

async function withSynonyms(
  plan: Plan,
  answers: readonly ReadAnswer[],
  reader: Reader,
): Promise<readonly ReadAnswer[]> {
  const byWord = groupsByWord(reader.lexicon)
  const widened = await Promise.all(
    answers.map(async (answer) => {
      if (answer.term.isRequired) return answer
      // A word that was misspelt has the synonyms of what was meant.
      const meant = answer.readings.find(({ kind }) => kind === 'spelling' || kind === 'variant')?.text
      const members = [answer.term.text, ...(meant === undefined ? [] : [meant])].flatMap((word) =>
        synonymsOf(word, byWord, reader.pages),
      )
      return widen(answer, members, reader)
    }),
  )
  const phrases = await Promise.all(
    phrasesIn(plan, byWord).map(async (text) => {
      const members = synonymsOf(text, byWord, reader.pages)
      const readings = await synonymReadings(members, reader)
      const matches = await exactly(text, reader)
      const own: readonly Reading[] = matches.length === 0 ? [] : [{ kind: 'own', text, share: 1, matches }]
      return answerOf({ text, weight: 1, isRequired: false, instead: [] }, [...own, ...readings], reader)
    }),
  )
  return [...widened, ...phrases.filter(({ readings }) => readings.length > 0)]
}

async function widen(answer: ReadAnswer, members: readonly Member[], reader: Reader): Promise<ReadAnswer> {
  if (members.length === 0) return answer
  const more = await synonymReadings(members, reader)
  const readings = [...answer.readings, ...more]
  return answer.readings.length === 0 ? answerOf(answer.term, readings, reader) : { ...answer, readings }
}

/** Phrases of several words of the question that have other words for them: `time off`, `single sign on`. */
function phrasesIn({ words }: Plan, byWord: ReadonlyMap<string, unknown>): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(4, words.length - at); length > 1; length -= 1) {
      const phrase = words.slice(at, at + length).join(' ')
      if (!byWord.has(stemAll(phrase))) continue
      found.push(phrase)
      at += length - 1
      break
    }
  }
  return found
}
