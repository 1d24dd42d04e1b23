import { join } from 'node:path'
import { indexFolder } from './build-index.ts'
import { withIndex } from './open-index.ts'
import { finderOf } from './query/find.ts'

/** Where the place of a result comes from. */
export interface Explained {
  readonly path: string
  readonly title: string
  readonly score: number
  /** What the words gave, before title and status were looked at. */
  readonly words: number
  /** Share of the question that the page has, 0 to 1. */
  readonly covered: number
  readonly isPinned: boolean
  readonly isPast: boolean
  /** Terms of the question that the page has, each as it was read best. */
  readonly terms: readonly {
    readonly term: string
    readonly as: string
    readonly kind: string
    readonly gave: number
  }[]
}

/**
 * Tells of the first ten results of a search where their places come from.
 *
 * @throws {WhybookError} `search/no-index`, `search/unreadable`
 */
export async function explainSearch(outDir: string, words: string): Promise<readonly Explained[]> {
  return withIndex(join(outDir, indexFolder), async (engine) => {
    const found = await finderOf(engine).find(words, { kind: null, folder: null })
    const { answers, ranked } = found.answered
    return (await found.hits(0)).map(({ id, path, title, score, isPinned, isPast }) => {
      const rank = ranked.find((page) => page.id === id)
      const terms = answers.flatMap(({ term, readings }) => {
        const [best] = readings
          .flatMap(({ kind, text, share, matches }) => {
            const match = matches.find((one) => one.id === id)
            return match === undefined ? [] : [{ as: text, kind, gave: match.score * share * term.weight }]
          })
          .sort((a, b) => b.gave - a.gave)
        return best === undefined ? [] : [{ term: term.text, ...best }]
      })
      return { path, title, score, words: rank?.score ?? 0, covered: rank?.covered ?? 0, isPinned, isPast, terms }
    })
  })
}
