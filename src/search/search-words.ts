import { stemAll } from './query/stem.ts'
import { englishSynonyms } from './words/english-synonyms.ts'

/** What a handbook's search knows before it has read a page: our lists, and what `search.yml` says. */
export interface SearchWords {
  /** Groups of words that mean the same. */
  readonly groups: readonly (readonly string[])[]
  readonly stop: readonly string[]
  readonly keep: readonly string[]
  readonly pinned: readonly { readonly question: string; readonly route: string }[]
  /** Form for a new page on the forge; null without one. */
  readonly propose: string | null
}

/** Our lists alone. */
export const ourWords: SearchWords = {
  groups: englishSynonyms
    .trim()
    .split('\n')
    .map((line) => line.split('|')),
  stop: [],
  keep: [],
  pinned: [],
  propose: null,
}

/** Finds words that a title could have been written with as well: `maternity`, `paternity` for `Parental leave`. */
export function titleWords({ groups }: SearchWords): (title: string) => readonly string[] {
  const keys = groups.map((group) => ({ group, stems: group.map((text) => stemAll(text)) }))
  return (title) => {
    const own = ` ${stemAll(title)} `
    const has = (stem: string): boolean => stem !== '' && own.includes(` ${stem} `)
    const found = keys
      .filter(({ stems }) => stems.some(has))
      .flatMap(({ group, stems }) => group.filter((_, at) => !has(stems[at] ?? '')))
    return [...new Set(found)]
  }
}
