import { anchorOn } from '../content/anchor.ts'
import type { Content } from '../content/read.ts'
import type { History } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { encodeRoute } from '../text/relative.ts'
import { type Gate, isHistoryHidden, isPrivate } from './visibility.ts'

/** A heading of today. */
export interface AnchorNow {
  readonly page: Page
  readonly anchor: string
}

/** By the path of a page, from an anchor that it has no more to where its heading is. */
export type ShownAnchors = ReadonlyMap<RepoPath, ReadonlyMap<string, AnchorNow>>

/**
 * Old anchors of pages that this build may tell of: of pages that are shown with their history, and never what they were
 * called while they were private.
 */
export function shownAnchors(gate: Gate, history: History, content: Content): ShownAnchors {
  const shown = new Map<RepoPath, Map<string, AnchorNow>>()
  for (const [path, anchors] of history.movedAnchors((id) => gate.redaction.hasCommit(id))) {
    const page = content.byPath.get(path)
    if (page === undefined || isHistoryHidden(gate, page)) continue
    if (history.changesOf(path).some(({ change, touch }) => isPrivate(gate, change, touch))) continue
    const own = new Map<string, AnchorNow>()
    for (const [anchor, place] of anchors) {
      const target = content.byPath.get(place.path)
      const now = target === undefined ? null : anchorOn(target, place.anchor)
      if (target !== undefined && now !== null && anchorOn(page, anchor) === null) {
        own.set(anchor, { page: target, anchor: now })
      }
    }
    if (own.size > 0) shown.set(path, own)
  }
  return shown
}

/**
 * Old anchors for the script that leads on from them, `_whybook/anchors.json`: by the route of a page, from the old
 * anchor to the address below the site's root.
 */
export function anchorsJson(content: Content, anchors: ShownAnchors): string {
  const routes: Record<string, Record<string, string>> = Object.create(null)
  for (const page of content.pages) {
    const own = anchors.get(page.path)
    if (own === undefined) continue
    const targets: Record<string, string> = Object.create(null)
    for (const [anchor, to] of own)
      targets[anchor] = `${encodeRoute(to.page.route).slice(1)}#${encodeURIComponent(to.anchor)}`
    routes[page.route] = targets
  }
  return JSON.stringify(routes)
}
