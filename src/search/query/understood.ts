import type { ReadAnswer } from './answer.ts'
import type { ReadingKind } from './readings.ts'

/** A word of the question that was taken for others. */
export interface Understood {
  readonly typed: string
  readonly as: readonly string[]
  readonly kind: ReadingKind
}

/** `Showing results for “travel” instead of “trvael”.` */
export function understoodSentence({ typed, as, kind }: Understood): string {
  const others = as.map((word) => `“${word}”`)
  const list = others.length < 2 ? others.join('') : `${others.slice(0, -1).join(', ')} and ${others.at(-1)}`
  if (kind === 'acronym') return `${typed}: ${as.join(', ')}.`
  if (kind === 'synonym') return `Showing results for ${list}, since no page has “${typed}”.`
  return `Showing results for ${list} instead of “${typed}”.`
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
