import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Handbook } from '../handbook/handbook.ts'
import type { SearchDocument } from '../handbook/search-documents.ts'
import { searchIndex } from '../search/search-index.ts'
import type { Search } from './search-tool.ts'

/** Searches an index of its own, made when it is first asked: what was built last may be another state, or absent. */
export interface OwnSearch {
  readonly search: Search
  /** Forgets the index, because the handbook is another; searches that are under way end with it. */
  drop(): void
  /** Removes all that was written. */
  close(): Promise<void>
}

interface Index {
  readonly folder: Promise<string>
  readonly uses: Set<Promise<unknown>>
}

/** @param build - writes an index of the documents into a folder */
export function ownSearch(
  handbook: Pick<Handbook, 'searchDocuments'>,
  build: (documents: Iterable<SearchDocument>, out: string) => Promise<unknown>,
): OwnSearch {
  let index: Index | undefined
  const removals = new Set<Promise<void>>()
  const made = async (): Promise<string> => {
    const out = await mkdtemp(join(tmpdir(), 'whybook-mcp-'))
    try {
      await build(handbook.searchDocuments(), out)
    } catch (cause) {
      await rm(out, { recursive: true, force: true })
      throw cause
    }
    return out
  }
  const remove = async ({ folder, uses }: Index): Promise<void> => {
    await Promise.allSettled(uses)
    const out = await folder.catch(() => null)
    if (out !== null) await rm(out, { recursive: true, force: true })
  }
  const drop = (): void => {
    if (index === undefined) return
    const removal = remove(index).finally(() => removals.delete(removal))
    removals.add(removal)
    index = undefined
  }
  return {
    search: async (words) => {
      index ??= { folder: made(), uses: new Set() }
      const own = index
      const use = own.folder.then((folder) => searchIndex(folder, words))
      own.uses.add(use)
      try {
        return await use
      } catch (cause) {
        // The next search makes an index anew, in case that what was wrong is right by then.
        if (index === own) drop()
        throw cause
      } finally {
        own.uses.delete(use)
      }
    },
    drop,
    close: async () => {
      drop()
      await Promise.allSettled(removals)
    },
  }
}
