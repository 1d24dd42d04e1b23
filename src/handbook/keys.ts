import type { Change, PageChange } from '../model/history.ts'
import type { Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { digestOf } from '../text/digest.ts'
import type { Assembly, ShownChange, ShownTouch } from './assembly.ts'
import type { GonePage } from './gone-pages.ts'
import { linksAsShown } from './links-as-shown.ts'
import { hasArchive } from './version-archive.ts'
import { addressesOf, maskedBy } from './views/change.ts'
import { forgeLinks, historyAbsence, pageFacts, pageRecord } from './views/facts.ts'
import { childItems } from './views/items.ts'
import { lifeOf } from './views/life.ts'
import { stripOf } from './views/strip.ts'
import { crumbs, topTree, treeView } from './views/tree.ts'
import { uncommittedWords } from './views/uncommitted.ts'
import { historyShown } from './visibility.ts'

/**
 * Key of a page: the hash of what its view is made of. Text and reasons are not rendered for it; they follow from
 * the file's digest, the links as they resolve today, and the ids of the changes.
 */
export function pageKey(assembly: Assembly, page: Page): string {
  const { route } = page
  const standing = assembly.standing.get(route)
  const linkedFrom = assembly.linkedFrom.get(route) ?? []
  return digestOf(
    page.drawn,
    page.path,
    page.title,
    page.description,
    page.lang,
    page.kind,
    page.isMdx,
    linksAsShown(assembly, page),
    lifeOf(assembly, page),
    pageFacts(assembly, page),
    pageRecord(assembly, page),
    [standing?.previous?.route, standing?.previous?.title, standing?.next?.route, standing?.next?.title],
    linkedFrom.map((each) => [each.route, each.title]),
    standing === undefined ? [] : childItems(assembly, route, standing.node),
    whysKey(assembly, page),
    sharedKey(assembly, page),
  )
}

/** Blocks of a page with the changes that explain them, which may have landed on another page. */
function whysKey(assembly: Assembly, page: Page): unknown {
  const places = new Map<string, number>()
  const digests: string[] = []
  const place = ({ change, reasoning }: PageChange): number => {
    const known = places.get(change.id)
    if (known !== undefined) return known
    const shown = assembly.changeById.get(change.id)
    places.set(change.id, digests.length)
    // Of a branch's reasons a block shows those of its own page.
    const own = reasoning === change.reasoning ? '' : (reasoning?.text ?? '')
    return digests.push(`${shown === undefined ? '' : changeDigest(assembly, shown)}${own}`) - 1
  }
  const blocks = assembly
    .blocksOf(page)
    .map(({ id, line, endLine, chain, introduced }) => [
      id,
      line,
      endLine,
      introduced && place(introduced.change),
      chain.map((step) => [place(step.change), step.class]),
    ])
  return [blocks, digests]
}

/** Key of a page's history page. */
export function historyKey(assembly: Assembly, page: Page): string {
  return digestOf(page.title, page.path, hasArchive(assembly, page), sharedKey(assembly, page))
}

/** Key of a month of changes. */
export function monthKey(assembly: Assembly, changes: readonly ShownChange[]): string {
  return digestOf(
    topKey(assembly),
    changes.map((shown) => [changeDigest(assembly, shown), touchesKey(assembly, shown.touches)]),
  )
}

/** Key of a change's own page; its neighbours are named on it. */
export function changeKey(
  assembly: Assembly,
  shown: ShownChange,
  newer: ShownChange | undefined,
  older: ShownChange | undefined,
): string {
  const neighbours = [newer, older].map((each) => each && [each.change.id, each.change.title, each.hasPage])
  return digestOf(
    topKey(assembly),
    changeDigest(assembly, shown),
    touchesKey(assembly, shown.touches),
    neighbours,
    shown.change.commits,
    shown.touches.map(({ page }) => page && addressesOf(page)),
    shown.touches.map((each) => [historyShown(assembly, each) === 'masked' && maskedBy(assembly, each)]),
  )
}

/** Key of a page that is gone. */
export function goneKey(assembly: Assembly, { shown, touch, replacedBy }: GonePage): string {
  return digestOf(
    topKey(assembly),
    changeDigest(assembly, shown),
    touchesKey(assembly, shown.touches),
    touch,
    replacedBy && [replacedBy.route, replacedBy.title],
  )
}

const shared = new WeakMap<Assembly, Map<Page, string>>()

/** What a page and its history page both show: where it stands and all its changes; computed once an assembly. */
function sharedKey(assembly: Assembly, page: Page): string {
  const keys = shared.get(assembly) ?? new Map<Page, string>()
  shared.set(assembly, keys)
  const known = keys.get(page)
  if (known !== undefined) return known
  const changes = assembly.changesOfPage.get(page.route) ?? []
  const key = digestOf(
    crumbs(assembly, page.route),
    treeView(assembly, page.route),
    forgeLinks(assembly, page),
    changes.map(({ change, touch, reasoning }) => {
      const shown = assembly.changeById.get(change.id)
      return [
        shown === undefined ? null : changeDigest(assembly, shown),
        // Of a branch's reasons a page shows its own.
        reasoning === change.reasoning ? null : reasoning,
        touch.kind,
        touch.path,
        touch.previousPath,
        touch.added,
        touch.removed,
      ]
    }),
    stripOf(assembly, page),
    historyAbsence(assembly, page, changes),
    uncommittedWords(assembly, page),
    assembly.historyHidden.has(page.route),
  )
  keys.set(page, key)
  return key
}

const tops = new WeakMap<Assembly, string>()

/** The top level of the tree, which stands on all of our own pages; computed once an assembly. */
function topKey(assembly: Assembly): string {
  const key = tops.get(assembly) ?? digestOf(topTree(assembly, '/' as Route, false))
  tops.set(assembly, key)
  return key
}

const digests = new WeakMap<Change, string>()

/** Everything of a change but what it touched; computed once a change. */
function changeDigest(assembly: Assembly, { change, hasPage, touches }: ShownChange): string {
  let digest = digests.get(change)
  if (digest === undefined) {
    const { id, title, landedAt, reasoning, mergeRequest, authors, mergedBy, commits } = change
    const address = mergeRequest === null ? null : (assembly.forge?.mergeRequest(mergeRequest) ?? null)
    const detail = commits.map((commit) => commit.id)
    digest = digestOf(id, title, landedAt, reasoning, mergeRequest, address, authors, mergedBy, detail)
    digests.set(change, digest)
  }
  return `${digest}${hasPage}${touches.length}`
}

const touchDigests = new WeakMap<readonly ShownTouch[], string>()

/** The pages that a change touched, as its month and its own page show them; computed once. */
function touchesKey(assembly: Assembly, touches: readonly ShownTouch[]): string {
  const known = touchDigests.get(touches)
  if (known !== undefined) return known
  const digest = digestOf(
    touches.map((each) => {
      const { touch, page } = each
      const owner =
        page === null ? null : [page.route, page.title, page.owner, assembly.standing.get(page.route)?.above[1]?.label]
      return [owner, touch, historyShown(assembly, each)]
    }),
  )
  touchDigests.set(touches, digest)
  return digest
}
