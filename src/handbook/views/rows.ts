import { plainText, renderReason } from '../../markdown/inline.ts'
import type { Change, PageChange, Reasoning } from '../../model/history.ts'
import type { Route } from '../../model/ids.ts'
import { reasonLabel, sourceWords, withoutOwnLabel } from '../../model/reason-words.ts'
import type { ChangeRow, LinkView, ReasonView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import { visible } from '../../text/visible.ts'
import { type Assembly, type ShownChange, type ShownTouch, shortId } from '../assembly.ts'
import { monthOf } from '../site-routes.ts'

const mostPagesNamed = 6
const shortReason = 280

const reasons = new WeakMap<Reasoning, ReasonView>()

/** A reason as pages show it, or null when none was recorded. Rendered once, and whole when it is asked for. */
export function reasonView(reasoning: Reasoning | null): ReasonView | null {
  if (reasoning === null) return null
  const known = reasons.get(reasoning)
  if (known !== undefined) return known
  const { kind, source } = reasoning
  const text = withoutOwnLabel(reasoning.text)
  let html: string | undefined
  const view: ReasonView = {
    // Lists show the short text alone, and there are ten lists for each page that shows the whole.
    get html() {
      html ??= renderReason(text)
      return html
    },
    short: plainText(text, shortReason),
    kind,
    label: reasonLabel(reasoning),
    source: sourceWords(source),
  }
  reasons.set(reasoning, view)
  return view
}

/** Title of a change; some have none, and some none that may be shown. */
export const changeTitle = ({ title }: Change): string => visible(title) || 'Without a title'

/** Address of a change seen from a page: its own page, or its anchor on its month's page. */
export function changeHref(assembly: Assembly, from: Route, shown: ShownChange): string {
  const id = shortId(shown.change)
  return shown.hasPage
    ? hrefFrom(from, assembly.routes.change(id))
    : `${hrefFrom(from, assembly.routes.month(monthOf(shown.change.landedAt)))}#c-${id}`
}

/** A change in a list of the whole handbook: the pages it touched are named. */
export function changeRow(assembly: Assembly, from: Route, shown: ShownChange): ChangeRow {
  return {
    ...base(assembly, from, shown),
    added: sum(shown.touches, (each) => each.touch.added),
    removed: sum(shown.touches, (each) => each.touch.removed),
    kind: null,
    previousPath: null,
    path: null,
    pages: shown.touches.slice(0, mostPagesNamed).map((each) => touchLink(from, each)),
    pageCount: shown.touches.length,
  }
}

/** A change in the history of one page. */
export function pageChangeRow(assembly: Assembly, from: Route, { change, touch, reasoning }: PageChange): ChangeRow {
  const shown = assembly.changeById.get(change.id)
  if (shown === undefined) throw new Error(`change ${change.id} of a page is not among the shown ones`)
  return {
    ...base(assembly, from, shown),
    reason: reasonView(reasoning),
    added: touch.added,
    removed: touch.removed,
    kind: touch.kind,
    previousPath: touch.previousPath === null ? null : visible(touch.previousPath),
    path: visible(touch.path),
    pages: [],
    pageCount: shown.touches.length,
  }
}

/** A page that a change touched: a link while the page is there, else its path as text. */
export function touchLink(from: Route, { touch, page }: ShownTouch): LinkView {
  return page === null
    ? { label: visible(touch.path), href: '' }
    : { label: page.title, href: hrefFrom(from, page.route) }
}

function base(assembly: Assembly, from: Route, shown: ShownChange) {
  const { change } = shown
  const reference = change.mergeRequest
  return {
    id: shortId(change),
    href: changeHref(assembly, from, shown),
    title: changeTitle(change),
    landedAt: change.landedAt,
    reason: reasonView(change.reasoning),
    mergeRequest:
      reference === null
        ? null
        : { reference: visible(reference.reference), href: assembly.forge?.mergeRequest(reference) ?? null },
    authors: change.authors.map((author) => visible(author.name)),
    mergedBy: change.mergedBy === null ? null : visible(change.mergedBy.name),
  }
}

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0)
