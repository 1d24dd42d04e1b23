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

const sorted = new WeakMap<readonly Page[], readonly Page[]>()

/** Everything that is tied to a page by what replaces what, proposals too; oldest first, proposals last. */
function chainOf({ chains }: Assembly, page: Page): readonly Page[] {
  const chain = chains.get(page.route) ?? []
  const known = sorted.get(chain) ?? [...chain.filter((each) => !isOpen(each)), ...chain.filter(isOpen)]
  sorted.set(chain, known)
  return known
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
