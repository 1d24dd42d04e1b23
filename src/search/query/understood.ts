import type { ReadAnswer } from './answer.ts'
import type { ReadingKind } from './readings.ts'

/** A word of the question that was taken for others. */
export interface Understood {
  readonly typed: string
  readonly as: readonly string[]
  readonly kind: ReadingKind
}

/** What is said of how a question was understood: nothing of words that are found as they stand. */
export function understood(answers: readonly ReadAnswer[]): readonly Understood[] {
  return answers.flatMap(({ term, readings }) => {
    const has = (kind: ReadingKind): readonly string[] =>
      readings.filter((reading) => reading.kind === kind).map(({ text }) => text)
    // Half a word (`allowanc`) finds the pages of the whole one.
    const begun = new Set(
      readings.flatMap(({ kind, matches }) => (kind === 'ending' ? matches.map(({ id }) => id) : [])),
    )
    const others = readings.filter(({ kind }) => kind !== 'own' && kind !== 'ending')
    const isBegun = begun.size > 0 && others.every(({ matches }) => matches.every(({ id }) => begun.has(id)))
    const isFound = isBegun || readings.some(({ kind }) => kind === 'own')
    const kinds: readonly ReadingKind[] = isFound
      ? ['acronym']
      : ['spelling', 'joined', 'variant', 'acronym', 'country', 'synonym']
    const kind = kinds.find((some) => has(some).length > 0)
    return kind === undefined || has(kind)[0] === term.text ? [] : [{ typed: term.text, as: has(kind), kind }]
  })
}
