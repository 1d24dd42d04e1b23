import type { RepoPath } from '../model/ids.ts'
import type { Entry, PageEvent } from './index-data.ts'
import { Pages } from './pages.ts'

/** A page that began as a copy, and how often its original had been edited by then. */
interface Copy {
  readonly birth: PageEvent
  readonly edits: number
}

/** Of 24 pages that were copied and removed later, those that had moved were edited at most twice in between, the others eight times and more. */
const MOST_EDITS = 3

/** Pages of the main line, and of each imported history that is not joined yet, while entries are read. */
export class LineState {
  readonly #lanes = new Map<number, Pages>()
  readonly #removed = new Map<number, Pages>()
  readonly #paths = new Map<number, RepoPath>()
  readonly #copies = new Map<number, Copy[]>()
  /** How often the text of each page has changed. */
  readonly #edits = new Map<number, number>()
  nextPage = 0
  nextLane = 1

  pages(lane: number): Pages {
    return laneOf(this.#lanes, lane)
  }

  /** The page that was last removed from each path. */
  removed(lane: number): Pages {
    return laneOf(this.#removed, lane)
  }

  /**
   * Births of pages that began as a copy of a page and still stand, of those after which the page itself was hardly
   * edited any more: one that went on living is an example that others were made from, not a page that moved.
   */
  copiesOf(page: number, lane: number): readonly PageEvent[] {
    const edits = this.#edits.get(page) ?? 0
    const late = (this.#copies.get(page) ?? []).filter((copy) => edits - copy.edits <= MOST_EDITS)
    return late.map(({ birth }) => birth).filter((birth) => this.pathOf(birth.page, lane) !== undefined)
  }

  /** Where a page stands; undefined for one that is gone. */
  pathOf(page: number, lane: number): RepoPath | undefined {
    const path = this.#paths.get(page)
    return path !== undefined && this.pages(lane).get(path)?.page === page ? path : undefined
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
      const old = kind === 'moved' || kind === 'removed' ? this.pathOf(page, lane) : undefined
      if (old !== undefined) pages.delete(old)
      if (kind === 'removed') this.removed(lane).set(path, { page, blob })
    }
    for (const event of events) {
      const { kind, page, path, blob, other } = event
      this.nextPage = Math.max(this.nextPage, page + 1)
      if (kind === 'removed' || kind === 'joined') continue
      pages.set(path, { page, blob })
      // A path that holds a page again is nobody's to come back to.
      this.removed(lane).delete(path)
      this.#paths.set(page, path)
      if (event.added + event.removed > 0) this.#edits.set(page, (this.#edits.get(page) ?? 0) + 1)
      if (other < 0) continue
      const copy = { birth: event, edits: this.#edits.get(other) ?? 0 }
      this.#copies.set(other, [...(this.#copies.get(other) ?? []), copy])
    }
    this.nextLane = Math.max(this.nextLane, lane + 1, ...joins.map((joined) => joined + 1))
  }
}

function laneOf(lanes: Map<number, Pages>, lane: number): Pages {
  const known = lanes.get(lane) ?? new Pages()
  lanes.set(lane, known)
  return known
}
