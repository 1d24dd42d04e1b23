import type { Engine, EngineResult } from './engine.ts'
import { type Hit, orderHits, readHit } from './hit.ts'
import { meantBy } from './meant.ts'
import { type Plan, planSearch } from './plan.ts'
import { type Answer, type Ranked, rankPages, rarity, weightOf } from './rank.ts'

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
  /**
   * The first ten results, the second ten and so on, counted from 0; ordered among themselves by what only their
   * text tells (SEARCH.md 5, step 5).
   */
  hits(ten: number): Promise<readonly Hit[]>
}

/** Asks an index, and remembers its answers. */
export interface Finder {
  find(query: string, narrowed: Narrowed): Promise<Found>
}

const mostRemembered = 200

/** The one way to search, used by the browser and by `whybook search`: same words, same order. */
export function finderOf(engine: Engine): Finder {
  const remembered = new Map<string, Promise<readonly EngineResult[]>>()
  let values: Promise<Values> | undefined

  const ask = (text: string): Promise<readonly EngineResult[]> => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const asked = engine.search(text).then(({ results }) => {
      // A page that has the term only in what is not searched has no score.
      const scored = results.filter(({ score }) => score > 0)
      return meantBy(text, scored, engine)
    })
    asked.catch(() => remembered.delete(text))
    remembered.set(text, asked)
    return asked
  }

  return {
    async find(query, wanted) {
      values ??= readValues(engine)
      values.catch(() => {
        values = undefined
      })
      const plan = planSearch(query)
      const [answers, phrase, known] = await Promise.all([
        answersTo(plan, ask),
        plan.phrase === null ? [] : ask(plan.phrase),
        values,
      ])
      const ranked = rankPages(answers, engine.pages, phrase)
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
        unknown: answers.filter(({ matches }) => matches.length === 0).map(({ term }) => term.text),
        hits: (ten) => hitsOf(inBoth.slice(ten * 10, ten * 10 + 10), answers, phrase, engine.pages),
      }
    },
  }
}

interface EngineAnswers extends Answer {
  readonly matches: readonly EngineResult[]
}

/** A term that no page has is asked for in its parts. */
async function answersTo(
  plan: Plan,
  ask: (text: string) => Promise<readonly EngineResult[]>,
): Promise<readonly EngineAnswers[]> {
  const answers = await Promise.all(
    plan.terms.map(async (term): Promise<readonly EngineAnswers[]> => {
      const matches = await ask(term.text)
      if (matches.length > 0 || term.instead.length === 0) return [{ term, matches }]
      return Promise.all(term.instead.map(async (text) => ({ term: { ...term, text }, matches: await ask(text) })))
    }),
  )
  return answers.flat()
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
  answers: readonly EngineAnswers[],
  phrase: readonly EngineResult[],
  pages: number,
): Promise<readonly Hit[]> {
  const phrases = new Map(phrase.map((match) => [match.id, new Set(match.words)]))
  const weighted = answers.map((answer) => ({
    weight: weightOf(answer, pages),
    byId: new Map(answer.matches.map((match) => [match.id, match])),
  }))
  const hits = await Promise.all(
    ranked.map(async ({ id, score }) => {
      const matches = weighted.flatMap(({ weight, byId }) => {
        const match = byId.get(id)
        return match === undefined ? [] : [{ weight, match }]
      })
      const fragment = await matches[0]?.match.data()
      if (fragment === undefined) return null
      const places = matches.map(({ weight, match }) => ({ weight, words: new Set(match.words) }))
      const standing = phrases.get(id)
      const shown =
        standing === undefined ? places : [...places, { weight: rarity(phrase.length, pages), words: standing }]
      return readHit(
        fragment,
        { places, shown },
        { score, total: weighted.reduce((sum, { weight }) => sum + weight, 0) },
      )
    }),
  )
  return orderHits(hits.filter((hit) => hit !== null))
}
