import type { RepoPath, Route } from '../model/ids.ts'
import type { Page, TreeNode } from '../model/page.ts'
import type { Addresses } from './addresses.ts'
import { folderOf, humanise, indexRank, nameOf, numberOf, stemOf } from './file-names.ts'
import { REST } from './folder-navigation.ts'
import type { Navigation } from './navigation-entry.ts'

/** What the tree is made from. */
export interface TreeInput {
  readonly pages: readonly Page[]
  readonly addresses: Addresses
  readonly contentRoot: RepoPath
  readonly navigation: Navigation
  readonly name: string
  readonly lang: string
}

interface Draft {
  readonly route: Route
  page: Page | null
  folder: RepoPath | null
  children: Draft[]
  /** Earliest place in a navigation file of a page at or below. */
  place: number
}

/**
 * The navigation tree, from nothing but the pages: a node for each address and for each folder on the way to it.
 *
 * Neighbours stand in the order of a navigation file, then in that of their folder's own, then by `weight`, `nav_order`, `sidebar_position` or the number in
 * front of their name, then a folder's second index, then by title as the language sorts.
 */
export function treeOf(input: TreeInput): TreeNode {
  const nodes = new Map<Route, Draft>()
  const nodeAt = (route: Route): Draft => {
    const known = nodes.get(route)
    if (known !== undefined) return known
    const node: Draft = { route, page: null, folder: null, children: [], place: Number.POSITIVE_INFINITY }
    nodes.set(route, node)
    if (route !== '/') nodeAt(above(route)).children.push(node)
    return node
  }
  nodeAt('/' as Route).folder = input.contentRoot
  for (const page of input.pages) {
    nodeAt(page.route).page = page
    for (
      let folder = folderOf(page.path) as RepoPath;
      folder !== input.contentRoot && folder !== '';
      folder = folderOf(folder) as RepoPath
    ) {
      nodeAt(input.addresses.folderRoute(folder)).folder ??= folder
    }
    const place = input.navigation.order.get(page.path) ?? Number.POSITIVE_INFINITY
    for (let node = nodeAt(page.route); ; node = nodeAt(above(node.route))) {
      node.place = Math.min(node.place, place)
      if (node.route === '/') break
    }
  }
  for (const node of nodes.values()) nestByParent(node)
  return finished(nodeAt('/' as Route), input, comparator(input))
}

/**
 * Puts pages below the neighbour that they name as their `parent` (just-the-docs); addresses stay. Those that name
 * each other in a ring stay where they are.
 */
function nestByParent(folder: Draft): void {
  const named = folder.children.filter(({ page }) => page?.frontMatter.parent !== undefined)
  if (named.length === 0) return
  const byTitle = new Map(folder.children.flatMap((child) => (child.page === null ? [] : [[child.page.title, child]])))
  const parentOf = (child: Draft): Draft | undefined => byTitle.get(child.page?.frontMatter.parent ?? '')
  const moved = new Map<Draft, Draft>()
  for (const child of named) {
    const parent = parentOf(child)
    let above = parent
    for (let step = 0; above !== undefined && above !== child && step < 10; step += 1) above = parentOf(above)
    if (parent !== undefined && above === undefined) moved.set(child, parent)
  }
  for (const [child, parent] of moved) parent.children.push(child)
  folder.children = folder.children.filter((child) => !moved.has(child))
}

const above = (route: Route): Route => route.slice(0, route.lastIndexOf('/', route.length - 2) + 1) as Route

function finished(draft: Draft, input: TreeInput, compare: (a: Sorted, b: Sorted) => number): TreeNode {
  const children = draft.children
    .map((child) => ({ draft: child, label: labelOf(child, input) }))
    .sort(compare)
    .map((child) => finished(child.draft, input, compare))
  return {
    label: labelOf(draft, input),
    route: draft.route,
    path: draft.page?.path ?? null,
    folder: draft.folder,
    children,
    count: children.reduce((sum, child) => sum + child.count, draft.page === null ? 0 : 1),
  }
}

function labelOf({ route, page, folder }: Draft, { navigation, name }: TreeInput): string {
  if (route === '/') return name
  if (page !== null)
    return (
      navigation.labels.get(page.path) ??
      page.frontMatter.sidebar_label ??
      page.frontMatter.nav_title ??
      page.frontMatter.linkTitle ??
      page.title
    )
  const label = folder === null ? undefined : navigation.folderLabels.get(folder)
  return label ?? humanise(nameOf(folder ?? route.slice(0, -1)).replace(/^_(?=.)/, ''))
}

interface Sorted {
  readonly draft: Draft
  readonly label: string
}

function comparator({ lang, navigation: { places } }: TreeInput): (a: Sorted, b: Sorted) => number {
  const collator = new Intl.Collator(lang, { numeric: true })
  return (a, b) =>
    difference(a.draft.place, b.draft.place) ||
    difference(placeOf(a.draft, places), placeOf(b.draft, places)) ||
    difference(numberFor(a.draft), numberFor(b.draft)) ||
    secondIndex(a.draft) - secondIndex(b.draft) ||
    collator.compare(a.label, b.label) ||
    (a.draft.route < b.draft.route ? -1 : 1)
}

function difference(a: number, b: number): number {
  return a === b ? 0 : a - b
}

/** Place that a file in the folder of a page or folder gives it. */
function placeOf({ page, folder }: Draft, places: TreeInput['navigation']['places']): number {
  const written = folder === null ? undefined : places.get(folder)
  return written ?? (page === null ? undefined : places.get(page.path)) ?? REST
}

function numberFor({ page, folder }: Draft): number {
  const { weight, nav_order, sidebar_position } = page?.frontMatter ?? {}
  const written = weight ?? nav_order ?? sidebar_position
  const name = folder === null ? nameOf(stemOf(page?.path ?? '')) : nameOf(folder)
  return written ?? numberOf(name) ?? Number.POSITIVE_INFINITY
}

const secondIndex = ({ page, folder }: Draft): number =>
  page !== null && folder === null && indexRank(page.path) !== null ? 0 : 1
