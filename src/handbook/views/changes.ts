import type { Route } from '../../model/ids.ts'
import type { ChangesView } from '../../model/view.ts'
import { counted } from '../../text/counting.ts'
import { monthWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly, ShownChange } from '../assembly.ts'
import { monthOf } from '../site-routes.ts'
import { ownBase } from './base.ts'
import { nothingChanged, shownStart } from './history-start.ts'
import { reasonsTold } from './reasons-told.ts'
import { changeRow } from './rows.ts'

/** Changes by month, newest month first; the months are those in which something landed. */
export function changesByMonth(changes: readonly ShownChange[]): ReadonlyMap<string, readonly ShownChange[]> {
  const months = new Map<string, ShownChange[]>()
  for (const shown of changes) {
    const month = monthOf(shown.change.landedAt)
    const list = months.get(month)
    if (list === undefined) months.set(month, [shown])
    else list.push(shown)
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? 1 : -1)))
}

/**
 * The changelog of the whole handbook: `/changes/` shows the newest month and lists all months; a month's own
 * page names only its neighbours, so that it stays as it is when the next month begins.
 *
 * @param month - the month of a month's page, or null for `/changes/`
 */
export function changesView(
  assembly: Assembly,
  months: ReadonlyMap<string, readonly ShownChange[]>,
  month: string | null,
): ChangesView {
  const names = [...months.keys()]
  const current = month ?? names[0] ?? null
  const route: Route = month === null ? assembly.routes.changes : assembly.routes.month(month)
  const changes = current === null ? [] : (months.get(current) ?? [])
  const at = current === null ? -1 : names.indexOf(current)
  const link = (name: string | undefined) =>
    name === undefined ? null : { label: monthWords(name), href: hrefFrom(route, assembly.routes.month(name)) }
  const rows = changes.map((shown) => ({
    ...changeRow(assembly, route, shown),
    folders: unique(shown.touches.map(({ page }) => folderOf(assembly, page?.route ?? null))),
    owners: unique(shown.touches.map(({ page }) => page?.owner ?? null)),
  }))
  const title = month === null ? 'Changes' : `Changes in ${monthWords(month)}`
  const crumb = month === null ? [] : [{ label: 'Changes', href: hrefFrom(route, assembly.routes.changes) }]
  return {
    type: 'changes',
    ...ownBase(assembly, route, title, `What changed in ${assembly.shell.name}, when, and why.`, crumb),
    month: current,
    months:
      month === null
        ? names.map((name) => ({
            month: name,
            href: hrefFrom(route, assembly.routes.month(name)),
            count: months.get(name)?.length ?? 0,
            current: name === current,
          }))
        : [],
    newer: month === null ? null : link(names[at - 1]),
    older: link(names[at + 1]),
    landed:
      current === null
        ? null
        : `${counted(rows.length, 'change')} landed: ${reasonsTold(rows.map(({ reason }) => reason))}.`,
    changes: rows,
    folders: unique(rows.flatMap((row) => row.folders)).sort(),
    owners: unique(rows.flatMap((row) => row.owners)).sort(),
    total: month === null ? assembly.changes.length : null,
    start: shownStart(assembly),
    absent: nothingChanged(assembly),
  }
}

function folderOf(assembly: Assembly, route: Route | null): string | null {
  return route === null ? null : (assembly.standing.get(route)?.above[1]?.label ?? null)
}

const unique = (items: readonly (string | null)[]): string[] => [...new Set(items.filter((item) => item !== null))]
