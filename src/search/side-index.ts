import { join } from 'node:path'
import type { SearchDocument } from '../handbook/search-documents.ts'
import { type IndexRequest, type KeptIndex, keepSearchIndex } from './update/keep-index.ts'

/** Indexes beside that of the pages. */
export type SideIndexName = 'changes'

/** Folder of such an index below the output folder. */
export const sideFolder = (name: SideIndexName): string => `_whybook/search-${name}`

/** One thing that such an index finds: a document, and what stands for all of it. */
export interface SideRecord {
  readonly key: string
  readonly document: SearchDocument
}

/** Where an index beside that of the pages is made, and what is left of the last one. */
export interface SideRequest extends Pick<IndexRequest, 'words' | 'key'> {
  /** Output folder, and the last one; null without one. */
  readonly out: string
  readonly last: string | null
  /** Folder of caches. */
  readonly work: string
}

/**
 * Makes an index beside that of the pages, as that one is made: what has not changed is taken from the last.
 *
 * @returns files of the last one that belong into it, by their path in the output
 * @throws {WhybookError} as {@link keepSearchIndex}
 */
export async function buildSideIndex(
  name: SideIndexName,
  records: readonly SideRecord[],
  { out, last, work, words, key }: SideRequest,
): Promise<KeptIndex> {
  const keys = new Map<string, string>(records.map((record) => [record.document.route, record.key]))
  return keepSearchIndex({
    pages: () => records.map(({ document }) => document),
    keyOf: (route) => keys.get(route) ?? '',
    // Questions are pinned to pages.
    words: { ...words, pinned: [], propose: null },
    key,
    folder: join(out, sideFolder(name)),
    last: last === null ? null : join(last, sideFolder(name)),
    state: join(work, `search-state-${name}`),
  })
}
