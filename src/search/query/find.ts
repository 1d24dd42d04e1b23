import { localDay } from '../../text/dates.ts'
import { type Answered, answerPlan } from './answer.ts'
import type { Engine, EngineResult } from './engine.ts'
import { type Hit, orderHits, readHit } from './hit.ts'
import { type Lexicon, lexiconFile, readLexicon } from './lexicon.ts'
import { nearestWords } from './nearest.ts'
import { planSearch } from './plan.ts'
import { type Ranked, rarity, weightOf } from './rank.ts'
import type { Reader } from './readings.ts'
import { type Spelling, spellingFile } from './spelling.ts'
import { stemAll } from './stem.ts'
import { type Understood, understood } from './understood.ts'

/** What results are narrowed to; null for all. */
export interface Narrowed {
  readonly kind: string | null
  readonly folder: string | null
}

/** A value of a filter with the number of results it has. */
export interface FilterCount {
  readonly value: string
  readonly count: number
}

/** The pages that answer a question. */
export interface Found {
  readonly query: string
  /** What it was narrowed to; what the handbook does not have narrows nothing. */
  readonly narrowed: Narrowed
  /** Results after narrowing. */
  readonly total: number
  /** Counts of each kind among the results in the chosen folder, and of each folder among those of the chosen kind. */
  readonly kinds: readonly FilterCount[]
  readonly folders: readonly FilterCount[]
  /** Words of the question that no page has. */
  readonly unknown: readonly string[]
  /** Words that were taken for others, with what they were taken for. */
  readonly understood: readonly Understood[]
  /** Where a missing page can be proposed on the forge; null where there is none. */
  readonly propose: string | null
  /** What the order came from, for `--explain` and for questions that are checked. */
  readonly answered: Answered
  /**
   * The first ten results, the second ten and so on, counted from 0; ordered among themselves by what only their
   * text tells (SEARCH.md 5, step 5).
   */
  hits(ten: number): Promise<readonly Hit[]>
  /** Where nothing was found: pages with the words that look most like those of the question. */
  nearest(): Promise<readonly Hit[]>
}

/** Asks an index, and remembers its answers. */
export interface Finder {
  /** @param asTyped - the words as they were typed: no spelling, no other words */
  find(query: string, narrowed: Narrowed, asTyped?: boolean): Promise<Found>
}

const mostRemembered = 200
const mostNear = 3

/**
 * The one way to search, used by the browser and by `whybook search`: same words, same order.
 *
 * @param today - the day of the reader, on which statuses are told
 */
export function finderOf(engine: Engine, today: () => string = () => localDay(new Date())): Finder {
  const remembered = new Map<string, Promise<readonly EngineResult[]>>()
  let values: Promise<Values> | undefined

  let lexicon: Promise<Lexicon> | undefined
  const spellings = new Map<string, Promise<Spelling>>()

  const ask = (text: string): Promise<readonly EngineResult[]> => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    // A page that has the term only in what is not searched has no score.
    const asked = engine.search(text).then(({ results }) => results.filter(({ score }) => score > 0))
    asked.catch(() => remembered.delete(text))
    remembered.set(text, asked)
    return asked
  }

  const spelling = (word: string): Promise<Spelling> => {
    const file = spellingFile(word)
    const read = spellings.get(file) ?? engine.read(file).then(readSpelling)
    spellings.set(file, read)
    return read
  }

  return {
    async find(query, wanted, asTyped = false) {
      values ??= readValues(engine)
      values.catch(() => {
        values = undefined
      })
      lexicon ??= engine.read(lexiconFile).then(readLexicon)
      const words = await lexicon
      const reader: Reader = { pages: engine.pages, lexicon: words, ask, spelling }
      const [answered, known, pins] = await Promise.all([
        answerPlan(planSearch(query, words), reader, asTyped),
        values,
        pinnedPages(query, words, engine),
      ])
      const ranked = withPinned(answered.ranked, pins)
      const narrowed = {
        kind: known.kind.names.find((kind) => kind === wanted.kind) ?? null,
        folder: known.folder.names.find((folder) => folder === wanted.folder) ?? null,
      }
      const inFolder = ranked.filter(
        ({ id }) => narrowed.folder === null || known.folder.of.get(id) === narrowed.folder,
      )
      const ofKind = ranked.filter(({ id }) => narrowed.kind === null || known.kind.of.get(id) === narrowed.kind)
      const inBoth = inFolder.filter(({ id }) => narrowed.kind === null || known.kind.of.get(id) === narrowed.kind)
      return {
        query,
        narrowed,
        total: inBoth.length,
        kinds: counts(inFolder, known.kind),
        folders: counts(ofKind, known.folder),
        unknown: answered.unknown,
        understood: understood(answered.answers),
        propose: words.propose,
        answered,
        hits: (ten) => hitsOf(inBoth.slice(ten * 10, ten * 10 + 10), answered, pins, engine.pages, today()),
        nearest: async () => {
          const near = (await nearestWords(answered.unknown, reader)).join(' ')
          if (near === '') return []
          const others = await answerPlan(planSearch(near, words), reader, true)
          return hitsOf(others.ranked.slice(0, mostNear), others, [], engine.pages, today())
        },
      }
    },
  }
}

