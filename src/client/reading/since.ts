import type { LatelyFile, NewsWeight } from '../../model/lately-file.ts'
import type { Mark } from './store.ts'

export type News = LatelyFile['changes'][number]

/** What has changed since a mark. */
export interface Since {
  /**
   * `told`: these; `more`: these and older ones that the file does not tell; `unknown`: the change that was read last is
   * no longer there, because the history was rewritten, so nobody can tell.
   */
  readonly kind: 'told' | 'more' | 'unknown'
  /** Newest first. */
  readonly news: readonly News[]
}

/** The changes after a mark, as far as `lately.json` tells them. */
export function sinceMark({ changes, total }: LatelyFile, mark: Mark): Since {
  const at = changes.findIndex(({ id }) => id === mark.id)
  if (at !== -1) return { kind: 'told', news: changes.slice(0, at) }
  const oldest = changes.at(-1)
  // It lies further back than the file reaches, and more has come since then: that it is still there is taken on trust.
  if (oldest !== undefined && mark.ordinal < oldest.ordinal && mark.ordinal <= total)
    return { kind: 'more', news: changes }
  return { kind: 'unknown', news: [] }
}

/** News of one page alone. */
export function ofPage({ pages }: LatelyFile, news: readonly News[], route: string): readonly News[] {
  const at = pages.findIndex(([each]) => each === route)
  return at === -1 ? [] : news.filter((each) => each.pages.includes(at))
}

const headings: readonly (readonly [NewsWeight, string])[] = [
  ['new-policy', 'New policies'],
  ['policy', 'Changed policies'],
  ['decision', 'Decisions'],
  ['rest', 'The rest'],
]

/** News by their weight, the heaviest first; no group is empty. */
export function byWeight(
  news: readonly News[],
): readonly { readonly heading: string; readonly news: readonly News[] }[] {
  return headings
    .map(([weight, heading]) => ({ heading, news: news.filter((each) => each.weight === weight) }))
    .filter((group) => group.news.length > 0)
}

/** Reads the file; null when it is none. */
export function latelyFile(json: unknown): LatelyFile | null {
  const file = json as Partial<LatelyFile> | null
  return file?.schema === 1 && Array.isArray(file.changes) && Array.isArray(file.pages) ? (file as LatelyFile) : null
}
