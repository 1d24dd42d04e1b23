import type { RepoPath } from '../model/ids.ts'
import type { Entry } from './index-data.ts'

/** A page as it stands after an entry. */
export interface PageState {
  readonly page: number
  /** First 12 characters of the blob id. */
  readonly blob: string
}

/** Pages by the path they stand at. */
export type Pages = Map<RepoPath, PageState>

/** Pages of the main line, and of each imported history that is not joined yet, while entries are read. */
export class LineState {
  readonly #lanes = new Map<number, Pages>()
  readonly #removed = new Map<number, Pages>()
  readonly #paths = new Map<number, RepoPath>()
  nextPage = 0
  nextLane = 1

  pages(lane: number): Pages {
    return laneOf(this.#lanes, lane)
  }

  /** The page that was last removed from each path. */
  removed(lane: number): Pages {
    return laneOf(this.#removed, lane)
  }

  /** Brings the books up to date with an entry. */
  apply({ lane, joins, events }: Pick<Entry, 'lane' | 'joins' | 'events'>): void {
    const pages = this.pages(lane)
    for (const joined of joins) {
      this.#lanes.delete(joined)
      this.#removed.delete(joined)
    }
    // Pages leave before others arrive: in a swap each stands where the other stood.
    for (const { kind, page, path, blob } of events) {
      const old = kind === 'moved' || kind === 'removed' ? this.#paths.get(page) : undefined
      if (old !== undefined && pages.get(old)?.page === page) pages.delete(old)
      if (kind === 'removed') this.removed(lane).set(path, { page, blob })
    }
    for (const { kind, page, path, blob } of events) {
      this.nextPage = Math.max(this.nextPage, page + 1)
      if (kind === 'removed' || kind === 'joined') continue
      pages.set(path, { page, blob })
      // A path that holds a page again is nobody's to come back to.
      this.removed(lane).delete(path)
      this.#paths.set(page, path)
    }
    this.nextLane = Math.max(this.nextLane, lane + 1, ...joins.map((joined) => joined + 1))
  }
}

function laneOf(lanes: Map<number, Pages>, lane: number): Pages {
  const known = lanes.get(lane) ?? new Map()
  lanes.set(lane, known)
  return known
}
