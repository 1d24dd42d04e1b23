import { stemAll } from './stem.ts'

/** What a handbook's index knows of its words; written by the build beside the index, read when it is first asked. */
export interface Lexicon {
  /** Groups of words that mean the same, each word with the number of pages that have it. */
  readonly groups: readonly (readonly Member[])[]
  /** Short and long forms that the pages explain: `PTO`, `paid time off`. */
  readonly acronyms: readonly (readonly [short: string, long: string])[]
  /** Stop words of the handbook, and words that are none here. */
  readonly stop: readonly string[]
  readonly keep: readonly string[]
  /** Pages that answer a question before all others. */
  readonly pinned: readonly Pinned[]
  /** Form for a new page on the forge, `https` or `http`; null without one. */
  readonly propose: string | null
}

export interface Member {
  readonly text: string
  readonly pages: number
}

export interface Pinned {
  readonly question: string
  readonly route: string
}

export const noLexicon: Lexicon = { groups: [], acronyms: [], stop: [], keep: [], pinned: [], propose: null }

/** File of the lexicon in the index's folder. */
export const lexiconFile = 'lexicon.json'

/** The lexicon as text: a group a line, `maternity 12|baby`. */
export function writeLexicon({ groups, ...rest }: Lexicon): string {
  const lines = groups.map((group) =>
    group.map(({ text, pages }) => (pages === 0 ? text : `${text} ${pages}`)).join('|'),
  )
  return JSON.stringify({ ...rest, groups: lines })
}

/** Reads a lexicon back; what is none (an index of another version) knows nothing. */
export function readLexicon(value: unknown): Lexicon {
  if (typeof value !== 'object' || value === null) return noLexicon
  const { groups, acronyms, stop, keep, pinned, propose } = value as Record<string, unknown>
  return {
    groups: texts(groups).map((line) => line.split('|').map(readMember)),
    acronyms: list(acronyms).flatMap((pair) => {
      const [short, long] = texts(pair)
      return short === undefined || long === undefined ? [] : [[short, long] as const]
    }),
    propose: typeof propose === 'string' && /^https?:/.test(propose) ? propose : null,
    stop: texts(stop),
    keep: texts(keep),
    pinned: list(pinned).flatMap((pin) => {
      const { question, route } = (typeof pin === 'object' ? pin : null) as Partial<Pinned>
      return typeof question === 'string' && typeof route === 'string' ? [{ question, route }] : []
    }),
  }
}

function readMember(text: string): Member {
  const [, word = text, pages = '0'] = /^(.*) (\d+)$/.exec(text) ?? []
  return { text: word, pages: Number(pages) }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const texts = (value: unknown): readonly string[] =>
  list(value).filter((item): item is string => typeof item === 'string')

/** Groups by the stems of their words: whoever says one of them may mean the others. */
export function groupsByWord({ groups }: Lexicon): ReadonlyMap<string, readonly (readonly Member[])[]> {
  const found = new Map<string, (readonly Member[])[]>()
  for (const group of groups) {
    for (const key of new Set(group.map(({ text }) => stemAll(text)))) {
      found.set(key, [...(found.get(key) ?? []), group])
    }
  }
  return found
}

const mostInstead = 3
const tooCommon = 0.3

/**
 * Other words for one: in the handbook, not in a third of it, no other form of the word itself; the commonest first.
 *
 * @param word - a word or phrase
 * @param pages - number of pages in the index
 */
export function synonymsOf(
  word: string,
  byWord: ReadonlyMap<string, readonly (readonly Member[])[]>,
  pages: number,
): readonly Member[] {
  const own = stemAll(word)
  const seen = new Set([own])
  return (byWord.get(own) ?? [])
    .flat()
    .filter((member) => member.pages > 0 && member.pages < Math.max(2, pages * tooCommon))
    .sort((a, b) => b.pages - a.pages || (a.text < b.text ? -1 : 1))
    .filter(({ text }) => !seen.has(stemAll(text)) && seen.add(stemAll(text)))
    .slice(0, mostInstead)
}
