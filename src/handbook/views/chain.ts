import type { Route } from '../../model/ids.ts'
import type { ChainRecord, ChainView } from '../../model/life-view.ts'
import type { Page } from '../../model/page.ts'
import { counted } from '../../text/counting.ts'
import { monthWords } from '../../text/dates.ts'
import type { Assembly } from '../assembly.ts'
import { axisOf } from './axis.ts'
import { pageItem } from './items.ts'

const mostRecords = 24
const slots = 400

/** What replaced what around a page; null for a page that replaces nothing and is replaced by nothing. */
export function chainView(assembly: Assembly, page: Page): ChainView | null {
  const pages = chainOf(assembly, page)
  if (pages.length < 2) return null
  const at = pages.indexOf(page)
  const first = Math.max(0, Math.min(at - mostRecords / 2, pages.length - mostRecords))
  const shown = pages.slice(first, first + mostRecords)
  const days = shown.map((each) => ({ page: each, isNext: isOpen(each), ...daysOf(assembly, each) }))
  const times = [...days.flatMap(({ from, to }) => [from, to]), assembly.today].flatMap((day) =>
    day === null ? [] : [Date.parse(day)],
  )
  const axis = axisOf(Math.min(...times), Math.max(...times), slots)
  const place = (day: string): number => axis.place(Date.parse(day))
  const records = days.map(({ page: each, from, to, isNext }): ChainRecord => {
    return {
      item: pageItem(assembly, page.route, each),
      period: isNext ? '' : period(assembly, from, to),
      isHere: each === page,
      isNext,
      span: from === null || isNext ? null : { from: place(from), to: to === null ? null : place(to) },
    }
  })
  const open = records.filter(({ isNext }) => isNext).length
  const drawn = records.length - open
  const sentence = `${counted(drawn, 'record')}, each in the place of the one before${open > 0 ? `, and ${counted(open, 'proposal')}` : ''}: ${records
    .map(({ item, period: when }) => `${item.title}${when === '' ? '' : ` (${when})`}`)
    .join('; ')}.`
  return { sentence, years: axis.years, records, more: pages.length - shown.length }
}

/** Everything that is tied to a page by what replaces what, proposals too; oldest first, proposals last. */
function chainOf(assembly: Assembly, page: Page): readonly Page[] {
  const later = successorsOf(assembly)
  const pages = new Set([page])
  for (const each of pages) {
    for (const other of [...(assembly.supersedes.get(each.route) ?? []), ...(later.get(each.route) ?? [])])
      pages.add(other)
  }
  if (pages.size < 2) return [page]
  const depths = new Map<Page, number>()
  // There are no circles (see supersession.ts), so this ends.
  const depthOf = (each: Page): number => {
    const known = depths.get(each)
    if (known !== undefined) return known
    depths.set(each, 0)
    const depth = Math.max(0, ...(assembly.supersedes.get(each.route) ?? []).map((old) => depthOf(old) + 1))
    depths.set(each, depth)
    return depth
  }
  const key = (each: Page): string => daysOf(assembly, each).from ?? '9'
  return [...pages].sort(
    (a, b) =>
      Number(isOpen(a)) - Number(isOpen(b)) ||
      depthOf(a) - depthOf(b) ||
      key(a).localeCompare(key(b)) ||
      (a.path < b.path ? -1 : 1),
  )
}

const successors = new WeakMap<Assembly, ReadonlyMap<Route, readonly Page[]>>()

/** What says that it replaces a page, what is only proposed included; worked out once an assembly. */
function successorsOf(assembly: Assembly): ReadonlyMap<Route, readonly Page[]> {
  const known = successors.get(assembly)
  if (known !== undefined) return known
  const all = new Map<Route, Page[]>()
  for (const [route, olds] of assembly.supersedes) {
    const page = assembly.content.byRoute.get(route)
    if (page === undefined) continue
    for (const old of olds) all.set(old.route, [...(all.get(old.route) ?? []), page])
  }
  successors.set(assembly, all)
  return all
}

const isOpen = ({ frontMatter: { status, draft } }: Page): boolean =>
  draft === true || status === 'proposed' || status === 'deferred'

/** From when to when a page counted: to the day on which its successor took effect, or its own last one. */
function daysOf(assembly: Assembly, page: Page): { readonly from: string | null; readonly to: string | null } {
  const by = assembly.supersededBy.get(page.route)?.[0]
  const to = by === undefined ? null : startOf(assembly, by)
  return { from: startOf(assembly, page), to: to ?? page.frontMatter.until ?? null }
}

/** The day from which a page counts, by its front matter, else by when it was written. */
function startOf(assembly: Assembly, { route, frontMatter: { effective, decided } }: Page): string | null {
  const written = assembly.changesOfPage.get(route)?.at(-1)?.change.landedAt ?? null
  return effective ?? decided ?? written?.slice(0, 10) ?? null
}

function period({ today }: Assembly, from: string | null, to: string | null): string {
  if (from === null) return to === null ? '' : `until ${monthWords(to)}`
  return to === null
    ? `${from > today ? 'from' : 'since'} ${monthWords(from)}`
    : `${monthWords(from)} to ${monthWords(to)}`
}
