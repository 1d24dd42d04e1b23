import type { Element } from 'hast'
import { textOf } from '../text-of.ts'
import type { Match } from './align.ts'
import { type Item, itemsOf } from './items.ts'
import { isBlock } from './kinds.ts'

/** For each column of a table after the change its place before, or null for a new one. */
export type Columns = readonly (number | null)[]

/** Which columns of two versions of a table are the same, by their heads; null where nothing tells. */
export function columnsOf(before: Element, after: Element): Columns | null {
  const [a, b] = [headsOf(before), headsOf(after)]
  if (a.length === 0 || b.length === 0 || a.length === b.length) return null
  const columns: (number | null)[] = []
  let next = 0
  for (const head of b) {
    const place = a.indexOf(head, next)
    columns.push(place === -1 ? null : place)
    if (place !== -1) next = place + 1
  }
  return columns
}

function headsOf(table: Element): string[] {
  const head = table.children.find((child) => child.type === 'element' && child.tagName === 'thead')
  const row = (head as Element | undefined)?.children.find(isBlock)
  return row === undefined ? [] : row.children.filter(isBlock).map((cell) => textOf(cell).trim())
}

/** Cells of two versions of a row: one by one where there are as many, else by the columns of the table. */
export function alignCells(before: Element, after: Element, columns: Columns | null): Match[] | null {
  const [a, b] = [itemsOf(before), itemsOf(after)]
  if (a.length === b.length) return a.map((cell, at): Match => [cell, b[at] as Item])
  if (columns === null || b.length !== columns.length) return null
  const matches: Match[] = []
  let next = 0
  for (const [at, cell] of b.entries()) {
    const place = columns[at] ?? null
    const other = place === null ? undefined : a[place]
    if (place === null || other === undefined) matches.push([null, cell])
    else {
      matches.push(...a.slice(next, place).map((gone): Match => [gone, null]), [other, cell])
      next = place + 1
    }
  }
  return [...matches, ...a.slice(next).map((gone): Match => [gone, null])]
}