const readSpelling = (value: unknown): Spelling =>
  typeof value === 'object' && value !== null ? (value as Spelling) : {}

/** Pages that the handbook itself names for this question. */
async function pinnedPages(query: string, { pinned }: Lexicon, engine: Engine): Promise<readonly EngineResult[]> {
  const asked = stemAll(query)
  const pins = pinned.flatMap(({ question }, index) => (stemAll(question) === asked ? [index] : []))
  const found = await Promise.all(pins.map((index) => engine.search(null, { pinned: String(index) })))
  return found.flatMap(({ results }) => results)
}

function withPinned(ranked: readonly Ranked[], pins: readonly EngineResult[]): readonly Ranked[] {
  const ids = new Set(pins.map(({ id }) => id))
  const best = ranked[0]?.score ?? 1
  const first = [...ids].map((id) => ({ id, covered: 1, score: best * 2 }))
  return [...first, ...ranked.filter(({ id }) => !ids.has(id))]
}

interface Values {
  readonly kind: PageValues
  readonly folder: PageValues
}

interface PageValues {
  readonly names: readonly string[]
  /** Value by the id of the page. */
  readonly of: ReadonlyMap<string, string>
}

async function readValues(engine: Engine): Promise<Values> {
  const [kind, folder] = await Promise.all([valuesOf(engine, 'kind'), valuesOf(engine, 'folder')])
  return { kind, folder }
}

/** Which page has which value of a filter: Pagefind only counts for one search, and ours are one a word. */
async function valuesOf(engine: Engine, filter: string): Promise<PageValues> {
  const { filters } = await engine.search(null, { [filter]: '' })
  const names = Object.keys(filters[filter] ?? {})
  const pages = await Promise.all(
    names.map(async (name) => {
      const { results } = await engine.search(null, { [filter]: name })
      return results.map(({ id }): [string, string] => [id, name])
    }),
  )
  return { names, of: new Map(pages.flat()) }
}

function counts(ranked: readonly Ranked[], values: PageValues): readonly FilterCount[] {
  const found = new Map(values.names.map((name) => [name, 0]))
  for (const { id } of ranked) {
    const value = values.of.get(id)
    if (value !== undefined) found.set(value, (found.get(value) ?? 0) + 1)
  }
  return [...found].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1))
}

async function hitsOf(
  ranked: readonly Ranked[],
  { answers, pairs }: Answered,
  pins: readonly EngineResult[],
  pages: number,
  day: string,
): Promise<readonly Hit[]> {
  const weighted = [
    ...answers.map((answer) => ({
      term: answer.term.text,
      weight: weightOf(answer),
      isPair: false,
      byId: byId(answer.readings),
    })),
    ...pairs.map((matches) => ({
      term: '',
      weight: rarity(matches.length, pages),
      isPair: true,
      byId: byId([{ matches }]),
    })),
  ]
  const total = answers.reduce((sum, answer) => sum + weightOf(answer), 0)
  const pinned = new Map(pins.map((pin) => [pin.id, pin]))
  const hits = await Promise.all(
    ranked.map(async ({ id, score }) => {
      const found = weighted.flatMap(({ term, weight, isPair, byId: pages }) => {
        const matches = pages.get(id)
        return matches === undefined ? [] : [{ term, weight, isPair, matches }]
      })
      const fragment = await (found[0]?.matches[0] ?? pinned.get(id))?.data()
      if (fragment === undefined) return null
      const places = found.map(({ term, weight, isPair, matches }) => ({
        term,
        weight,
        isPair,
        words: new Set(matches.flatMap(({ words }) => words)),
      }))
      const hit = readHit(
        fragment,
        { places: places.filter(({ isPair }) => !isPair), shown: places },
        { score, total },
        day,
      )
      return { ...hit, id, isPinned: pinned.has(id) }
    }),
  )
  return orderHits(hits.filter((hit) => hit !== null))
}

/** Matches of a page, in whichever way a term was read. */
function byId(
  readings: readonly { readonly matches: readonly EngineResult[] }[],
): ReadonlyMap<string, readonly EngineResult[]> {
  return Map.groupBy(
    readings.flatMap(({ matches }) => matches),
    ({ id }) => id,
  )
}
