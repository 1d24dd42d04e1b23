import type { AnchorPlace } from '../model/history.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import type { Entry } from './index-data.ts'

/** Moves that one anchor is followed through; names that lead in a circle end here. */
const MOST_STEPS = 50

/**
 * Where anchors lead that pages have had: each is followed through everything that happened to its heading.
 *
 * @param entries - in the order of landing
 * @param pathOf - where each page stands today, also one that goes on as another
 * @param isSkipped - entries of which nothing may be told
 * @returns by the path of today's page, from the old anchor to where it is now
 */
export function movedAnchors(
  entries: readonly Entry[],
  pathOf: ReadonlyMap<number, RepoPath>,
  isSkipped: (id: CommitId) => boolean,
): ReadonlyMap<RepoPath, ReadonlyMap<string, AnchorPlace>> {
  const next = new Map<number, Map<string, { readonly page: number; readonly anchor: string }>>()
  for (const { id, headings } of entries) {
    if (headings.length === 0 || isSkipped(id)) continue
    for (const { page, anchor, toPage, toAnchor } of headings) {
      const anchors = next.get(page) ?? new Map()
      next.set(page, anchors)
      // The newest word counts: a name may have been given away more than once.
      anchors.set(anchor, { page: toPage, anchor: toAnchor })
    }
  }
  const found = new Map<RepoPath, Map<string, AnchorPlace>>()
  for (const [page, anchors] of next) {
    const path = pathOf.get(page)
    if (path === undefined) continue
    for (const [anchor, first] of anchors) {
      let place = first
      for (let step = 0; step < MOST_STEPS; step += 1) {
        const further = next.get(place.page)?.get(place.anchor)
        if (further === undefined || (further.page === page && further.anchor === anchor)) break
        place = further
      }
      const to = pathOf.get(place.page)
      if (to === undefined) continue
      const own = found.get(path) ?? new Map<string, AnchorPlace>()
      found.set(path, own)
      own.set(anchor, { path: to, anchor: place.anchor })
    }
  }
  return found
}
